import { readDoors, readDoorsBehind } from "../doors.ts";
import { type Hours, hoursOfShowing, type ReadHours, readShowings } from "../hours.ts";
import { hasCue, isMark, spanOf, type Token } from "../tokens.ts";
import { countRepeatedBefore } from "../weekdays.ts";
import { readDays } from "./read-days.ts";
import type { State } from "./statement.ts";
import { pushDates } from "./take.ts";

/** «сбор гостей в 18:30»: nobody begins then, and whoever wrote it is asked about it. */
export function takeDoors({ said }: State, tokens: readonly Token[], at: number): number | null {
  const next = readDoors(tokens, at);
  if (next !== null) said.unused.push(spanOf(tokens, at, next));
  return next;
}

/** Hours belong to the weekdays before them that have none; the first ones to all that stay without. */
export function takeHours(state: State, tokens: readonly Token[], at: number): number | null {
  const read = readShowings(tokens, at);
  const [first] = read?.showings ?? [];
  // A bare number is an hour only where something says so.
  if (!read || !first || (first.certainty === "bare" && !isOfDays(tokens, at, first))) return null;
  const doors = readDoorsBehind(tokens, read.next);
  if (doors !== null) {
    state.said.unused.push(spanOf(tokens, at, doors));
    return doors;
  }
  const { said } = state;
  const hours = read.showings.map(hoursOfShowing);
  const day = placeOfDay(tokens, read.next);
  if (day !== null && hours.length === 1 && endsOnAnotherDay(state, tokens, at, first, day))
    return takeEndOnDay(state, tokens, { at, next: read.next, day }, first.hours);
  if (day !== null || !endHours(state, read.showings)) {
    const isOfWeek = said.hours === null || [...said.weekdays.values()].includes(null);
    for (const [weekday, own] of said.weekdays) said.weekdays.set(weekday, own ?? hours);
    said.hours ??= hours;
    said.parts.push({ kind: "hours", hours, at: spanOf(tokens, at, read.next), isOfWeek, leadsToDay: day !== null });
  }
  const isUpTo = hasCue(tokens, read.next, "upTo");
  if (isUpTo) endLastDay(state);
  // "until 6 am on 6 December": the day behind the hour is the end too.
  if (state.role !== "except" && !(state.role === "until" && day !== null)) state.role = null;
  return isUpTo ? read.next + 1 : read.next;
}

/** «ежедневно 10–18», «по средам 17–19», «пн–пт 9–18»; "Sat–Sun 5–6" may be days. */
function isOfDays(tokens: readonly Token[], at: number, { hours: { from, until } }: ReadHours): boolean {
  const weekdays = until === null ? null : countRepeatedBefore(tokens, at);
  return weekdays !== null && until !== null && (weekdays === 7 || until - from !== (weekdays - 1) * 60);
}

/** The place of the one day that stands right behind an hour: "18:00 on 5 December". */
function placeOfDay(tokens: readonly Token[], at: number): number | null {
  const place = hasCue(tokens, at, "on") && !isMark(tokens, at, "comma") ? at + 1 : at;
  const days = readDays(tokens, place);
  return days?.days.length === 1 ? place : null;
}

/** «5 декабря с 18:00 до 06:00 6 декабря»: the second hour is that of the second day. */
function endsOnAnotherDay(
  { said }: State,
  tokens: readonly Token[],
  at: number,
  { hours: { from, until }, next }: ReadHours,
  day: number,
): boolean {
  const last = said.parts.at(-1);
  const isBehindDay = last?.kind === "dates" && last.dates.days.length === 1 && last.dates.role !== "except";
  if (!isBehindDay || until === null) return false;
  const isDashed = Array.from({ length: next - at }, (_, index) => at + index).some((place) =>
    isMark(tokens, place, "dash"),
  );
  const behind = readDays(tokens, day)?.next ?? day;
  const hasOwn = readShowings(tokens, hasCue(tokens, behind, "at", "from") ? behind + 1 : behind) !== null;
  return !hasOwn && (!isDashed || until <= from);
}

function takeEndOnDay(
  state: State,
  tokens: readonly Token[],
  { at, next, day }: { at: number; next: number; day: number },
  { from, until }: Hours,
): number | null {
  const days = readDays(tokens, day);
  if (days === null || until === null) return null;
  const span = spanOf(tokens, at, next);
  const part = (minutes: number) => ({
    ...{ kind: "hours" as const, at: span, isOfWeek: true, leadsToDay: false },
    hours: [{ from: minutes, until: null }],
  });
  const start = part(from);
  state.said.hours ??= start.hours;
  state.said.parts.push(start);
  state.role = "until";
  const behind = pushDates(state, days, tokens, day);
  state.said.parts.push(part(until));
  return behind;
}

/** «5 декабрь 18:00, 6 декабрь 06:00гә кадәр»: the day before the hour is an end. */
function endLastDay({ said }: State): void {
  const [start, end] = said.parts.slice(-3);
  const isBegun = start?.kind === "hours" && start.hours.length === 1 && start.hours[0]?.until === null;
  if (isBegun && end?.kind === "dates" && end.dates.role === null && end.dates.days.length === 1)
    end.dates.role = "until";
}

/** "в 18:00, до 20:00": the end of the hours before. */
function endHours({ said, role }: State, [end, ...others]: readonly ReadHours[]): boolean {
  const last = said.parts.at(-1);
  const [only, ...more] = last?.kind === "hours" ? last.hours : [];
  if (role !== "until" || !end || !only || only.until !== null || more.length + others.length > 0) return false;
  const { from } = hoursOfShowing(end);
  only.until = from > only.from ? from : end.hours.from;
  return true;
}
