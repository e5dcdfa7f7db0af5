import type { Queries } from "../database/database.ts";
import type { EventDraft } from "./event.ts";
import { announcedDates, type OccurrenceChange, type SaveOptions } from "./occurrence-store.ts";
import { type KnownOccurrence, type OccurrenceStep, reconcileOccurrences } from "./reconcile-occurrences.ts";

/** What saving a record would do to the dates of its event; an added date has no number yet. */
export type ForeseenChange = OccurrenceChange | { kind: "added"; occurrenceId: null };

/** Tells which dates of an event saving this draft would change, and writes nothing. */
export async function foreseeChanges(
  queries: Queries,
  eventId: number,
  draft: EventDraft,
  options: SaveOptions,
): Promise<ForeseenChange[]> {
  const event = await queries.event.findUnique({ where: { id: eventId }, select: { editedFields: true } });
  if (event?.editedFields.includes("occurrences")) return [];
  return changesOf((await foreseeSteps(queries, eventId, draft, options)).steps);
}

/** Tells the steps that would bring the dates of an event in line with a draft, with the dates as they are. */
export async function foreseeSteps(
  queries: Queries,
  eventId: number,
  draft: EventDraft,
  options: SaveOptions,
): Promise<{ known: KnownOccurrence[]; steps: OccurrenceStep[] }> {
  const origins = [...new Set(draft.occurrences.flatMap(({ place }) => place?.origin ?? []))];
  const places = await queries.place.findMany({
    where: { origin: { in: origins } },
    select: { id: true, origin: true },
  });
  // A place that is not there yet is another one than all that are.
  const ids = new Map(origins.map((origin, index) => [origin, -1 - index]));
  for (const { id, origin } of places) if (origin !== null) ids.set(origin, id);
  for (const { place } of draft.occurrences) if (place?.knownId !== undefined) ids.set(place.origin, place.knownId);
  const known: KnownOccurrence[] = await queries.occurrence.findMany({
    where: { eventId },
    orderBy: { startsAt: "asc" },
  });
  const announced = announcedDates(draft, ids, options.timeZone);
  const steps = reconcileOccurrences(known, announced, options.now, options.keepsVanished);
  return { known, steps };
}

/** The changes that steps come to for the people of an event. */
export const changesOf = (steps: readonly OccurrenceStep[]): ForeseenChange[] =>
  steps.flatMap((step): ForeseenChange[] => {
    if (step.kind === "add") return [{ kind: "added", occurrenceId: null }];
    return step.change === undefined ? [] : [{ kind: step.change, occurrenceId: step.id }];
  });

/** Changes as a text that is the same whenever they are; the numbers of new dates are nobody's business. */
export const pictureOf = (changes: readonly ForeseenChange[]): string =>
  changes
    .map(({ kind, occurrenceId }) => (kind === "added" ? kind : `${kind} ${occurrenceId}`))
    .sort()
    .join(", ");
