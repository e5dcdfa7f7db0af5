import { expect, it } from "vitest";
import { formatOf } from "../support/format.ts";

const ical = formatOf("ical");
const options = { now: new Date("2026-11-20T12:00:00Z"), timeZone: "Europe/Moscow" };

/** The dates of one event with this rule. */
async function datesOf(start: string, rule: string): Promise<string[]> {
  const event = ["BEGIN:VEVENT", "UID:1", "SUMMARY:x", `DTSTART${start}`, `RRULE:${rule}`, "END:VEVENT"];
  const calendar = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", ...event, "END:VCALENDAR"].join("\r\n");
  const dates: string[] = [];
  for await (const record of ical.records(Buffer.from(calendar), options)) {
    if (record.kind === "event") dates.push(...record.draft.occurrences.map(({ startsAt }) => startsAt.toISOString()));
  }
  return dates;
}

// A rule that is counted is followed from its first date on, and 9,000 is more than any of these has.
it.each([
  [":20050103T100000Z", "FREQ=DAILY"],
  [":20050103T100000Z", "FREQ=DAILY;INTERVAL=3"],
  [";TZID=Europe/Berlin:20050103T190000", "FREQ=DAILY;INTERVAL=2;BYDAY=MO,WE"],
  [";TZID=Europe/Berlin:20050104T190000", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR"],
  [";TZID=Europe/Berlin:20050105T190000", "FREQ=WEEKLY;INTERVAL=3;WKST=SU;BYDAY=SU,WE"],
  [";VALUE=DATE:20050105", "FREQ=WEEKLY;BYMONTH=12"],
  [":20261201T100000Z", "FREQ=DAILY;UNTIL=20261205T100000Z"],
])("a rule that begins long ago (%s, %s) has the dates that it has from its beginning", async (start, rule) => {
  const near = await datesOf(start, rule);
  expect(near.length).toBeGreaterThan(3);
  expect(near).toEqual(await datesOf(start, rule.includes("UNTIL") ? rule : `${rule};COUNT=9000`));
});

it.each([
  "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
  "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
  "FREQ=DAILY;BYYEARDAY=1;BYMONTH=5",
  "FREQ=DAILY;UNTIL=20300101T000000Z;BYMONTH=4;BYMONTHDAY=31",
])("a rule that no date fits (%s) has none", async (rule) => {
  expect(await datesOf(":20260105T100000Z", rule)).toEqual([]);
});
