import type { Prisma } from "../../prisma/client/client.ts";
import { followChanges, type RevisedDate } from "../reminders/changes-store.ts";
import { inZone } from "../words/time/local-time.ts";
import type { EventDraft } from "./event.ts";
import { findEnd } from "./occurrence-end.ts";
import { savePlaces } from "./place-store.ts";
import {
  type AnnouncedOccurrence,
  type ChangeKind,
  type KnownOccurrence,
  type OccurrenceStep,
  reconcileOccurrences,
} from "./reconcile-occurrences.ts";

/** One date that people may have to be told of. */
export interface OccurrenceChange {
  occurrenceId: number;
  kind: ChangeKind;
}

export interface SaveOptions {
  now: Date;
  /** IANA name of the zone in which the dates were announced. */
  timeZone: string;
  /** The event leaves the programme in the same transaction: what is cancelled with it is told all the same. Default false. */
  isLeaving?: boolean;
  /** Dates that are no longer announced stay as they are. Default: coming ones are cancelled. */
  keepsVanished?: boolean;
}

/**
 * Brings an event's dates and their places in line with its draft, lets the reminders of people follow, and returns what
 * changed.
 */
export async function saveOccurrences(
  tx: Prisma.TransactionClient,
  eventId: number,
  draft: EventDraft,
  { now, timeZone, keepsVanished }: SaveOptions,
): Promise<OccurrenceChange[]> {
  const places = await savePlaces(
    tx,
    draft.occurrences.flatMap(({ place }) => place ?? []),
  );
  const announced = announcedDates(draft, places, timeZone);
  const known = await tx.occurrence.findMany({ where: { eventId }, orderBy: { startsAt: "asc" } });

  const steps = reconcileOccurrences(known, announced, now, keepsVanished);
  return applySteps(tx, { eventId, known, steps }, { now, timeZone });
}

/** The dates of a draft, with the numbers of their places by origin. */
export function announcedDates(
  draft: EventDraft,
  places: ReadonlyMap<string, number>,
  timeZone: string,
): AnnouncedOccurrence[] {
  return draft.occurrences.map(({ place, ...occurrence }) => ({
    startsAt: occurrence.startsAt,
    ...findEnd(occurrence, draft.section, timeZone),
    hasStartTime: occurrence.hasStartTime ?? true,
    placeId: (place && places.get(place.origin)) ?? null,
    ...(occurrence.status && { status: occurrence.status }),
    ...(occurrence.previousStartsAt && { previousStartsAt: occurrence.previousStartsAt }),
  }));
}

/** Adds and revises dates of an event, lets the reminders of people follow and tells them; returns what changed. */
export async function applySteps(
  tx: Prisma.TransactionClient,
  { eventId, known, steps }: { eventId: number; known: readonly KnownOccurrence[]; steps: readonly OccurrenceStep[] },
  { now, timeZone, isLeaving }: SaveOptions,
): Promise<OccurrenceChange[]> {
  const columns = (values: Omit<KnownOccurrence, "id">) => ({
    startsAt: values.startsAt,
    endsAt: values.endsAt,
    hasStartTime: values.hasStartTime,
    hasEndTime: values.hasEndTime,
    placeId: values.placeId,
    status: values.status,
    previousStartsAt: values.previousStartsAt,
    startsLocal: wallClock(values.startsAt, timeZone),
    timeZone,
    changedAt: now,
  });

  const changes: OccurrenceChange[] = [];
  for (const step of steps) {
    if (step.kind === "add") continue;
    const { id, change } = step;
    await tx.occurrence.update({
      where: { id },
      data: { ...columns(step.values), ...(change && { sequence: { increment: 1 } }) },
    });
    if (change) changes.push({ occurrenceId: id, kind: change });
  }
  // Why a date was off says nothing of how it is now.
  const changed = changes.map(({ occurrenceId }) => occurrenceId);
  if (changed.length > 0) await tx.statusReason.deleteMany({ where: { occurrenceId: { in: changed } } });
  await followChanges(tx, revisedDates(known, steps), now, isLeaving);
  const added = steps.flatMap((step) => (step.kind === "add" ? { eventId, ...columns(step.values) } : []));
  const rows = await tx.occurrence.createManyAndReturn({ data: added, select: { id: true } });
  return [...changes, ...rows.map(({ id }) => ({ occurrenceId: id, kind: "added" as const }))];
}

/** The dates that change, as they were. */
function revisedDates(known: readonly KnownOccurrence[], steps: readonly OccurrenceStep[]): RevisedDate[] {
  return steps.flatMap((step) => {
    const before = step.kind === "revise" && known.find(({ id }) => id === step.id);
    return before ? [{ occurrenceId: step.id, change: step.change, before }] : [];
  });
}

/** The hour on the wall as a Date whose UTC fields are the local ones: the column has no zone. */
function wallClock(instant: Date, timeZone: string): Date {
  return inZone(instant, timeZone).setZone("utc", { keepLocalTime: true }).toJSDate();
}
