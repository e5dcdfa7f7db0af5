import type { RecurrenceRule } from "./recurrence-rule.ts";
import type { WallTime } from "./zones.ts";

const day = 86_400_000;
const week = 7 * day;

/** Where following a rule begins and ends, on the wall; `steps` counts down the days that all rules of a file look at. */
export interface RuleBounds {
  from: WallTime;
  until: WallTime;
  budget: { steps: number };
}

/** A day as a rule looks at it: midnight of the wall clock, in milliseconds. */
interface Calendar {
  date: WallTime;
  year: number;
  month: number;
  monthDay: number;
  weekday: number;
}

/**
 * The wall clocks at which a rule has a date, from its start on and in order. It looks at one day after the other, so no rule
 * takes longer than its days, whatever it says; a rule that is not counted is looked at from `from` on. Null: the budget is
 * spent.
 */
export function followRule(
  rule: RecurrenceRule,
  start: WallTime,
  { from, until, budget }: RuleBounds,
): WallTime[] | null {
  const firstDay = midnightOf(start);
  const isAnchored = rule.count !== null;
  const first = isAnchored || from <= start ? firstDay : midnightOf(from);
  const found: WallTime[] = [];
  let counted = 0;
  let period: WallTime[] = [];
  let current = Number.NaN;
  /** Takes what one period of the rule has; false where the rule is over. */
  const take = (): boolean => {
    const dates = rule.byPosition === null ? period : atPositions(period, rule.byPosition);
    for (const date of dates) {
      if (date < start) continue;
      counted += 1;
      if (rule.count !== null && counted > rule.count) return false;
      if (date >= from) found.push(date);
    }
    return rule.count === null || counted < rule.count;
  };
  // A period is looked at to its end for its positions, and at most a year long.
  const last = rule.byPosition === null ? until : until + 366 * day;
  // A period that has begun before is looked at from its own beginning, for its positions.
  for (let at = beginningOf(rule, first, rule.byPosition !== null); at <= last; at += day) {
    const calendar = calendarOf(at);
    const own = periodOf(rule, calendar, firstDay);
    if (own !== current) {
      if (!take()) return found;
      [current, period] = [own, []];
    }
    budget.steps -= 1;
    if (budget.steps < 0) return null;
    if (own % rule.interval !== 0 || own < 0) {
      at = skipped(rule, calendar, at);
      continue;
    }
    if (fits(rule, calendar, start)) period.push(...hoursOf(rule, at, start));
  }
  take();
  return found;
}

const midnightOf = (wall: WallTime): WallTime => Math.floor(wall / day) * day;

function calendarOf(date: WallTime): Calendar {
  const utc = new Date(date);
  const [year, month, monthDay] = [utc.getUTCFullYear(), utc.getUTCMonth() + 1, utc.getUTCDate()];
  return { date, year, month, monthDay, weekday: ((utc.getUTCDay() + 6) % 7) + 1 };
}

const weekOf = (date: WallTime, weekStart: number): number => Math.floor((date / day + 3 - (weekStart - 1)) / 7);

/** The number of a day's period, counted from that of the start. */
function periodOf({ frequency, weekStart }: RecurrenceRule, { date, year, month }: Calendar, start: WallTime): number {
  const begun = new Date(start);
  switch (frequency) {
    case "DAILY":
      return (date - start) / day;
    case "WEEKLY":
      return weekOf(date, weekStart) - weekOf(start, weekStart);
    case "MONTHLY":
      return (year - begun.getUTCFullYear()) * 12 + month - 1 - begun.getUTCMonth();
    case "YEARLY":
      return year - begun.getUTCFullYear();
  }
}

function beginningOf({ frequency, weekStart }: RecurrenceRule, at: WallTime, isWhole: boolean): WallTime {
  if (!isWhole) return at;
  const date = new Date(at);
  if (frequency === "MONTHLY") return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  if (frequency === "YEARLY") return Date.UTC(date.getUTCFullYear());
  return frequency === "WEEKLY" ? (weekOf(at, weekStart) * 7 - 3 + (weekStart - 1)) * day : at;
}

/** The last day before one of the next period, of a period in which the rule has none. */
function skipped({ frequency, weekStart }: RecurrenceRule, { year, month }: Calendar, at: WallTime): WallTime {
  if (frequency === "MONTHLY") return Date.UTC(year, month) - day;
  if (frequency === "YEARLY") return Date.UTC(year + 1) - day;
  return frequency === "WEEKLY" ? ((weekOf(at, weekStart) + 1) * 7 - 3 + (weekStart - 1)) * day - day : at;
}

function fits(rule: RecurrenceRule, calendar: Calendar, start: WallTime): boolean {
  const { frequency, byDay, byMonth, byMonthDay, byYearDay, byWeekNumber } = rule;
  const { year, month, monthDay, weekday, date } = calendar;
  const begun = new Date(start);
  const isOneOf = (all: readonly number[] | null, ...values: readonly number[]): boolean =>
    all === null || values.some((value) => all.includes(value));
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const dayOfYear = Math.round((date - Date.UTC(year, 0)) / day) + 1;
  const daysOfYear = Math.round((Date.UTC(year + 1, 0) - Date.UTC(year, 0)) / day);
  if (!isOneOf(byMonth, month) || !isOneOf(byMonthDay, monthDay, monthDay - lastOfMonth - 1)) return false;
  if (!isOneOf(byYearDay, dayOfYear, dayOfYear - daysOfYear - 1)) return false;
  if (byWeekNumber !== null && !isOneOf(byWeekNumber, ...weekNumbersOf(date, rule.weekStart))) return false;
  if (byDay !== null) {
    const isInMonth = frequency === "MONTHLY" || (frequency === "YEARLY" && byMonth !== null);
    const place = isInMonth ? monthDay : dayOfYear;
    const length = isInMonth ? lastOfMonth : daysOfYear;
    return byDay.some(
      (one) =>
        one.weekday === weekday &&
        (one.position === null ||
          one.position === Math.ceil(place / 7) ||
          one.position === -Math.ceil((length - place + 1) / 7)),
    );
  }
  // Without a day of its own the rule repeats that of the start.
  if (frequency === "WEEKLY") return weekday === ((begun.getUTCDay() + 6) % 7) + 1;
  const hasDay = byMonthDay !== null || byYearDay !== null;
  if (frequency === "DAILY" || hasDay) return true;
  if (byWeekNumber !== null) return weekday === ((begun.getUTCDay() + 6) % 7) + 1;
  if (monthDay !== begun.getUTCDate()) return false;
  return frequency === "MONTHLY" || byMonth !== null || month === begun.getUTCMonth() + 1;
}

/** The number of a day's week in the year that has most of it, from its beginning and from its end. */
function weekNumbersOf(date: WallTime, weekStart: number): number[] {
  const middle = (weekOf(date, weekStart) * 7 - 3 + (weekStart - 1)) * day + 3 * day;
  const year = new Date(middle).getUTCFullYear();
  const number = Math.floor((middle - Date.UTC(year, 0)) / week) + 1;
  const last = Math.floor((Date.UTC(year + 1, 0) - day - middle) / week);
  return [number, -last - 1];
}

/** The moments of a day: those that the rule names, else the hour of the start. */
function hoursOf({ byHour, byMinute, bySecond }: RecurrenceRule, date: WallTime, start: WallTime): WallTime[] {
  const begun = new Date(start);
  const moments: WallTime[] = [];
  for (const hour of byHour ?? [begun.getUTCHours()])
    for (const minute of byMinute ?? [begun.getUTCMinutes()])
      for (const second of bySecond ?? [begun.getUTCSeconds()])
        moments.push(date + ((hour * 60 + minute) * 60 + second) * 1_000);
  return [...new Set(moments)].sort((one, other) => one - other).slice(0, mostADay);
}

/** More than one every quarter of an hour is no programme. */
const mostADay = 100;

const atPositions = (dates: readonly WallTime[], positions: readonly number[]): WallTime[] =>
  dates.filter((_, index) => positions.includes(index + 1) || positions.includes(index - dates.length));
