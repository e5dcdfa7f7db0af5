import type { OccurrenceStatus } from "./event.ts";

/** A date as it stands in the database. */
export interface KnownOccurrence {
  id: number;
  startsAt: Date;
  endsAt: Date;
  hasStartTime: boolean;
  hasEndTime: boolean;
  placeId: number | null;
  status: OccurrenceStatus;
  previousStartsAt: Date | null;
}

/** A date as the source announces it now; no status means that the source says nothing about it. */
export interface AnnouncedOccurrence extends Omit<KnownOccurrence, "id" | "status" | "previousStartsAt"> {
  status?: OccurrenceStatus;
  previousStartsAt?: Date;
}

/** What people who remember this date have to be told. */
export type ChangeKind = "added" | "moved" | "relocated" | "postponed" | "cancelled" | "restored";

export type OccurrenceStep =
  | { kind: "add"; values: Omit<KnownOccurrence, "id"> }
  | { kind: "revise"; id: number; values: Omit<KnownOccurrence, "id">; change: ChangeKind | undefined };

/**
 * Compares the dates of an event with those its source announces now, and returns the steps that make them agree.
 *
 * A date keeps its row, and so its reminders, when start and place are the same, or the start alone (then it is
 * relocated). The only coming or postponed date replaced by another single one has moved. Coming dates that vanished
 * are cancelled, never deleted; past ones stay for the archive. A cancelled date that is announced again is restored.
 * With `keepsVanished` those that vanished stay as they are: nobody looked at what the source says.
 */
export function reconcileOccurrences(
  known: readonly KnownOccurrence[],
  announced: readonly AnnouncedOccurrence[],
  now: Date,
  keepsVanished = false,
): OccurrenceStep[] {
  const fresh = unique(announced);
  const left = new Set(known);
  const unmatched = new Set(fresh);
  const steps: OccurrenceStep[] = [];

  const match = (fits: (old: KnownOccurrence, date: AnnouncedOccurrence) => boolean) => {
    for (const date of unmatched) {
      const old = [...left].find((candidate) => fits(candidate, date));
      if (!old) continue;
      left.delete(old);
      unmatched.delete(date);
      const step = revise(old, date);
      if (step) steps.push(step);
    }
  };

  const coming = fresh.filter((date) => isComing(date, now));
  const live = known.filter((old) => old.status !== "cancelled" && isComing(old, now));
  // What was postponed waits for its new date, however long ago the old one was.
  const awaited = known.filter((old) => old.status === "postponed" || live.includes(old));

  match((old, date) => isSame(old.startsAt, date.startsAt) && old.placeId === date.placeId);
  match((old, date) => isSame(old.startsAt, date.startsAt));
  match((old, date) => isSame(old.startsAt, date.previousStartsAt));
  if (awaited.length === 1 && coming.length === 1) match((old, date) => awaited.includes(old) && coming.includes(date));

  for (const old of left) {
    if (live.includes(old) && !keepsVanished) {
      steps.push({ kind: "revise", id: old.id, values: { ...old, status: "cancelled" }, change: "cancelled" });
    }
  }
  for (const date of unmatched) {
    const values = { ...date, status: date.status ?? "scheduled", previousStartsAt: date.previousStartsAt ?? null };
    steps.push({ kind: "add", values });
  }
  return steps;
}

function revise(old: KnownOccurrence, fresh: AnnouncedOccurrence): OccurrenceStep | undefined {
  const hasMoved = !isSame(old.startsAt, fresh.startsAt);
  const previousStartsAt = fresh.previousStartsAt ?? (hasMoved ? old.startsAt : old.previousStartsAt);
  const standing = old.status === "cancelled" ? (old.previousStartsAt ? "moved" : "scheduled") : old.status;
  const status = fresh.status ?? (hasMoved ? "moved" : standing);
  const values = { ...fresh, status, previousStartsAt };
  if (sameValues(old, values)) return undefined;
  return { kind: "revise", id: old.id, values, change: changeOf(old, values, hasMoved) };
}

function changeOf(old: KnownOccurrence, fresh: Omit<KnownOccurrence, "id">, hasMoved: boolean): ChangeKind | undefined {
  if (fresh.status !== old.status) {
    if (fresh.status === "cancelled" || fresh.status === "postponed" || fresh.status === "moved") return fresh.status;
    return "restored";
  }
  if (hasMoved) return "moved";
  // A place that becomes known at last is no news.
  return old.placeId !== null && fresh.placeId !== null && old.placeId !== fresh.placeId ? "relocated" : undefined;
}

/** Not begun, or running for days: an exhibition that vanishes while it runs was closed, a concert was not. */
function isComing({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, now: Date): boolean {
  const runsForDays = endsAt.getTime() - startsAt.getTime() > 24 * 3_600_000;
  return startsAt > now || (runsForDays && endsAt > now);
}

function unique(announced: readonly AnnouncedOccurrence[]): AnnouncedOccurrence[] {
  const byKey = new Map(announced.map((fresh) => [`${fresh.startsAt.getTime()} ${fresh.placeId}`, fresh]));
  return [...byKey.values()];
}

function sameValues(old: KnownOccurrence, fresh: Omit<KnownOccurrence, "id">): boolean {
  return (
    isSame(old.startsAt, fresh.startsAt) &&
    isSame(old.endsAt, fresh.endsAt) &&
    isSame(old.previousStartsAt, fresh.previousStartsAt) &&
    old.hasStartTime === fresh.hasStartTime &&
    old.hasEndTime === fresh.hasEndTime &&
    old.placeId === fresh.placeId &&
    old.status === fresh.status
  );
}

function isSame(one: Date | null | undefined, other: Date | null | undefined): boolean {
  return one?.getTime() === other?.getTime();
}
