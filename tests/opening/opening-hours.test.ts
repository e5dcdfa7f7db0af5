import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { hoursOf, type OpeningHours, type OpenSpan, openState, spansOn } from "../../bot/opening/opening-hours.ts";

const zone = "Europe/Moscow";
const at = (local: string) => DateTime.fromISO(local, { zone }).toJSDate();
const hour = 60;
const span = (from: number, until: number): OpenSpan => ({ from: from * hour, until: until * hour });
const day = [span(10, 18)];

/** A museum: Tuesday to Sunday 10–18, Thursday until 20; shut on public holidays and over the new year. */
const museum: OpeningHours = {
  week: [[], day, day, [span(10, 20)], day, day, day],
  holidays: [],
  days: [
    { first: "2026-12-31", last: "2026-12-31", spans: [span(10, 16)] },
    { first: "2027-01-01", last: "2027-01-03", spans: [] },
    { first: "2027-01-04", last: "2027-01-08", spans: [span(12, 17)] },
  ],
};
const bar: OpeningHours = { ...museum, week: [[], [], [], [], [span(18, 26)], [span(18, 26)], []], days: [] };
const shop: OpeningHours = { ...museum, week: Array(7).fill([span(9, 13), span(14, 18)]), holidays: null, days: [] };
const always: OpeningHours = { week: Array(7).fill([span(0, 24)]), holidays: null, days: [] };
const never: OpeningHours = { week: Array(7).fill([]), holidays: null, days: [] };

const inShort = (hours: OpeningHours, local: string) => {
  const state = openState(hours, { now: at(local), zone });
  const when = state.kind === "open" ? state.until : state.opensAt;
  return `${state.kind} ${when === null ? "-" : DateTime.fromJSDate(when, { zone }).toFormat("yyyy-MM-dd HH:mm")}`;
};

describe("whether doors are open", () => {
  test.each([
    ["in the middle of a day", museum, "2026-11-20T12:00", "open 2026-11-20 18:00"],
    ["at the minute of opening", museum, "2026-11-20T10:00", "open 2026-11-20 18:00"],
    ["at the minute of closing", museum, "2026-11-20T18:00", "closed 2026-11-21 10:00"],
    ["before the opening", museum, "2026-11-20T09:59", "closed 2026-11-20 10:00"],
    ["on a longer Thursday", museum, "2026-11-19T19:00", "open 2026-11-19 20:00"],
    ["on a Sunday night before the day off", museum, "2026-11-22T20:00", "closed 2026-11-24 10:00"],
    ["on a public holiday that is a Wednesday", museum, "2026-11-04T12:00", "closed 2026-11-05 10:00"],
    ["on the day of the Republic", museum, "2027-08-30T12:00", "closed 2027-08-31 10:00"],
    ["on a day of its own", museum, "2026-12-31T16:30", "closed 2027-01-04 12:00"],
    ["on days of its own within holidays", museum, "2027-01-04T13:00", "open 2027-01-04 17:00"],
    ["in a break", shop, "2026-11-20T13:30", "closed 2026-11-20 14:00"],
    ["before a break", shop, "2026-11-20T12:30", "open 2026-11-20 13:00"],
    ["on a holiday of which nobody said anything", shop, "2026-11-04T10:00", "open 2026-11-04 13:00"],
    ["after midnight, by the evening before", bar, "2026-11-21T01:30", "open 2026-11-21 02:00"],
    ["after midnight of the last evening", bar, "2026-11-22T02:00", "closed 2026-11-27 18:00"],
    ["around the clock", always, "2026-11-20T03:00", "open -"],
    ["without any hours", never, "2026-11-20T03:00", "closed -"],
  ])("%s", (_why, hours, local, expected) => expect(inShort(hours, local)).toBe(expected));

  test("a night that ends as the next day begins is one", () => {
    const long: OpeningHours = { ...never, week: [[span(20, 24)], [span(0, 6)], [], [], [], [], []] };
    expect(inShort(long, "2026-11-23T22:00")).toBe("open 2026-11-24 06:00");
  });

  test("the wall clock counts on the day of summer time", () => {
    const berlin = { now: new Date("2026-03-29T10:00:00Z"), zone: "Europe/Berlin" };
    expect(openState({ ...never, week: Array(7).fill(day) }, berlin)).toEqual({
      kind: "open",
      until: new Date("2026-03-29T16:00:00Z"),
    });
  });
});

const minutes = (most: number) => fc.integer({ min: 0, max: most });
const anySpans = fc
  .array(minutes(1439), { minLength: 0, maxLength: 6 })
  .map((edges) => [...new Set(edges)].sort((a, b) => a - b))
  .map((edges) =>
    edges.flatMap((from, index) => {
      const until = edges[index + 1];
      return index % 2 === 0 && until !== undefined ? [{ from, until }] : [];
    }),
  );
const anyHours: fc.Arbitrary<OpeningHours> = fc.record({
  week: fc.array(anySpans, { minLength: 7, maxLength: 7 }),
  holidays: fc.option(anySpans, { nil: null }),
  days: fc.array(
    minutes(20).chain((first) =>
      fc.record({
        first: fc.constant(DateTime.fromISO("2026-12-20").plus({ days: first }).toISODate() ?? ""),
        last: fc.constant(
          DateTime.fromISO("2026-12-20")
            .plus({ days: first + 2 })
            .toISODate() ?? "",
        ),
        spans: anySpans,
      }),
    ),
    { maxLength: 3 },
  ),
});
/** From the middle of December to the middle of January. */
const anyMinute = minutes(30 * 1440).map((count) => DateTime.fromISO("2026-12-15", { zone }).plus({ minutes: count }));

/** The rule said another way: minute by minute. */
const isOpen = (hours: OpeningHours, local: DateTime) => {
  const minute = local.hour * 60 + local.minute;
  return spansOn(hours, local.toISODate() ?? "").some(({ from, until }) => from <= minute && minute < until);
};

test("is open exactly in the minutes of its spans, and stands as it is until the instant that it tells", () => {
  fc.assert(
    fc.property(anyHours, anyMinute, (hours, local) => {
      const state = openState(hours, { now: local.toJSDate(), zone });
      expect(state.kind === "open").toBe(isOpen(hours, local));
      const change = state.kind === "open" ? state.until : state.opensAt;
      if (change === null) return;
      const changes = DateTime.fromJSDate(change, { zone });
      expect(isOpen(hours, changes)).toBe(state.kind === "closed");
      expect(isOpen(hours, changes.minus({ minutes: 1 }))).toBe(state.kind === "open");
      const half = local.plus({ minutes: Math.floor(changes.diff(local, "minutes").minutes / 2) });
      expect(isOpen(hours, half)).toBe(state.kind === "open");
    }),
    { numRuns: 300 },
  );
});

test("hours come out of the database as they went in, and nothing else does", () => {
  fc.assert(
    fc.property(anyHours, (hours) => {
      expect(hoursOf(JSON.parse(JSON.stringify(hours)))).toEqual(hours);
    }),
  );
  for (const wrong of [null, 1, "10–18", {}, { ...museum, week: [] }, { ...museum, holidays: [{ from: 5, until: 5 }] }])
    expect(hoursOf(wrong)).toBeNull();
});
