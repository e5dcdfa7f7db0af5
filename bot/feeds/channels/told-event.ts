import { z } from "zod";
import { readForeign } from "../../foreign/read-foreign.ts";
import type { Guess, MarkedText } from "../../programme/editing/extract/extracted.ts";

/** An event that a text seems to tell of, as far as it takes to say so; to make it, the text is read with all that is known. */
export const toldEvent = z.object({
  title: z.string(),
  /** ISO instants. */
  dates: z.array(z.string()),
  hasStartTime: z.boolean(),
});
export type ToldEvent = z.output<typeof toldEvent>;

/**
 * The events that a text seems to tell of: none where it names no day or no title, or takes too long to read. The year of
 * "28 November" is told by `now`, when it was written, which is itself the date of nothing; "tomorrow" is none either.
 */
export async function findToldEvents(marked: MarkedText, reading: { now: Date; zone: string }): Promise<ToldEvent[]> {
  const nothing = { places: [], institutions: [] };
  const listed = await readForeign("events", marked, nothing, reading);
  if (listed.kind === "read" && listed.value.length > 1) return listed.value.map(toToldEvent);
  const one = await readForeign("event", marked, nothing, reading);
  return one.kind === "read" && one.value.dates.length > 0 && one.value.title !== null ? [toToldEvent(one.value)] : [];
}

const toToldEvent = ({ title, dates }: Guess): ToldEvent => ({
  title: title?.value ?? "",
  dates: dates.map(({ value }) => value.startsAt.toISOString()),
  hasStartTime: dates.every(({ value }) => value.hasStartTime),
});

/** When the last of them begins; undefined where none has a date. */
export const lastDateOf = (events: readonly ToldEvent[]): Date | undefined => {
  const last = events
    .flatMap(({ dates }) => dates)
    .toSorted()
    .at(-1);
  return last === undefined ? undefined : new Date(last);
};
