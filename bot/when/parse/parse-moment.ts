import { DateTime } from "luxon";
import { addDays, type Day, type Reading, resolveComing, resolveDay, todayOf, weekdayOf } from "../days.ts";
import { dateAt } from "../expand.ts";
import { withLength } from "../hours.ts";
import type { Span } from "../span.ts";
import { datesWithHours } from "../statement/dates-with-hours.ts";
import { readStatement } from "../statement/read-statement.ts";
import type { Statement, UsedWords } from "../statement/statement.ts";
import { unusedIn } from "../statement/unused.ts";
import { tokenise } from "../tokens.ts";

/** When something is now: what is not said anew stays. */
export interface Present {
  startsAt: Date;
  /** False: it has days and no hour, as exhibitions have; then days may be said as "5–7 December". */
  hasStartTime: boolean;
}

/** `unused`: where words stand that nothing was made of; they are to be asked about. */
export type ParsedMoment =
  /** `endsAt`: null where nobody said an end or a length. */
  | { kind: "moment"; startsAt: Date; endsAt: Date | null; hasStartTime: boolean; unused: Span[] }
  /** `nothing`: no one day or hour was found; `day`: there is no such day; `ambiguous`: "5/12" may be two days. */
  | { kind: "unclear"; what: "nothing" | "day" | "past" | "ambiguous"; unused: Span[] }
  /** `weekday`: what was said is that day, but it is another weekday; `time`: a part of that day was said, and no hour. */
  | { kind: "unclear"; what: "weekday" | "time"; day: Date; unused: Span[] };

/**
 * Reads the one moment that somebody types: "пт 5 декабря 18:00", "5.12 18:00–19:30", "через 3 дня в 10", "иртәгә 12:00".
 * A weekday alone is the next one to come. Where something is to be moved, "18:30" is on its own day, "tomorrow" at its own
 * hour and "an hour later" so much later; else an hour has to be said, and without a day it is the next time that the clock
 * says so. `before`: a day that was said with no hour, which a bare hour completes. The caller bounds the length of the text.
 */
export function parseMoment(text: string, reading: Reading, present?: Present, before?: string): ParsedMoment {
  if (before !== undefined) {
    const whole = parseMoment(`${before} ${/^\d+$/u.test(text.trim()) ? "at " : ""}${text}`, reading, present);
    if (whole.kind === "moment" && whole.unused.length === 0) return whole;
  }
  const said = readStatement(tokenise(text));
  const { unused } = said;
  const unclear = (what: "nothing" | "day" | "past" | "ambiguous") => ({ kind: "unclear", what, unused }) as const;
  const days = said.dates.flatMap((dates) => dates.days);
  if (days.some((day) => day.kind === "date" && day.isAmbiguous)) return unclear("ambiguous");
  const moment = (
    startsAt: Date,
    endsAt: Date | null,
    hasStartTime: boolean,
    used: readonly UsedWords[],
  ): ParsedMoment =>
    startsAt > reading.now || (!hasStartTime && endOf(startsAt, endsAt, reading) > reading.now)
      ? { kind: "moment", startsAt, endsAt, hasStartTime, unused: [...unusedIn(said, used), ...said.excepted.values()] }
      : unclear("past");

  if (said.shift !== null && present && days.length === 0) {
    return moment(new Date(present.startsAt.getTime() + said.shift * 60_000), null, present.hasStartTime, ["shift"]);
  }
  if (isSpanOfDays(said) && present && !present.hasStartTime)
    return spanOfDays(days, reading, moment) ?? unclear("day");
  const spanning = readSpanning(said, reading);
  if (spanning !== null) return moment(spanning.startsAt, spanning.endsAt, true, []);
  const showings = said.parts.flatMap((part) => (part.kind === "hours" ? part.hours : []));
  if (said.shift !== null || days.length > 1 || said.weekdays.size > 1 || showings.length > 1)
    return unclear("nothing");
  // «по субботам» is no one moment.
  if (said.isRepeated && said.weekdays.size > 0) return unclear("nothing");

  const [only] = said.hours ?? [];
  const hours = only === undefined ? null : withLength(only, said.length);
  if (said.ahead && days.length === 0 && said.weekdays.size === 0 && hours === null && !said.ahead.isDays) {
    return moment(new Date(reading.now.getTime() + said.ahead.minutes * 60_000), null, true, ["ahead"]);
  }
  const date = dateOf(said, days, hours?.from ?? null, reading);
  const midnight = (iso: string) => DateTime.fromISO(iso, { zone: reading.zone }).toJSDate();
  if (hours === null && said.part !== null && date && date >= todayOf(reading) && isOnWeekday(said, date))
    return { kind: "unclear", what: "time", day: midnight(date), unused: said.unused };
  if (hours === null && !(date !== undefined && present)) return unclear("nothing");
  if (date === null) return unclear("day");
  const [weekday] = said.weekdays.keys();
  if (date !== undefined && weekday !== undefined && weekdayOf(date) !== weekday) {
    return { kind: "unclear", what: "weekday", day: midnight(date), unused };
  }
  const isAhead = said.ahead?.isDays === true && days.length === 0;
  const used: UsedWords[] = [...(isAhead ? ["ahead" as const] : []), ...(hours === null ? [] : ["length" as const])];
  const was = DateTime.fromJSDate(present?.startsAt ?? reading.now, { zone: reading.zone });
  const on = date ?? was.toFormat("yyyy-MM-dd");
  if (hours === null) {
    if (!present?.hasStartTime) return moment(midnight(on), null, false, used);
    const same = dateAt(on, { from: was.hour * 60 + was.minute, until: null }, reading.zone);
    return moment(same.startsAt, null, true, used);
  }
  const { startsAt, endsAt } = dateAt(on, hours, reading.zone);
  // An hour alone is the next one that the clock says so.
  const isOver = date === undefined && !present && startsAt <= reading.now;
  const next = isOver ? dateAt(addDays(on, 1), hours, reading.zone) : { startsAt, endsAt };
  return moment(next.startsAt, next.endsAt, true, used);
}

const endOf = (startsAt: Date, endsAt: Date | null, { zone }: Reading): Date =>
  endsAt ?? DateTime.fromJSDate(startsAt, { zone }).plus({ days: 1 }).toJSDate();

const isSpanOfDays = ({ dates, hours, weekdays }: Statement): boolean =>
  hours === null && weekdays.size === 0 && dates.length === 1 && dates[0]?.isRange === true;

function spanOfDays(
  [first, last]: readonly Day[],
  reading: Reading,
  moment: (startsAt: Date, endsAt: Date, hasStartTime: boolean, used: readonly UsedWords[]) => ParsedMoment,
): ParsedMoment | null {
  const from = first ? resolveDay(first, reading) : null;
  const until = last && from !== null ? resolveDay(last, reading, from) : null;
  if (from === null || until === null || until < from) return null;
  const midnight = (iso: string) => DateTime.fromISO(iso, { zone: reading.zone }).toJSDate();
  return moment(midnight(from), midnight(addDays(until, 1)), false, []);
}

const isOnWeekday = ({ weekdays }: Statement, date: string): boolean =>
  weekdays.size === 0 || weekdays.has(weekdayOf(date));

/** "5 December 18:00 – 6 December 06:00": from an hour of one day to that of another; null for other texts. */
function readSpanning(said: Statement, reading: Reading): { startsAt: Date; endsAt: Date } | null {
  const [start, end, ...others] = datesWithHours(said);
  if (!start || end?.dates.role !== "until" || others.length + said.weekdays.size > 0) return null;
  const [[from, ...more], [until, ...rest]] = [start.hours, end.hours];
  const [[first, second], [last, another]] = [start.dates.days, end.dates.days];
  if (!from || !until || !first || !last || second || another || more.length + rest.length > 0) return null;
  const date = resolveComing(first, from.from, reading);
  const lastDate = date && resolveDay(last, reading, date);
  if (!date || !lastDate || from.until !== null) return null;
  const startsAt = dateAt(date, from, reading.zone).startsAt;
  const endsAt = dateAt(lastDate, { ...until, until: null }, reading.zone).startsAt;
  return endsAt > startsAt ? { startsAt, endsAt } : null;
}

/** The day meant; null: there is none such, undefined: nobody named one. */
function dateOf(
  { weekdays, ahead }: Statement,
  [first]: readonly Day[],
  minutes: number | null,
  reading: Reading,
): string | null | undefined {
  const today = todayOf(reading);
  if (first) return resolveComing(first, minutes, reading);
  if (ahead) return addDays(today, Math.round(ahead.minutes / 1440));
  const [weekday] = weekdays.keys();
  if (weekday === undefined) return undefined;
  // On a Friday, "on Friday" is the next one: this one is called today.
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
}
