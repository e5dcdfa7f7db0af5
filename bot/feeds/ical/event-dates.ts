import type { RecordProblem } from "../problem.ts";
import type { VEvent } from "./event.ts";
import { followRule, type RuleBounds } from "./follow-rule.ts";
import type { CalendarDate } from "./record.ts";
import { parseRecurrenceRule, type RecurrenceRule } from "./recurrence-rule.ts";
import { type CalendarTime, parseDuration, parseTime } from "./times.ts";
import type { CalendarZone, WallTime } from "./zones.ts";

/** Dates taken out of a rule, put in beside it, or moved: a daily one of five years has some hundreds of holidays. */
const mostExceptions = 2_000;
/** Dates of one event, and rules of one; RFC 5545 wants one. */
const mostDates = 500;
const mostRules = 10;
const day = 86_400_000;

/** Between which instants dates that repeat are wanted, and whose midnights days have. */
export interface WantedDates {
  from: number;
  until: number;
  city: CalendarZone;
  budget: RuleBounds["budget"];
}

export type EventDates =
  | { kind: "dates"; dates: CalendarDate[]; remarks: RecordProblem[] }
  | { kind: "refused"; problem: RecordProblem }
  /** All rules of the file together look at too many days. */
  | { kind: "spent" };

/** One date before it is written: `length` in milliseconds. */
interface Instance {
  start: CalendarTime;
  length: number | null;
}

/** Works out the dates of an event: those of its rules and lists, without those taken out, with exceptions applied. */
export function datesOfEvent(master: VEvent, exceptions: readonly VEvent[], wanted: WantedDates): EventDates {
  const { start } = master;
  if (start === null) return { kind: "refused", problem: master.badStart ?? { code: "no_dates" } };
  if (master.rdates.length + master.exdates.length + exceptions.length > mostExceptions)
    return { kind: "refused", problem: { code: "too_often" } };
  const repeats = master.rules.length + master.exrules.length + master.rdates.length > 0;
  const found = repeats
    ? instancesOf(master, start, wanted)
    : { kind: "instances" as const, instances: [ownOf(master, start)] };
  if (found.kind !== "instances") return found;
  const moving = exceptions.filter(({ isForFuture }) => isForFuture);
  const single = new Map(
    exceptions.flatMap((one) => (one.recurrenceId ? [[keyOf(one.recurrenceId, start, wanted), one]] : [])),
  );
  const dates: CalendarDate[] = [];
  const seen = new Set<number>();
  for (const instance of found.instances) {
    const announced = instantOf(instance.start, wanted);
    const key = keyOf(instance.start, start, wanted);
    const own = single.get(key);
    single.delete(key);
    const future =
      own ?? moving.findLast((one) => one.recurrenceId && instantOf(one.recurrenceId, wanted) <= announced);
    const date =
      future === undefined ? written(instance, master, wanted) : exceptionOf(instance, future, master, wanted);
    if (seen.has(Date.parse(date.startsAt))) continue;
    seen.add(Date.parse(date.startsAt));
    dates.push(date);
  }
  // Exceptions of dates that the rule does not have are dates all the same, and so are versions with a date of their own.
  for (const one of [...single.values(), ...exceptions.filter(({ recurrenceId }) => recurrenceId === null)]) {
    if (one.start === null || one.isForFuture) continue;
    const date = written(ownOf(one, one.start), one, wanted);
    if (!seen.has(Date.parse(date.startsAt))) dates.push(withPlace(date, one, master));
  }
  const kept = dates
    .filter(({ startsAt }) => !repeats || Date.parse(startsAt) >= wanted.from)
    .sort((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt));
  const remarks: RecordProblem[] =
    kept.length > mostDates ? [{ code: "too_many_dates", most: mostDates, total: kept.length }] : [];
  return { kind: "dates", dates: kept.slice(0, mostDates), remarks };
}

const ownOf = (event: VEvent, start: CalendarTime): Instance => ({ start, length: lengthOf(event, start) });

function lengthOf({ end, duration }: VEvent, start: CalendarTime): number | null {
  if (duration !== null) return duration;
  if (end === null) return null;
  const length =
    start.isDay === end.isDay && start.zone === end.zone
      ? end.wall - start.wall
      : end.zone.toInstant(end.wall) - start.zone.toInstant(start.wall);
  return length > 0 ? length : null;
}

type Instances = { kind: "instances"; instances: Instance[] } | Exclude<EventDates, { kind: "dates" }>;

function instancesOf(master: VEvent, start: CalendarTime, wanted: WantedDates): Instances {
  const rules: RecurrenceRule[] = [];
  const without: RecurrenceRule[] = [];
  if (master.rules.length + master.exrules.length > mostRules)
    return { kind: "refused", problem: { code: "too_often" } };
  for (const [said, into] of [
    ...master.rules.map((one) => [one, rules] as const),
    ...master.exrules.map((one) => [one, without] as const),
  ]) {
    const parsed = parseRecurrenceRule(said);
    if (parsed.kind === "too often") return { kind: "refused", problem: { code: "too_often" } };
    if (parsed.kind === "bad") return { kind: "refused", problem: { code: "bad_rule", said: said.slice(0, 80) } };
    into.push(parsed.rule);
  }
  const length = lengthOf(master, start);
  const walls = new Set<WallTime>([start.wall]);
  const taken = new Set<WallTime>();
  for (const [rule, into] of [
    ...rules.map((one) => [one, walls] as const),
    ...without.map((one) => [one, taken] as const),
  ]) {
    const followed = followWithin(rule, start, wanted);
    if (followed === null) return { kind: "spent" };
    for (const wall of followed) into.add(wall);
  }
  const instances: Instance[] = [...walls]
    .filter((wall) => !taken.has(wall))
    .map((wall) => ({ start: { ...start, wall }, length }));
  for (const { period, ...time } of master.rdates) {
    instances.push({ start: time, length: period === undefined ? length : lengthOfPeriod(time, period) });
  }
  const gone = new Set(master.exdates.map((one) => keyOf(one, start, wanted)));
  const left = instances.filter((one) => !gone.has(keyOf(one.start, start, wanted)));
  // "Not on the 11th" takes out whatever that day has.
  const days = new Set(master.exdates.flatMap((one) => (one.isDay ? [one.wall] : [])));
  return { kind: "instances", instances: left.filter((one) => !days.has(Math.floor(one.start.wall / day) * day)) };
}

function followWithin(rule: RecurrenceRule, start: CalendarTime, wanted: WantedDates): WallTime[] | null {
  const { zone } = start;
  const end =
    rule.until === null ? Number.POSITIVE_INFINITY : rule.until.isInstant ? zone.toWall(rule.until.at) : rule.until.at;
  const until = Math.min(zone.toWall(wanted.until), end);
  const from = zone.toWall(wanted.from) - 7 * day;
  const walls = followRule(rule, start.wall, { from, until, budget: wanted.budget });
  return walls?.filter((wall) => wall <= until) ?? null;
}

/** A period's end as a time or a length. */
function lengthOfPeriod(start: CalendarTime, period: string): number | null {
  const end = parseTime(period, start.zone);
  return end === null
    ? parseDuration(period)
    : Math.max(0, end.zone.toInstant(end.wall) - start.zone.toInstant(start.wall)) || null;
}

/** Days have the midnights of the city; whole days are the same everywhere. */
const instantOf = ({ wall, isDay, zone }: CalendarTime, { city }: Pick<WantedDates, "city">): number =>
  (isDay ? city : zone).toInstant(wall);

/** What tells one instance from another: its instant, or its day where the event has days, by whatever zone it is said. */
function keyOf(time: CalendarTime, start: CalendarTime, wanted: Pick<WantedDates, "city">): number {
  if (start.isDay) return Math.floor(time.wall / day) * day;
  return instantOf(
    time.isDay ? { ...time, wall: time.wall + (start.wall % day), isDay: false, zone: start.zone } : time,
    wanted,
  );
}

function exceptionOf(instance: Instance, exception: VEvent, master: VEvent, wanted: WantedDates): CalendarDate {
  const { start, recurrenceId, isForFuture } = exception;
  const moved =
    start === null || recurrenceId === null
      ? instance.start
      : isForFuture
        ? {
            ...instance.start,
            wall: instance.start.wall + wallIn(start, instance.start) - wallIn(recurrenceId, instance.start),
          }
        : start;
  const length =
    start === null
      ? instance.length
      : (lengthOf(exception, start) ?? (exception.end === null ? instance.length : null));
  const date = withPlace(written({ start: moved, length }, exception, wanted), exception, master);
  const announced = exception.isForFuture || recurrenceId === null ? instance.start : recurrenceId;
  const before = new Date(
    announced.isDay || !instance.start.isDay ? instantOf(announced, wanted) : instantOf(instance.start, wanted),
  );
  return before.toISOString() === date.startsAt ? date : { ...date, previousStartsAt: before.toISOString() };
}

const wallIn = (time: CalendarTime, like: CalendarTime): WallTime =>
  time.isDay || like.isDay ? time.wall : like.zone.toWall(time.zone.toInstant(time.wall));

const withPlace = (date: CalendarDate, { location }: VEvent, master: VEvent): CalendarDate =>
  location === null || location === master.location ? date : { ...date, location };

/** An event from midnight to midnight, on the wall of its own zone, has days and no hour. */
function written({ start, length }: Instance, { isCancelled }: VEvent, wanted: WantedDates): CalendarDate {
  const isWhole = start.isDay || (start.wall % day === 0 && length !== null && length % day === 0);
  const time = isWhole ? { ...start, isDay: true } : start;
  const startsAt = instantOf(time, wanted);
  const end = length === null ? null : isWhole ? wanted.city.toInstant(start.wall + length) : startsAt + length;
  // The end of a single day says nothing.
  const isLonger = end !== null && end > startsAt && !(isWhole && length === day);
  return {
    startsAt: new Date(startsAt).toISOString(),
    ...(isLonger && { endsAt: new Date(end).toISOString() }),
    hasStartTime: !isWhole,
    isCancelled,
  };
}
