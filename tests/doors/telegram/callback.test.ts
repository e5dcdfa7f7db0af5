import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { callbacks, defineCallback, from, plainCallback } from "../../../bot/doors/telegram/screen/callback.ts";
import { id, text } from "../../../bot/doors/telegram/screen/codec.ts";

describe("a screen's buttons", () => {
  const callback = defineCallback("Zb", text(".*"));

  it("carry their state there and back", () => {
    expect(callback.data("state")).toBe("Zb:state");
    expect(callback.read("Zb:state")).toBe("state");
  });

  it("are not those of another screen, nor of one whose name begins alike", () => {
    for (const data of ["Z:state", "Zbc:state", "xZb:state", "Zb", ""]) {
      expect(callback.read(data)).toBeUndefined();
    }
  });

  it("have 64 bytes, in which a Cyrillic letter takes two", () => {
    expect(callback.data("x".repeat(61))).toHaveLength(64);
    expect(() => callback.data("x".repeat(62))).toThrow("longer than 64 bytes");
    expect(() => callback.data("я".repeat(31))).toThrow("longer than 64 bytes");
  });

  it("without state take no state", () => {
    const menu = plainCallback("Zm");
    expect(menu.data(null)).toBe("Zm:");
    expect(menu.read("Zm:")).toBeNull();
    expect(menu.read("Zm:1")).toBeUndefined();
  });

  it("are found by their name, which no others may have", () => {
    expect(callbacks.get("Zb")).toBe(callback);
    expect(() => plainCallback("Zb")).toThrow('two kinds of buttons are called "Zb"');
  });

  it("lead back only to a screen that cards are opened from", () => {
    defineCallback("Zl", id, { isOrigin: true });
    for (const [data, origin] of [
      ["Zl:1", "Zl:1"],
      ["Zl:", ""],
      ["Zb:state", ""],
      ["Zq:1", ""],
      ["", ""],
    ] as const) {
      expect(from.decode(data)).toBe(origin);
    }
  });
});

it("any id of the database comes back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_147_483_647 }), (number) => {
      expect(id.decode(id.encode(number))).toBe(number);
    }),
  );
});

it.each(["", "0", "-1", "zzzzzz", "1234567", "1.5", "1 ", "ÿ", "A", "1e3!", "NaN"])("“%s” is no id", (data) => {
  expect(id.decode(data)).toBeUndefined();
});
