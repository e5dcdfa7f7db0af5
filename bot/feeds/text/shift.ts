import { DateTime } from "luxon";
import type { EventDraft } from "../../programme/event.ts";
import { isPermanent } from "../../programme/occurrence-end.ts";

/** Counts the dates of many events by the day they begin on, to find the busiest. */
export class DayCount {
  readonly #counts = new Map<string, number>();
  readonly #timeZone: string;

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  add(draft: EventDraft): void {
    for (const { startsAt } of draft.occurrences) {
      const day = DateTime.fromJSDate(startsAt, { zone: this.#timeZone }).toISODate();
      if (day) this.#counts.set(day, (this.#counts.get(day) ?? 0) + 1);
    }
  }

  /** Days from the busiest day to today; 0 where nothing was counted. Of equally busy days the earliest counts. */
  daysTo(today: Date): number {
    let busiest: string | undefined;
    for (const day of [...this.#counts.keys()].sort()) {
      if ((this.#counts.get(day) ?? 0) > (this.#counts.get(busiest ?? "") ?? 0)) busiest = day;
    }
    if (!busiest) return 0;
    const from = DateTime.fromISO(busiest, { zone: this.#timeZone });
    return Math.round(DateTime.fromJSDate(today, { zone: this.#timeZone }).startOf("day").diff(from, "days").days);
  }
}

/** Moves all dates of an event by whole days; what began at 19:00 begins at 19:00, whatever the clocks did between. */
export function shiftDraft(draft: EventDraft, days: number, timeZone: string): EventDraft {
  const shift = (date: Date) => DateTime.fromJSDate(date, { zone: timeZone }).plus({ days }).toJSDate();
  return {
    ...draft,
    occurrences: draft.occurrences.map((occurrence) => ({
      ...occurrence,
      startsAt: shift(occurrence.startsAt),
      ...(occurrence.endsAt && {
        endsAt: isPermanent(occurrence.endsAt) ? occurrence.endsAt : shift(occurrence.endsAt),
      }),
      ...(occurrence.previousStartsAt && { previousStartsAt: shift(occurrence.previousStartsAt) }),
    })),
  };
}
