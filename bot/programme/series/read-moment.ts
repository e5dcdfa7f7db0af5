import { DateTime } from "luxon";
import { readSaid } from "./said.ts";
import { addDays, resolveDay, type SaidDay } from "./said-days.ts";
import { tokenise } from "./tokens.ts";

/** When something is now: what is not said anew stays. */
export interface Present {
  startsAt: Date;
  /** False: it has days and no hour, as exhibitions have; then days may be said as "5–7 December". */
  hasStartTime: boolean;
}

export type ReadMoment =
  /** `endsAt`: null where nobody said an end or a length. */
  | { kind: "moment"; startsAt: Date; endsAt: Date | null; hasStartTime: boolean }
  /** `nothing`: no one day or hour was found; `day`: there is no such day. */
  | { kind: "unclear"; what: "nothing" | "day" | "past" }
  /** What was said is that day, but it is another weekday. */
  | { kind: "unclear"; what: "weekday"; day: Date };

/**
 * Reads the one moment that somebody types: "пт 5 декабря 18:00", "5.12 18:00–19:30", "tomorrow at 10", "иртәгә 12:00".
 * A weekday alone is the next one to come. Where something is to be moved, "18:30" is on its own day and "tomorrow" at
 * its own hour; else an hour has to be said, and without a day it is the next time that the clock says so.
 */
export function readMoment(text: string, { now, zone }: { now: Date; zone: string }, present?: Present): ReadMoment {
  const midnightOf = (date: string) => DateTime.fromISO(date, { zone });
  const local = (at: Date) => DateTime.fromJSDate(at, { zone });
  const said = readSaid(tokenise(text));
  const today = local(now).toFormat("yyyy-MM-dd");
  const resolve = (day: SaidDay) => resolveDay(day, { now, today, zone });
  const days = said.dates.flatMap((date) => date.said.days);
  const [weekday] = said.days.keys();
  const hours = said.hours ?? [...said.days.values()].find((own) => own !== null) ?? null;
  const hasStartTime = hours !== null || present?.hasStartTime === true;

  const [first, last] = days;
  if (present && first && last && days.length === 2 && !hasStartTime && said.dates[0]?.said.isRange) {
    const [from, until] = [resolve(first), resolve(last)];
    if (from === null || until === null || until < from) return unclear("day");
    const [startsAt, endsAt] = [midnightOf(from).toJSDate(), midnightOf(addDays(until, 1)).toJSDate()];
    return endsAt > now ? { kind: "moment", startsAt, endsAt, hasStartTime } : unclear("past");
  }
  const isNamed = first !== undefined || weekday !== undefined;
  if (days.length > 1 || said.days.size > 1 || (hours === null && !(isNamed && present))) return unclear("nothing");

  const was = local(present?.startsAt ?? now);
  // On a Friday, "on Friday" is the next one: this one is called today.
  const ahead = weekday === undefined ? 0 : ((weekday - local(now).weekday + 6) % 7) + 1;
  const date = first ? resolve(first) : weekday === undefined ? was.toFormat("yyyy-MM-dd") : addDays(today, ahead);
  if (date === null) return unclear("day");
  const midnight = midnightOf(date);
  if (first && weekday !== undefined && midnight.weekday !== weekday) {
    return { kind: "unclear", what: "weekday", day: midnight.toJSDate() };
  }
  const from = hours?.from ?? (hasStartTime ? was.hour * 60 + was.minute : 0);
  const start = midnight.set({ hour: Math.floor(from / 60), minute: from % 60 });
  const isOver = (hasStartTime ? start : start.plus({ days: 1 })).toJSDate() <= now;
  if (isOver && (isNamed || present)) return unclear("past");
  const startsAt = (isOver ? start.plus({ days: 1 }) : start).toJSDate();
  const minutes = said.length ?? (hours?.until == null ? null : (hours.until - hours.from + 1440) % 1440 || 1440);
  const endsAt = minutes === null ? null : new Date(startsAt.getTime() + minutes * 60_000);
  return { kind: "moment", startsAt, endsAt, hasStartTime };
}

const unclear = (what: "nothing" | "day" | "past") => ({ kind: "unclear", what }) as const;
