import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitsAgainAt, limitOf, limits, withinLimits } from "../../bot/voices/limits.ts";

const now = new Date("2026-11-20T14:30:00Z");
const day = 86_400_000;
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);

describe.each(limits.map((limit) => ({ limit, what: limit.what })))("the limit of $what", ({ limit }) => {
  it("takes as many as it says, and one more when the first is over", () => {
    const times = Array.from({ length: limit.most }, (_, index) => ago(index * 1000));
    expect(withinLimits(times.slice(1), limit, now)).toBe(true);
    expect(withinLimits(times, limit, now)).toBe(false);
    const again = fitsAgainAt(times, limit, now);
    expect(withinLimits(times, limit, new Date(again.getTime() - 1))).toBe(false);
    expect(withinLimits(times, limit, again)).toBe(true);
  });

  it("counts nothing that is older", () => {
    const times = Array.from({ length: 100 }, (_, index) => ago(limit.perDays * day + index));
    expect(withinLimits(times, limit, now)).toBe(true);
    expect(fitsAgainAt(times, limit, now)).toEqual(now);
  });

  it("says the first moment at which one more fits, whatever was said", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3 * day), { maxLength: 40 }), (offsets) => {
        const times = offsets.map(ago);
        const again = fitsAgainAt(times, limit, now);
        expect(withinLimits(times, limit, again)).toBe(true);
        if (again > now) expect(withinLimits(times, limit, new Date(again.getTime() - 1))).toBe(false);
      }),
    );
  });
});

it("a limit is found by what it limits", () => {
  expect(limitOf("comments")).toEqual({ what: "comments", most: 10, perDays: 1 });
});
