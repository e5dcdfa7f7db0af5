import { inZone } from "../words/time/local-time.ts";
import type { ProgrammeItem } from "./arrange.ts";

/** An event on one day at one place, with every hour at which it begins there: a row of a programme. */
export type Showing = ProgrammeItem & {
  /** In order; of one of which something is to come, only what is. */
  starts: Date[];
};

/**
 * Gathers dates into what a programme counts and lists: a tour that begins each hour is one thing to go to. Each stands at
 * the first date that is not over, and what is called off apart from what is not.
 */
export function gatherShowings(items: readonly ProgrammeItem[], now: Date, zone: string): Showing[] {
  const isCalledOff = ({ status }: ProgrammeItem) => status === "cancelled" || status === "postponed";
  const keyOf = (item: ProgrammeItem) =>
    [item.eventId, item.placeId, inZone(item.startsAt, zone).toISODate(), isCalledOff(item)].join();
  return [...Map.groupBy(items, keyOf).values()].flatMap((dates) => {
    const coming = dates.filter(({ endsAt }) => endsAt > now);
    const seen = coming.length > 0 ? coming : dates;
    const [first] = seen;
    if (first === undefined) return [];
    return { ...first, isChosen: seen.some(({ isChosen }) => isChosen), starts: seen.map(({ startsAt }) => startsAt) };
  });
}
