import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { followRule } from "../../bot/feeds/ical/follow-rule.ts";
import { parseRecurrenceRule } from "../../bot/feeds/ical/recurrence-rule.ts";

const start = Date.UTC(2026, 10, 2, 19);
const day = 86_400_000;
const until = start + 900 * day;

/** The dates of a rule by our reckoning, and those that ical.js finds, within some two years; the start counts in both. */
function both(rule: string): { ours: string[]; theirs: string[] } {
  const parsed = parseRecurrenceRule(rule);
  if (parsed.kind !== "rule") throw new Error(`${rule}: ${parsed.kind}`);
  const followed = followRule(parsed.rule, start, { from: start, until, budget: { steps: 1_000_000 } }) ?? [];
  // Whether the start counts where it does not fit is told where calendars are read; ical.js has it now and then.
  const ours = followed.filter((at) => at > start);
  const time = ICAL.Time.fromData({ year: 2026, month: 11, day: 2, hour: 19, minute: 0, second: 0, isDate: false });
  const iterator = ICAL.Recur.fromString(rule).iterator(time);
  const theirs: string[] = [];
  for (let next = iterator.next(); next && theirs.length < 2_000; next = iterator.next()) {
    const at = Date.UTC(next.year, next.month - 1, next.day, next.hour, next.minute, next.second);
    if (at > until) break;
    if (at > start) theirs.push(new Date(at).toISOString());
  }
  return { ours: ours.filter((at) => at <= until).map((at) => new Date(at).toISOString()), theirs };
}

describe("a rule of repetition", () => {
  it.each([
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3;COUNT=20",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=10",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU",
    "FREQ=WEEKLY;BYMONTH=12,1",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;BYDAY=2TU",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15,-1",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=YEARLY",
    "FREQ=YEARLY;BYMONTH=12;BYDAY=1SA",
    "FREQ=DAILY;BYHOUR=10,14;BYMINUTE=30",
  ])("has the dates that ical.js finds: %s", (rule) => {
    const { ours, theirs } = both(rule);
    expect(theirs.length).toBeGreaterThan(0);
    expect(ours).toEqual(theirs);
  });

  const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
  const rules = fc
    .record({
      frequency: fc.constantFrom("DAILY", "WEEKLY"),
      interval: fc.integer({ min: 1, max: 6 }),
      days: fc.subarray(weekdays).map((days) => [...new Set(["MO", ...days])]),
      count: fc.option(fc.integer({ min: 1, max: 40 })),
    })
    .map(({ frequency, interval, days, count }) =>
      [
        `FREQ=${frequency}`,
        `INTERVAL=${interval}`,
        ...(frequency === "WEEKLY" || interval % 7 !== 0 ? [`BYDAY=${days.join(",")}`] : []),
        ...(count === null ? [] : [`COUNT=${count}`]),
      ].join(";"),
    );

  it("of days and weeks has them whatever it says", () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const { ours, theirs } = both(rule);
        expect(ours).toEqual(theirs);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;INTERVAL=999999999",
    "FREQ=YEARLY;INTERVAL=400;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4,6",
  ])("looks at no more days than there are, also where none fits: %s", (rule) => {
    const parsed = parseRecurrenceRule(rule);
    if (parsed.kind !== "rule") throw new Error(rule);
    const budget = { steps: 1_000 };
    expect(followRule(parsed.rule, start, { from: start, until, budget })).not.toBeNull();
    expect(budget.steps).toBeGreaterThan(0);
  });

  it.each([
    "FREQ=FORTNIGHTLY",
    "FREQ=DAILY;BYDAY=2MO",
    "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=DAILY;EACH=3",
    "FREQ=DAILY;INTERVAL=0",
    "",
  ])("that cannot be followed is refused, not guessed: %s", (rule) => {
    expect(parseRecurrenceRule(rule)).toEqual({ kind: "bad" });
  });
});
