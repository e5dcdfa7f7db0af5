import { DateTime } from "luxon";
import type { OccurrenceDraft } from "../../programme/event.ts";
import { isPermanent, permanentEnd } from "../../programme/occurrence-end.ts";
import type { RecordProblem } from "../problem.ts";
import type { KudagoDate } from "./record.ts";

type Span = Pick<OccurrenceDraft, "startsAt" | "endsAt" | "hasStartTime">;

/** Years outside are no dates: KudaGo writes "no start" as year 1 (-62135433000) and "no end" as year 9999. */
const firstYear = 1990;
const lastYear = 2099;
/** A daily exhibition of many years has some hundreds; far more is a mistake or an attack. */
const mostDates = 2000;

/**
 * Reads a record's dates in order, each start once.
 * No end or an end not after the start → left open; an end beyond `lastYear` or `is_endless` → on for good;
 * no start → since `published`, else since 1 January of the year it ends; midnight to midnight → days without an hour.
 */
export function readDates(
  dates: readonly KudagoDate[],
  timeZone: string,
  published: number | null | undefined,
): { spans: Span[]; warnings: RecordProblem[] } {
  const spans = new Map<number, Span>();
  // A remark is made once, however many dates it is about.
  const warnings = new Map<string, RecordProblem>();
  const warn = (problem: RecordProblem) => warnings.set(JSON.stringify(problem), problem);
  if (dates.length > mostDates) warn({ code: "too_many_dates", most: mostDates, total: dates.length });

  for (const date of dates.slice(0, mostDates)) {
    const read = readDate(date, timeZone, published);
    if (read.warning) warn(read.warning);
    if (!("span" in read)) continue;
    const followed = followSchedules(date, read.span, timeZone);
    if (followed === null && date.schedules.length > 0) warn({ code: "opening_hours" });
    for (const span of followed ?? [read.span]) {
      const start = span.startsAt.getTime();
      const known = spans.get(start);
      if (!known?.endsAt || (span.endsAt && span.endsAt > known.endsAt)) spans.set(start, span);
    }
  }
  return {
    spans: [...spans.values()].sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime()),
    warnings: [...warnings.values()],
  };
}

/** Shows take so long at most, in minutes; what is open longer is an exhibition, whose days stay one span. */
const longestShow = 5 * 60;

/** The dates of weekdays with an hour: a show each Friday at nine; null where nothing of the kind is said. */
function followSchedules({ schedules }: KudagoDate, span: Span, timeZone: string): Span[] | null {
  if (schedules.length === 0 || span.hasStartTime !== false || !span.endsAt || isPermanent(span.endsAt)) return null;
  const shows = schedules.flatMap(({ days_of_week, start_time, end_time }) => {
    const [from, until] = [minutesOf(start_time), minutesOf(end_time)];
    if (from === null) return [];
    const length = until === null ? null : until > from ? until - from : until - from + 24 * 60;
    return length !== null && length > longestShow
      ? []
      : days_of_week.map((day) => ({ weekday: day + 1, from, length }));
  });
  if (shows.length === 0) return null;
  const found: Span[] = [];
  const last = DateTime.fromJSDate(span.endsAt, { zone: timeZone });
  for (
    let day = DateTime.fromJSDate(span.startsAt, { zone: timeZone });
    day < last && found.length < mostDates;
    day = day.plus({ days: 1 })
  ) {
    for (const { from, length } of shows.filter(({ weekday }) => weekday === day.weekday)) {
      const start = day.set({ hour: Math.floor(from / 60), minute: from % 60 });
      found.push({
        startsAt: start.toJSDate(),
        ...(length !== null && { endsAt: start.plus({ minutes: length }).toJSDate() }),
      });
    }
  }
  return found.length > 0 ? found : null;
}

function minutesOf(clock: string | null | undefined): number | null {
  const [, hour, minute] = /^(\d{1,2}):(\d\d)/u.exec(clock ?? "") ?? [];
  return hour === undefined ? null : Number(hour) * 60 + Number(minute);
}

function readDate(
  date: KudagoDate,
  timeZone: string,
  published: number | null | undefined,
): { span: Span; warning?: RecordProblem } | { warning: RecordProblem } {
  const end = date.is_endless ? undefined : instant(date.end, timeZone);
  const isEndless = date.is_endless === true || isBeyond(date.end);
  const start = date.is_startless ? undefined : instant(date.start, timeZone);

  if (!start) {
    if (!date.is_startless && !isBeforeTime(date.start)) {
      const { start: said } = date;
      return { warning: typeof said === "number" ? { code: "bad_start", said: String(said) } : { code: "no_start" } };
    }
    const since = instant(published, timeZone)?.startOf("day") ?? end?.startOf("year");
    if (!since || (end && end <= since)) return { warning: { code: "no_start_or_end" } };
    const endsAt = end ? end.toJSDate() : permanentEnd;
    return {
      span: { startsAt: since.toJSDate(), endsAt, hasStartTime: false },
      warning: { code: "guessed_start", since: since.toFormat("yyyy-MM-dd") },
    };
  }

  const startsAt = start.toJSDate();
  const isWholeDay =
    isMidnight(start) && (date.start_time === null || (end !== undefined && isMidnight(end) && end > start));
  const hour = date.start_time === null || isWholeDay ? { hasStartTime: false } : {};
  if (isEndless) return { span: { startsAt, endsAt: permanentEnd, ...hour } };
  if (end && end > start) return { span: { startsAt, endsAt: end.toJSDate(), ...hour } };
  if (end && end < start) return { span: { startsAt, ...hour }, warning: { code: "end_before_start" } };
  return { span: { startsAt, ...hour } };
}

/** Unix seconds → an instant in the zone, if it is within reason. */
function instant(seconds: number | null | undefined, timeZone: string): DateTime | undefined {
  if (typeof seconds !== "number" || Math.abs(seconds) > 1e11) return undefined;
  const time = DateTime.fromSeconds(Math.round(seconds), { zone: timeZone });
  return time.isValid && time.year >= firstYear && time.year <= lastYear ? time : undefined;
}

function isBeyond(seconds: number | null | undefined): boolean {
  return typeof seconds === "number" && seconds >= permanentEnd.getTime() / 1000;
}

function isBeforeTime(seconds: number | null | undefined): boolean {
  return typeof seconds === "number" && seconds < -1e9;
}

function isMidnight(time: DateTime): boolean {
  return time.hour === 0 && time.minute === 0 && time.second === 0;
}
