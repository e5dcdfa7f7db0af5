import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { after, fields, flag, id, optional, page, text } from "../../../bot/doors/telegram/screen/codec.ts";
import { letterOf, oneOf, several } from "../../../bot/doors/telegram/screen/list-codec.ts";

const letters = { theatre: "t", music: "m", cinema: "c" } as const;
const former = ["theatre", "music", "cinema"] as const;
const sections = letterOf(former, letters, former);

describe("fields", () => {
  const ticks = fields("{lesson}.{learner}{isPresent}{page}~{from}", {
    page,
    lesson: id,
    learner: optional(id),
    isPresent: flag("+", "-"),
    from: text(".*"),
  });

  it("lay out what they hold as their shape says", () => {
    expect(ticks.encode({ lesson: 36, learner: null, isPresent: false, page: 3, from: "l:t" })).toBe("10.-3~l:t");
  });

  it("come back as they went", () => {
    const state = fc.record({
      lesson: fc.integer({ min: 1, max: 2_147_483_647 }),
      learner: fc.option(fc.integer({ min: 1, max: 2_147_483_647 })),
      isPresent: fc.boolean(),
      page: fc.nat({ max: 46_655 }),
      from: fc.string({ unit: "grapheme-ascii" }),
    });
    fc.assert(
      fc.property(state, (value) => {
        expect(ticks.decode(ticks.encode(value))).toEqual(value);
      }),
    );
  });

  it.each(["", "10", "10.-3", "0.-3~", "10.zzzzzz+3~", "10-3~", "10.+3333~"])("do not read “%s”", (data) => {
    expect(ticks.decode(data)).toBeUndefined();
  });

  it("are refused when a name stands in the shape alone, or in the parts alone", () => {
    expect(() => fields("{lesson}", { lesson: id, page })).toThrow("does not lay out");
    expect(() => fields("{lesson}.{page}", { lesson: id } as never)).toThrow("does not lay out");
  });
});

describe("a value of a list", () => {
  it("keeps its text when others are put before it, taken out or moved", () => {
    const later = oneOf(["circus", "cinema", "music"], former);
    expect(later.encode("music")).toBe(oneOf(former, former).encode("music"));
    expect(later.decode("1")).toBe("music");
    const lettered = letterOf<string>(["circus", "cinema", "music"], { circus: "z", cinema: "c", music: "m" }, former);
    expect(lettered.encode("music")).toBe(sections.encode("music"));
    expect(lettered.decode("1")).toBe("music");
  });

  it.each(["", "3", "10", "Music", "music ", "toString"])("is not “%s”", (data) => {
    expect(oneOf(former, former).decode(data)).toBeUndefined();
  });

  it("has no place where the list had none", () => {
    expect(oneOf(former).decode("1")).toBeUndefined();
    expect(letterOf(former, letters).decode("1")).toBeUndefined();
  });

  it("has a letter of its own", () => {
    expect(() => letterOf(["a", "b"], { a: "x", b: "x" })).toThrow('"x" is no letter, or stands for two values');
    expect(() => letterOf(["a", "b"], { a: "x", b: "1" })).toThrow('"1" is no letter');
  });

  it("has a name that is no place", () => {
    expect(() => oneOf(["a", "bc"], ["bc"])).toThrow('"a" could be taken for a place');
  });
});

describe("several values of a list", () => {
  it("come back in the list's order, and once each", () => {
    const chosen = several(sections);
    fc.assert(
      fc.property(fc.subarray([...former]), (values) => {
        expect(chosen.decode(chosen.encode(values))).toEqual(values);
      }),
    );
    expect(chosen.decode("ctct")).toEqual(["theatre", "cinema"]);
    expect(chosen.decode("tx")).toBeUndefined();
  });

  it("are read from the bits that they once were", () => {
    expect(several(sections).decode("0")).toEqual([]);
    expect(several(sections).decode("5")).toEqual(["theatre", "cinema"]);
  });
});

it("a value behind a sign is not read without it", () => {
  expect(after("k_", id).encode(36)).toBe("k_10");
  expect(after("k_", id).decode("k_10")).toBe(36);
  expect(after("k_", id).decode("10")).toBeUndefined();
});
