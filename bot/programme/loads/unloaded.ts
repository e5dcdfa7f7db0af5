import { differenceOf, type Fields } from "../../staff/revision.ts";
import type { EditableOccurrence } from "../editing/changes/event-snapshot.ts";
import { partsOf } from "../editing/changes/event-snapshot.ts";
import type { ChangeKind } from "../reconcile-occurrences.ts";

/** What the undoing of a load did to an event; left: all of it was changed again since. */
export type UnloadedKind = "deleted" | "withdrawn" | "given_back" | "left";

/** The fields that a load changed, by what may be done with them. */
export interface Restorable {
  /** Nobody changed them since, so they get these values. */
  values: Fields;
  /** Parts that somebody changed since. */
  kept: string[];
}

/**
 * Tells which fields of an event get their old values. Parts go as a whole: of a price somebody does not want one half of
 * today's and one of yesterday's.
 */
export function findRestorable({ before, after }: { before: Fields; after: Fields }, now: Fields): Restorable {
  const names = Object.keys(after);
  const isSame = (name: string): boolean => JSON.stringify(now[name] ?? null) === JSON.stringify(after[name] ?? null);
  const kept = new Set(names.filter((name) => !isSame(name)).map(partOf));
  const restored = names.filter((name) => !kept.has(partOf(name)));
  return { values: Object.fromEntries(restored.map((name) => [name, before[name] ?? null])), kept: [...kept] };
}

/** The parts of an event that are not as the load made it. */
export const findTouched = (after: Fields, now: Fields): string[] => [
  ...new Set(differenceOf(after, now).names.map(partOf)),
];

/** A date is a part of its own: that another one was moved since says nothing about it. */
function partOf(name: string): string {
  const [first = "", second = ""] = name.split(".");
  return first === "occurrences" ? `${first}.${second}` : (partsOf([name])[0] ?? name);
}

/** What people who remember a date have to be told when it becomes what it was. */
export function changeBack(now: EditableOccurrence, before: EditableOccurrence): ChangeKind | undefined {
  if (now.status !== before.status) {
    if (before.status === "cancelled" || before.status === "postponed") return before.status;
    if (now.status === "cancelled" || now.status === "postponed") return "restored";
  }
  if (now.startsAt.getTime() !== before.startsAt.getTime()) return "moved";
  const isElsewhere = now.placeId !== null && before.placeId !== null && now.placeId !== before.placeId;
  return isElsewhere ? "relocated" : undefined;
}
