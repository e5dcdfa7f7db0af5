import { DateTime } from "luxon";
import { expandRecurrence } from "../../bot/when/expand.ts";
import { type ParsedDate, parseDates } from "../../bot/when/parse/parse-dates.ts";
import { type Present, parseMoment } from "../../bot/when/parse/parse-moment.ts";
import { parseRecurrence } from "../../bot/when/parse/parse-recurrence.ts";
import { joinSpans, type Span } from "../../bot/when/span.ts";

/** A Sunday, three o'clock in the afternoon in Kazan. */
export const sunday = { now: new Date("2026-11-29T12:00:00Z"), zone: "Europe/Moscow" };

const local = (at: Date, format: string) => DateTime.fromJSDate(at, { zone: sunday.zone }).toFormat(format);

/** "12-05 18:30", "12-05 18:30–20:00", "12-05 23:00–01-01 02:00", days "12-05" and "12-05/12-07". */
export function written({ startsAt, endsAt, hasStartTime }: ParsedDate): string {
  const isNear = endsAt !== null && endsAt.getTime() - startsAt.getTime() < 86_400_000;
  const sameDay = endsAt !== null && local(startsAt, "MM-dd") === local(endsAt, "MM-dd");
  if (hasStartTime) {
    const end =
      endsAt === null
        ? ""
        : `–${local(endsAt, sameDay || (isNear && endsBeforeNoon(endsAt)) ? "HH:mm" : "MM-dd HH:mm")}`;
    return local(startsAt, "MM-dd HH:mm") + end;
  }
  return local(startsAt, "MM-dd") + (endsAt === null ? "" : `/${local(new Date(endsAt.getTime() - 1), "MM-dd")}`);
}

const endsBeforeNoon = (at: Date): boolean => Number(local(at, "H")) < 12;

/** Behind what was understood the words that were not: "12-05 18:30 ? пожалуй". */
const withUnused = (said: string, text: string, unused: readonly Span[]): string =>
  [said, ...joinSpans(text, unused).map(({ start, end }) => `? ${text.slice(start, end)}`)].join(" ");

/** The moment that a text means, or what is unclear about it. */
export function momentOf(text: string, present?: Present): string {
  const read = parseMoment(text, sunday, present);
  return withUnused(read.kind === "moment" ? written(read) : read.what, text, read.unused);
}

/** The dates that a text means, or what is unclear about them. */
export function datesOf(text: string): string {
  const read = parseDates(text, sunday);
  return withUnused(read.kind === "dates" ? read.dates.map(written).join(", ") : read.what, text, read.unused);
}

/** The dates of lessons: the first three, and how many there are. */
export function lessonsOf(text: string): string {
  const read = parseRecurrence(text, sunday);
  if (read.kind === "unclear") return withUnused(read.what, text, read.unused);
  const dates = expandRecurrence(read.recurrence, sunday.zone).map((date) => written({ ...date, hasStartTime: true }));
  return withUnused(`${dates.slice(0, 3).join(", ")} (${dates.length})`, text, read.unused);
}
