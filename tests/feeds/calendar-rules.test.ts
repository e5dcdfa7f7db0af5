import { expect, it } from "vitest";
import { readCalendar } from "../../bot/feeds/ical/read-calendar.ts";
import { formatOf } from "../support/format.ts";

const ical = formatOf("ical");
const options = { now: new Date("2026-11-20T12:00:00Z"), timeZone: "Europe/Moscow" };

/** A calendar of events with these beginnings and rules. */
function calendarOf(...rules: (readonly [start: string, rule: string])[]): Buffer {
  const events = rules.map(([start, rule], n) =>
    ["BEGIN:VEVENT", `UID:${n}`, "SUMMARY:x", `DTSTART${start}`, `RRULE:${rule}`, "END:VEVENT"].join("\r\n"),
  );
  return Buffer.from(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", ...events, "END:VCALENDAR"].join("\r\n"));
}

/** The dates of the events, read as a file that somebody sent. */
async function datesOf(...rules: (readonly [start: string, rule: string])[]): Promise<string[][]> {
  const dates: string[][] = [];
  for await (const record of ical.records(calendarOf(...rules), options)) {
    if (record.kind === "event") dates.push(record.draft.occurrences.map(({ startsAt }) => startsAt.toISOString()));
    else dates.push([]);
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
  const counted = rule.includes("UNTIL") ? rule : `${rule};COUNT=9000`;
  const [near, all] = await datesOf([start, rule], [start, counted]);
  expect(near?.length).toBeGreaterThan(3);
  expect(near).toEqual(all);
});

it("a rule that no date fits has none", async () => {
  const rules = [
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
    "FREQ=DAILY;BYYEARDAY=1;BYMONTH=5",
    "FREQ=DAILY;UNTIL=20300101T000000Z;BYMONTH=4;BYMONTHDAY=31",
  ];
  const found = await datesOf(...rules.map((rule) => [":20260105T100000Z", rule] as const));
  expect(found).toEqual(rules.map(() => []));
});

it("rules that take too many steps together are not followed to their end", async () => {
  const daily = [":20000101T100000Z", "FREQ=DAILY"] as const;
  const read = async (steps: number): Promise<number> => {
    let records = 0;
    for await (const _ of readCalendar(calendarOf(daily, daily, daily), options, steps)) records += 1;
    return records;
  };
  // Each looks at the days of some thirteen months, and a week before them.
  expect(await read(3 * 410)).toBe(3);
  await expect(read(2 * 410)).rejects.toMatchObject({ problem: { code: "too_slow" } });
});
