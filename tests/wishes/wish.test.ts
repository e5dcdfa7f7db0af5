import { describe, expect, it } from "vitest";
import { isInTime, wantedBy } from "../../bot/wishes/wish.ts";
import { evening } from "../support/evening.ts";

const { now, timeZone } = evening;

describe("what is waited for", () => {
  it.each([
    ["ёлка", true, "a word"],
    ["сурдоперевод", true, "a trait"],
    ["спектакль детям", true, "a section and an audience"],
    ["в субботу", false, "a day alone"],
    ["завтра вечером", false, "a time alone"],
  ])("%s: %s, %s", (text, isWanted) => {
    expect(wantedBy(text, now, timeZone, 0) !== null).toBe(isWanted);
  });

  it("«завтра» is over before it comes true, «в субботу» is not", () => {
    expect(wantedBy("джаз завтра", now, timeZone, 0)).toMatchObject({ dropped: 1, isTimed: false });
    expect(wantedBy("джаз в субботу", now, timeZone, 0)).toMatchObject({ dropped: 0, isTimed: true });
  });
});

it.each<[text: string, startsAt: string, hours: number, isIn: boolean]>([
  ["джаз в субботу", "2026-12-19T16:00:00Z", 2, true],
  ["джаз в субботу", "2026-12-18T16:00:00Z", 2, false],
  ["шимбә көнне джаз", "2026-12-19T16:00:00Z", 2, true],
  ["jazz on Saturday", "2026-12-20T16:00:00Z", 2, false],
  ["джаз на выходных", "2027-02-07T09:00:00Z", 2, true],
  ["джаз в декабре", "2026-12-18T16:00:00Z", 2, true],
  ["джаз в декабре", "2027-01-18T16:00:00Z", 2, false],
  ["джаз утром", "2026-12-18T16:00:00Z", 2, false],
  ["выставка в субботу", "2026-12-01T06:00:00Z", 400, true],
])("%s, from %s for %d hours: %s", (text, start, hours, isIn) => {
  const startsAt = new Date(start);
  const date = { startsAt, endsAt: new Date(startsAt.getTime() + hours * 3_600_000) };
  expect(isInTime({ text, dropped: 0 }, date, timeZone)).toBe(isIn);
});
