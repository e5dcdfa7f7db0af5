import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { expandRecurrence } from "../../bot/when/expand.ts";
import { mostDates, type Recurrence } from "../../bot/when/recurrence.ts";

type Weekly = Extract<Recurrence, { kind: "weekly" }>;

const isoDate = fc
  .integer({ min: 0, max: 3_000 })
  .map((days) => DateTime.utc(2023, 6, 1).plus({ days }).toFormat("yyyy-MM-dd"));
const pause = fc
  .tuple(isoDate, fc.integer({ min: 0, max: 20 }))
  .map(([first, days]) => ({ first, last: DateTime.fromISO(first).plus({ days }).toFormat("yyyy-MM-dd") }));
const hours = fc.record({
  from: fc.integer({ min: 0, max: 1439 }),
  until: fc.option(fc.integer({ min: 0, max: 1439 })),
});
const weekly: fc.Arbitrary<Weekly> = fc.record({
  kind: fc.constant("weekly"),
  byDay: fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 7 }), hours), { selector: ([weekday]) => weekday, minLength: 1 })
    .map((days) => days.map(([weekday, own]) => ({ weekday, ...own }))),
  interval: fc.constantFrom(1, 2),
  start: isoDate,
  count: fc.option(fc.integer({ min: 1, max: 250 })),
  until: fc.constant(null),
  pauses: fc.array(pause, { maxLength: 4 }),
});
const zone = fc.constantFrom("Europe/Moscow", "Europe/Berlin", "America/New_York", "Asia/Omsk", "Australia/Lord_Howe");

const base: Weekly = {
  kind: "weekly",
  byDay: [{ weekday: 7, from: 150, until: 210 }],
  interval: 1,
  start: "2027-03-21",
  count: 3,
  until: null,
  pauses: [],
};
const starts = (recurrence: Recurrence, where: string) =>
  expandRecurrence(recurrence, where).map(({ startsAt }) => startsAt.toISOString().slice(0, 16));

describe("the dates of a recurrence", () => {
  it("are in order, on chosen weekdays, outside of pauses, from the start on, and as many as were said", () => {
    fc.assert(
      fc.property(weekly, zone, (recurrence, where) => {
        const planned = expandRecurrence(recurrence, where);
        expect(planned).toHaveLength(Math.min(recurrence.count ?? mostDates, mostDates));
        const days = planned.map(({ startsAt }) => DateTime.fromJSDate(startsAt, { zone: where }));
        const dates = days.map((day) => day.toFormat("yyyy-MM-dd"));
        expect(dates).toEqual([...new Set(dates)].sort());
        expect((dates[0] ?? "") >= recurrence.start).toBe(true);
        const weekdays = new Set(recurrence.byDay.map(({ weekday }) => weekday));
        expect(days.every(({ weekday }) => weekdays.has(weekday as number))).toBe(true);
        const isFree = (date: string) => !recurrence.pauses.some(({ first, last }) => first <= date && date <= last);
        expect(dates.every(isFree)).toBe(true);
        expect(planned.every(({ startsAt, endsAt }) => endsAt === null || endsAt > startsAt)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("end where they are told to, however few that makes", () => {
    fc.assert(
      fc.property(weekly, isoDate, (recurrence, until) => {
        const planned = expandRecurrence({ ...recurrence, until }, "Europe/Moscow");
        const last = planned.at(-1)?.startsLocal.toISOString().slice(0, 10) ?? until;
        expect(last <= until).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("keep the wall clock when the clocks change; an hour that is left out becomes the next", () => {
    expect(starts(base, "Europe/Berlin")).toEqual(["2027-03-21T01:30", "2027-03-28T01:30", "2027-04-04T00:30"]);
    const evening = { ...base, byDay: [{ weekday: 7, from: 1140, until: null }] };
    expect(starts(evening, "Europe/Berlin")).toEqual(["2027-03-21T18:00", "2027-03-28T17:00", "2027-04-04T17:00"]);
    const [, inGap] = expandRecurrence(base, "Europe/Berlin");
    expect(inGap?.startsLocal.toISOString()).toBe("2027-03-28T03:30:00.000Z");
    expect(inGap?.endsAt?.toISOString()).toBe("2027-03-28T02:30:00.000Z");
  });

  it("know leap days and go over the end of a year", () => {
    const daily = { ...base, byDay: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 600, until: null })) };
    expect(starts({ ...daily, start: "2028-02-28" }, "UTC").map((at) => at.slice(5, 10))).toEqual([
      "02-28",
      "02-29",
      "03-01",
    ]);
    expect(starts({ ...daily, start: "2026-12-31" }, "UTC")[1]).toBe("2027-01-01T10:00");
  });

  it("of a list are sorted and each is there once; what ends after midnight ends on the next day", () => {
    const dates = ["2026-12-05", "2026-12-01", "2026-12-05"];
    const planned = expandRecurrence({ kind: "dates", dates, hours: { from: 1380, until: 60 } }, "Europe/Moscow");
    expect(planned.map(({ startsAt, endsAt }) => [startsAt.toISOString(), endsAt?.toISOString()])).toEqual([
      ["2026-12-01T20:00:00.000Z", "2026-12-01T22:00:00.000Z"],
      ["2026-12-05T20:00:00.000Z", "2026-12-05T22:00:00.000Z"],
    ]);
  });
});
