import { DateTime } from "luxon";
import { gather } from "../../programme/series/gather.ts";
import { addDays, resolveDay } from "../../programme/series/said-days.ts";
import { tokenise } from "../../programme/series/tokens.ts";
import { inZone } from "../../words/local-time.ts";

/** When something is now: what is not said anew stays. */
export interface Present {
  startsAt: Date;
  endsAt: Date;
}

/** `nothing`: no day or hour was found; `weekday`: that day is another weekday; `day`: there is no such day; `past`. */
export type ReadMoment =
  | { kind: "moment"; startsAt: Date; endsAt: Date }
  | { kind: "unclear"; what: "nothing" | "day" | "past" }
  /** What was said is the day, but it is another weekday. */
  | { kind: "unclear"; what: "weekday"; day: Date };

/**
 * Reads when a lesson is to be: "пт 5 декабря 18:00", "5.12 18:00–19:30", "18:30" on the
 * same day, "завтра" at the same hour. Without an end it takes as long as before. A weekday alone is the next one to come.
 */
export function readMoment(text: string, present: Present, { now, zone }: { now: Date; zone: string }): ReadMoment {
  const unclear = (what: "nothing" | "day" | "past"): ReadMoment => ({ kind: "unclear", what });
  const said = gather(tokenise(text));
  const today = inZone(now, zone).toFormat("yyyy-MM-dd");
  const days = said.dates.flatMap(({ said: { days } }) => days);
  const [weekday] = said.days.keys();
  const hours = said.hours ?? [...said.days.values()].find((own) => own !== null) ?? null;
  if (days.length > 1 || said.days.size > 1 || (days.length === 0 && weekday === undefined && hours === null)) {
    return unclear("nothing");
  }
  const was = inZone(present.startsAt, zone);
  const date = sayDate();
  if (date === null) return unclear("day");
  const midnight = DateTime.fromISO(date, { zone });
  if (days.length > 0 && weekday !== undefined && midnight.weekday !== weekday) {
    return { kind: "unclear", what: "weekday", day: midnight.toJSDate() };
  }
  const from = hours?.from ?? was.hour * 60 + was.minute;
  const startsAt = midnight.set({ hour: Math.floor(from / 60), minute: from % 60 }).toJSDate();
  if (startsAt <= now) return unclear("past");
  return { kind: "moment", startsAt, endsAt: new Date(startsAt.getTime() + length() * 60_000) };

  function sayDate(): string | null {
    const [day] = days;
    if (day !== undefined) return resolveDay(day, { now, today, zone });
    if (weekday === undefined) return was.toFormat("yyyy-MM-dd");
    const ahead = (weekday - inZone(now, zone).weekday + 7) % 7;
    return addDays(today, ahead === 0 ? 7 : ahead);
  }

  function length(): number {
    if (said.length !== null) return said.length;
    if (hours?.until == null) return (present.endsAt.getTime() - present.startsAt.getTime()) / 60_000;
    return (hours.until - hours.from + 1440) % 1440 || 1440;
  }
}
