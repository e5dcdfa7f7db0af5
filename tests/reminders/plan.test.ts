import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { findQuiet, isQuiet, type QuietHours } from "../../bot/people/quiet-hours.ts";
import { type LeadTime, leadTimes } from "../../bot/reminders/lead-times.ts";
import { offeredLeads, planFeedback, planReminder, planReminders, type Situation } from "../../bot/reminders/plan.ts";

const night: QuietHours = { from: 22 * 60, until: 8 * 60 };
const kazan = "Europe/Moscow";

/** An instant by a wall clock: at("2026-11-20 19:00", "Europe/Berlin"). */
const at = (wall: string, zone = kazan): Date => DateTime.fromSQL(wall, { zone }).toJSDate();

/** The wall clock of a zone: "2026-11-20 19:00". */
const wall = (instant: Date, zone = kazan): string =>
  DateTime.fromJSDate(instant, { zone }).toFormat("yyyy-MM-dd HH:mm");

const event = (startsAt: Date, more: Partial<Situation> = {}): Situation => ({
  startsAt,
  endsAt: new Date(startsAt.getTime() + 2 * 3_600_000),
  hasStartTime: true,
  status: "scheduled",
  zone: kazan,
  quiet: night,
  ...more,
});

/** When a reminder comes on the person's clock, with "silent", or "never". */
function reminded(situation: Situation, lead: LeadTime, now: Date): string {
  const planned = planReminder(situation, lead, now);
  if (planned === null) return "never";
  return wall(planned.dueAt, situation.zone) + (planned.silent ? " silent" : "");
}

describe("a reminder", () => {
  const cases: [what: string, start: string, lead: LeadTime, now: string, comes: string][] = [
    ["comes an hour before", "2026-11-20 19:00", 60, "2026-11-20 12:00", "2026-11-20 18:00"],
    ["comes the day before", "2026-11-20 19:00", 1440, "2026-11-18 12:00", "2026-11-19 19:00"],
    ["comes at the start", "2026-11-20 19:00", 0, "2026-11-20 12:00", "2026-11-20 19:00"],
    ["is too late when its minute has come", "2026-11-20 19:00", 60, "2026-11-20 18:00", "never"],
    ["is too late after the start", "2026-11-20 19:00", 0, "2026-11-20 19:00", "never"],
    ["is not quiet at the minute quiet hours end", "2026-11-20 09:00", 60, "2026-11-19 12:00", "2026-11-20 08:00"],
    ["is quiet at the minute they begin", "2026-11-20 23:00", 60, "2026-11-20 12:00", "2026-11-20 21:55"],
    ["of a late evening comes before quiet hours", "2026-11-20 23:30", 60, "2026-11-20 12:00", "2026-11-20 21:55"],
    ["after midnight comes before them too", "2026-11-21 01:30", 60, "2026-11-20 12:00", "2026-11-20 21:55"],
    ["of a morning comes at their end", "2026-11-21 08:30", 60, "2026-11-20 12:00", "2026-11-21 08:00"],
    [
      "three hours before a morning comes at their end",
      "2026-11-21 10:00",
      180,
      "2026-11-20 12:00",
      "2026-11-21 08:00",
    ],
    ["of an early morning comes the evening before", "2026-11-21 07:00", 60, "2026-11-20 12:00", "2026-11-20 21:55"],
    ["set at night for an early morning is too late", "2026-11-21 07:00", 60, "2026-11-20 23:00", "never"],
    ["set at night for a late night is too late", "2026-11-21 01:30", 60, "2026-11-20 22:30", "never"],
    [
      "a day before an early morning comes two evenings before",
      "2026-11-22 00:30",
      1440,
      "2026-11-20 12:00",
      "2026-11-20 21:55",
    ],
    [
      "a day before an early hour comes in the morning",
      "2026-11-22 05:00",
      1440,
      "2026-11-20 12:00",
      "2026-11-21 08:00",
    ],
    [
      "15 minutes before comes on the minute, silently",
      "2026-11-20 23:00",
      15,
      "2026-11-20 12:00",
      "2026-11-20 22:45 silent",
    ],
    [
      "at the start comes on the minute, silently",
      "2026-11-21 00:00",
      0,
      "2026-11-20 12:00",
      "2026-11-21 00:00 silent",
    ],
    ["15 minutes before is loud by day", "2026-11-20 19:00", 15, "2026-11-20 12:00", "2026-11-20 18:45"],
    ["before a leap day", "2028-02-29 12:00", 1440, "2028-02-27 12:00", "2028-02-28 12:00"],
    ["after the last day of a month", "2026-12-01 12:00", 1440, "2026-11-29 12:00", "2026-11-30 12:00"],
  ];
  it.each(cases)("%s", (_, start, lead, now, comes) => {
    expect(reminded(event(at(start)), lead, at(now))).toBe(comes);
  });

  const zoned: [what: string, zone: string, startUtc: string, lead: LeadTime, comes: string][] = [
    // Europe/Berlin: summer time ends on 25 October 2026 at 03:00 (a day of 25 hours) and begins on 28 March 2027 at 02:00.
    [
      "in the hour that comes twice goes to the evening before",
      "Europe/Berlin",
      "2026-10-25T02:30:00Z",
      60,
      "2026-10-24 21:55",
    ],
    ["24 hours before, over the longer night", "Europe/Berlin", "2026-10-25T18:00:00Z", 1440, "2026-10-24 20:00"],
    ["24 hours before, over the shorter night", "Europe/Berlin", "2027-03-28T18:00:00Z", 1440, "2027-03-27 19:00"],
    ["at the end of the longer night", "Europe/Berlin", "2026-10-25T07:30:00Z", 60, "2026-10-25 08:00"],
    ["at the end of the shorter night", "Europe/Berlin", "2027-03-28T06:30:00Z", 60, "2027-03-28 08:00"],
    ["follows the person, not the event", "Asia/Vladivostok", "2026-11-20T16:00:00Z", 60, "2026-11-20 21:55"],
    ["is not moved where it is day", "America/New_York", "2026-11-21T01:30:00Z", 60, "2026-11-20 19:30"],
    ["goes by half hours too", "Asia/Kolkata", "2026-11-20T17:00:00Z", 60, "2026-11-20 21:30"],
  ];
  it.each(zoned)("%s (%s)", (_, zone, start, lead, comes) => {
    const startsAt = new Date(start);
    const now = new Date(startsAt.getTime() - 40 * 3_600_000);
    expect(reminded(event(startsAt, { zone }), lead, now)).toBe(comes);
  });

  it("of a date without an hour comes at noon of the day before, and at no other time", () => {
    const day = event(at("2026-12-05 00:00"), { hasStartTime: false });
    const now = at("2026-12-01 12:00");
    expect(reminded(day, 1440, now)).toBe("2026-12-04 12:00");
    expect(offeredLeads(day, now)).toEqual([1440]);
  });

  it.each(["cancelled", "postponed"] as const)("of something %s rests", (status) => {
    expect(planReminders(event(at("2026-11-20 19:00"), { status }), leadTimes, at("2026-11-18 12:00"))).toEqual([]);
  });

  it("comes once where quiet hours bring two to the same minute", () => {
    const planned = planReminders(event(at("2026-11-21 08:30")), [180, 60], at("2026-11-20 12:00"));
    expect(planned.map(({ lead, dueAt }) => [lead, wall(dueAt)])).toEqual([[60, "2026-11-21 08:00"]]);
  });

  it("is urgent at the start, and of no use five minutes later; another one is of none at the start", () => {
    const [before, start] = planReminders(event(at("2026-11-20 19:00")), [60, 0], at("2026-11-20 12:00"));
    expect(before).toMatchObject({ lane: "normal", expiresAt: at("2026-11-20 19:00") });
    expect(start).toMatchObject({ lane: "urgent", expiresAt: at("2026-11-20 19:05") });
  });

  const zones = [
    "Europe/Moscow",
    "Europe/Berlin",
    "Asia/Vladivostok",
    "America/New_York",
    "Asia/Beirut",
    "Australia/Lord_Howe",
  ];
  const anywhere = fc.record({
    start: fc.integer({ min: Date.UTC(2026, 9, 20) / 60_000, max: Date.UTC(2027, 4, 1) / 60_000 }),
    wait: fc.integer({ min: 0, max: 3 * 1440 }),
    lead: fc.constantFrom(...leadTimes),
    zone: fc.constantFrom(...zones),
    quiet: fc.option(fc.record({ from: fc.integer({ min: 0, max: 23 }), until: fc.integer({ min: 0, max: 23 }) })),
  });

  it("never comes before now, after the start, or in quiet hours unless at the start or 15 minutes before", () => {
    fc.assert(
      fc.property(anywhere, ({ start, wait, lead, zone, quiet: hours }) => {
        const startsAt = new Date(start * 60_000);
        const now = new Date(startsAt.getTime() - wait * 60_000);
        const quiet = hours && { from: hours.from * 60, until: hours.until * 60 };
        const planned = planReminder(event(startsAt, { zone, quiet }), lead, now);
        if (planned === null) return;
        expect(planned.dueAt > now).toBe(true);
        expect(lead === 0 ? planned.dueAt <= startsAt : planned.dueAt < startsAt).toBe(true);
        expect(planned.expiresAt >= planned.dueAt).toBe(true);
        if (lead > 15) expect(isQuiet(planned.dueAt, quiet, zone)).toBe(false);
        expect(planned.silent).toBe(isQuiet(planned.dueAt, quiet, zone));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe("how it was is asked", () => {
  const cases: [what: string, start: string, end: string, asked: string | null][] = [
    ["a quarter of an hour after the end", "2026-11-20 19:00", "2026-11-20 21:00", "2026-11-20 21:15"],
    ["in the morning where that is quiet", "2026-11-20 19:00", "2026-11-20 22:00", "2026-11-21 08:00"],
    ["in the morning after a night", "2026-11-20 22:00", "2026-11-21 02:00", "2026-11-21 08:00"],
    ["not after months", "2026-08-01 10:00", "2026-11-20 19:00", null],
  ];
  it.each(cases)("%s", (_, start, end, asked) => {
    const situation = event(at(start), { endsAt: at(end) });
    const slot = planFeedback(situation, at("2026-11-01 12:00"));
    expect(slot && wall(slot.dueAt)).toBe(asked);
  });

  it("until noon of the next day", () => {
    const situation = event(at("2026-11-20 19:00"));
    expect(wall(planFeedback(situation, at("2026-11-20 12:00"))?.expiresAt ?? new Date(0))).toBe("2026-11-21 12:00");
    expect(planFeedback(situation, at("2026-11-21 12:00"))).toBeNull();
  });

  it.each(["cancelled", "postponed"] as const)("not of something %s", (status) => {
    expect(planFeedback(event(at("2026-11-20 19:00"), { status }), at("2026-11-20 12:00"))).toBeNull();
  });
});

describe("quiet hours", () => {
  const inside: [zone: string, instant: string, begins: string | null, ends: string | null][] = [
    ["Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-24T20:00:00Z", "2026-10-25T07:00:00Z"],
    ["Europe/Berlin", "2027-03-28T00:30:00Z", "2027-03-27T21:00:00Z", "2027-03-28T06:00:00Z"],
    [kazan, "2026-11-20T19:00:00Z", "2026-11-20T19:00:00Z", "2026-11-21T05:00:00Z"],
    [kazan, "2026-11-20T05:00:00Z", null, null],
  ];
  it.each(inside)("in %s around %s", (zone, instant, begins, ends) => {
    const quiet = findQuiet(new Date(instant), night, zone);
    expect([quiet?.begins.getTime(), quiet?.ends.getTime()]).toEqual([
      begins === null ? undefined : Date.parse(begins),
      ends === null ? undefined : Date.parse(ends),
    ]);
  });

  it("may lie within a day, and are none when they end as they begin", () => {
    const noon = new Date("2026-11-20T09:00:00Z");
    expect(findQuiet(noon, { from: 9 * 60, until: 17 * 60 }, kazan)?.ends).toEqual(new Date("2026-11-20T14:00:00Z"));
    expect(findQuiet(noon, { from: 720, until: 720 }, kazan)).toBeNull();
    expect(findQuiet(noon, null, kazan)).toBeNull();
  });
});
