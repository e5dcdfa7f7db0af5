import { inZone } from "../../../words/time/local-time.ts";

const hour = 3_600_000;

/** How long a place is held, in waking hours. */
const held = 12;

/** Hours of the day in which people can be expected to read and answer; an offer never ends outside of them. */
const waking = { from: 10, until: 21 } as const;

/** Held at most until so long before a lesson, so that the next in line can still come to it. */
const beforeLesson = 2 * hour;

/** Nobody has to answer in less than this. */
const shortest = hour;

/** A lesson nearer than this is let go: it would leave less than an hour to answer. */
export const nearestLesson = beforeLesson + shortest;

/**
 * Until when a place offered now is held, by the clock of the group's zone (IANA name); null if no lesson is far enough, and
 * nothing may be offered. A lesson early in the morning ends an offer in the evening before.
 */
export function offerUntil(now: Date, lessonStarts: readonly Date[], zone: string): Date | null {
  const longest = afterWakingHours(now, zone);
  const limits = lessonStarts
    .map((start) => start.getTime())
    .filter((start) => start >= now.getTime() + nearestLesson)
    .toSorted((one, other) => one - other)
    .map((start) => whileAwake(new Date(start - beforeLesson), zone))
    .filter((limit) => limit.getTime() - now.getTime() >= shortest);
  const [nearest] = limits;
  return nearest === undefined ? null : new Date(Math.min(longest.getTime(), nearest.getTime()));
}

/** The end of so many waking hours from now. */
function afterWakingHours(now: Date, zone: string): Date {
  let left = held * hour;
  for (let day = inZone(now, zone).startOf("day"); ; day = day.plus({ days: 1 })) {
    const from = Math.max(day.set({ hour: waking.from }).toMillis(), now.getTime());
    const until = day.set({ hour: waking.until }).toMillis();
    const awake = Math.max(0, until - from);
    if (left <= awake) return new Date(from + left);
    left -= awake;
  }
}

/** The instant itself, or the last waking one before it. */
function whileAwake(instant: Date, zone: string): Date {
  const local = inZone(instant, zone);
  const evening = local.set({ hour: waking.until, minute: 0, second: 0, millisecond: 0 });
  if (local.hour < waking.from) return evening.minus({ days: 1 }).toJSDate();
  return local > evening ? evening.toJSDate() : instant;
}
