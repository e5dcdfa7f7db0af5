import type { OccurrenceStatus } from "../programme/event.ts";

/** How a date was when its owners last heard of it; plain JSON, because it waits in the outbox. */
export type DateBefore = {
  startsAt: string;
  hasStartTime: boolean;
  placeId: number | null;
  status: OccurrenceStatus;
  /** The event left the programme with this change, which is told all the same. */
  isLeaving?: true;
};

/** What there is to tell about a date now. A move may bring a new place with it. */
export type Change =
  | { kind: "nothing" }
  | { kind: "cancelled" | "postponed" | "restored" | "relocated" }
  | { kind: "moved"; from: Date };

/** Compares a date with how it was; whatever happened in between and was undone is nothing. */
export function findChange(
  before: DateBefore,
  now: { startsAt: Date; hasStartTime: boolean; placeId: number | null; status: OccurrenceStatus },
): Change {
  const from = new Date(before.startsAt);
  if (now.status === "cancelled" || now.status === "postponed") {
    return now.status === before.status ? { kind: "nothing" } : { kind: now.status };
  }
  if (before.status === "cancelled" || before.status === "postponed") return { kind: "restored" };
  if (now.startsAt.getTime() !== from.getTime()) return { kind: "moved", from };
  return now.placeId === before.placeId ? { kind: "nothing" } : { kind: "relocated" };
}
