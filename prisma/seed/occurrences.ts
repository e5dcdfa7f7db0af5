import type { DateTime } from "luxon";
import type { OccurrenceDraft, PlaceDraft } from "../../bot/programme/event.ts";

/** One occurrence for each start, all of the same length in minutes and at the same place. */
export function lasting(minutes: number, starts: DateTime | DateTime[], place?: PlaceDraft): OccurrenceDraft[] {
  return [starts].flat().map((start) => ({
    startsAt: start.toJSDate(),
    endsAt: start.plus({ minutes }).toJSDate(),
    ...(place && { place }),
  }));
}

/** An occurrence of which nobody said when it ends. */
export function openEnded(starts: DateTime | DateTime[], place?: PlaceDraft): OccurrenceDraft[] {
  return [starts].flat().map((start) => ({ startsAt: start.toJSDate(), ...(place && { place }) }));
}

/** One occurrence over days or weeks, as exhibitions have it. */
export function between(start: DateTime, end: DateTime, place?: PlaceDraft): OccurrenceDraft[] {
  return [{ startsAt: start.toJSDate(), endsAt: end.toJSDate(), ...(place && { place }) }];
}

/** "On 5 December", the hour not known yet. */
export function withoutHour(day: DateTime, place?: PlaceDraft): OccurrenceDraft[] {
  return [{ startsAt: day.startOf("day").toJSDate(), hasStartTime: false, ...(place && { place }) }];
}

/** Keeps the first of those that overlap ("every Saturday" and "today", on a Saturday); the result is in order of time. */
export function withoutOverlaps(occurrences: OccurrenceDraft[]): OccurrenceDraft[] {
  const kept: OccurrenceDraft[] = [];
  for (const occurrence of occurrences) if (!kept.some((other) => overlap(other, occurrence))) kept.push(occurrence);
  return kept.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

function overlap(a: OccurrenceDraft, b: OccurrenceDraft): boolean {
  return a.startsAt.getTime() < endOf(b) && b.startsAt.getTime() < endOf(a);
}

function endOf({ startsAt, endsAt }: OccurrenceDraft): number {
  const anEvening = 3 * 60 * 60_000;
  return endsAt?.getTime() ?? startsAt.getTime() + anEvening;
}

/** Marks occurrences as moved here from `previous`. */
export function movedFrom(previous: DateTime, occurrences: OccurrenceDraft[]): OccurrenceDraft[] {
  return occurrences.map((occurrence) => ({ ...occurrence, status: "moved", previousStartsAt: previous.toJSDate() }));
}

/** Marks occurrences as postponed: the old date stands until there is a new one. */
export function postponed(occurrences: OccurrenceDraft[]): OccurrenceDraft[] {
  return occurrences.map((occurrence) => ({ ...occurrence, status: "postponed" }));
}

/** Marks occurrences as cancelled. */
export function cancelled(occurrences: OccurrenceDraft[]): OccurrenceDraft[] {
  return occurrences.map((occurrence) => ({ ...occurrence, status: "cancelled" }));
}
