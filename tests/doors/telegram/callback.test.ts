import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineCallback, packId, plainCallback, unpackId } from "../../../bot/doors/telegram/screen/callback.ts";

describe("a screen's buttons", () => {
  const callback = defineCallback<string>(
    "ab",
    (text) => text,
    (text) => text,
  );

  it("carry their state there and back", () => {
    expect(callback.data("state")).toBe("ab:state");
    expect(callback.read("ab:state")).toBe("state");
  });

  it("are not those of another screen, nor of one whose name begins alike", () => {
    for (const data of ["a:state", "abc:state", "xab:state", "ab", ""]) {
      expect(callback.read(data)).toBeUndefined();
    }
  });

  it("have 64 bytes, in which a Cyrillic letter takes two", () => {
    expect(callback.data("x".repeat(61))).toHaveLength(64);
    expect(() => callback.data("x".repeat(62))).toThrow("longer than 64 bytes");
    expect(() => callback.data("я".repeat(31))).toThrow("longer than 64 bytes");
  });

  it("without state take no state", () => {
    expect(plainCallback("m").data(null)).toBe("m:");
    expect(plainCallback("m").read("m:")).toBeNull();
    expect(plainCallback("m").read("m:1")).toBeUndefined();
  });
});

it("any id of the database comes back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_147_483_647 }), (id) => {
      expect(unpackId(packId(id))).toBe(id);
    }),
  );
});

it.each(["", "0", "-1", "zzzzzz", "1234567", "1.5", "1 ", "ÿ", "A", "1e3!", "NaN"])("“%s” is no id", (text) => {
  expect(unpackId(text)).toBeUndefined();
});
