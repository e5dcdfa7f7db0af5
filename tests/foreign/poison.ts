import { workbookOf } from "./zip.ts";

/** A file that once stopped the bot, made to measure; `says` is the code of what is said of it, null: it is taken. */
export interface Poison {
  what: string;
  name: string;
  bytes: () => Buffer;
  says: string | null;
  /** Whether reading takes many seconds of CPU: such a file is for `npm run torture` alone. */
  isLong?: boolean;
}

const calendar = (...lines: string[]): Buffer =>
  Buffer.from(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", ...lines, "END:VCALENDAR"].join("\r\n"));
const event = (...lines: string[]): string[] => ["BEGIN:VEVENT", "UID:1", "SUMMARY:x", ...lines, "END:VEVENT"];
const start = "DTSTART:20260101T100000Z";
const impossible = "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30";

const zone = (rule: string): string[] => [
  ...["BEGIN:VTIMEZONE", "TZID:Nowhere", "BEGIN:STANDARD", "DTSTART:19700101T000000", rule],
  ...["TZOFFSETFROM:+0300", "TZOFFSETTO:+0300", "END:STANDARD", "END:VTIMEZONE"],
];
const elsewhere = event("DTSTART;TZID=Nowhere:20260101T100000");
const many = (count: number, line: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, n) => line(n));

const header = '<row r="1"><c r="A1" t="inlineStr"><is><t>Title</t></is></c></row>';
const cell = (address: string): string => `<c r="${address}" t="inlineStr"><is><t>x</t></is></c>`;

export const poisons: readonly Poison[] = [
  {
    what: "a rule that no date fits",
    name: "rule.ics",
    bytes: () => calendar(...event(start, impossible)),
    says: "no_dates",
  },
  {
    what: "a time zone that changes by the second",
    name: "zone.ics",
    bytes: () => calendar(...zone("RRULE:FREQ=SECONDLY"), ...elsewhere),
    says: null,
  },
  {
    what: "a time zone by a rule that no date fits",
    name: "zone-rule.ics",
    bytes: () => calendar(...zone(impossible), ...elsewhere),
    says: null,
  },
  {
    what: "a row of the number Infinity",
    name: "row.xlsx",
    bytes: () => workbookOf(`${header}<row r="Infinity">${cell("A2")}</row>`),
    says: "no_workbook",
  },
  {
    what: "one cell at XFD20000",
    name: "corner.xlsx",
    bytes: () => workbookOf(`${header}<row r="20000">${cell("XFD20000")}</row>`),
    says: "too_many_cells",
  },
  {
    what: "one cell at A200000000",
    name: "deep.xlsx",
    bytes: () => workbookOf(`${header}<row>${cell("A200000000")}</row>`),
    says: "no_workbook",
  },
  {
    what: "a price and one word of 19,900 letters",
    name: "word.ics",
    bytes: () => calendar(...event(start, `DESCRIPTION:билет 500 ${"ы".repeat(19_900)}`)),
    says: null,
  },
  {
    what: "1.6 MB of parameters",
    name: "parameters.ics",
    bytes: () => calendar(...event(`DTSTART${";A=b".repeat(400_000)}:20260101T100000Z`)),
    says: "long_line",
  },
  {
    what: "60,000 moved dates",
    name: "moved.ics",
    bytes: () =>
      calendar(
        ...event(start, "RRULE:FREQ=DAILY"),
        ...many(60_000, (n) => event(start, `RECURRENCE-ID:2026010${(n % 9) + 1}T100000Z`).join("\r\n")),
      ),
    says: null,
  },
  {
    what: "100,000 dates taken out",
    name: "taken-out.ics",
    bytes: () => calendar(...event(start, "RRULE:FREQ=DAILY", ...many(100_000, () => "EXDATE:20260101T100000Z"))),
    says: "too_often",
  },
  {
    what: "500,000 components in each other",
    name: "nest.ics",
    bytes: () => calendar("BEGIN:VEVENT\r\n".repeat(500_000)),
    says: "too_deep",
  },
  {
    what: "5,000 daily rules since the year 2000",
    name: "daily.ics",
    bytes: () =>
      calendar(
        ...many(5_000, (n) =>
          ["BEGIN:VEVENT", `UID:${n}`, "SUMMARY:x", "DTSTART:20000101T100000Z", "RRULE:FREQ=DAILY", "END:VEVENT"].join(
            "\r\n",
          ),
        ),
      ),
    says: null,
    isLong: true,
  },
];

/** The text of 103 characters that an editor pasted. */
export const poisonText = `Концерт\n${many(10, (n) => String(n + 1)).join(",        ")} xx`;
