import type { Database, Queries } from "../../database/database.ts";
import { holdConsent } from "../learners/learner-store.ts";
import { follow, seat, takePlace, type Wish } from "./enrol-store.ts";
import type { Enrolling } from "./enrolment.ts";
import { findStandings, lockGroups, lockPerson, patience } from "./lock-store.ts";

/**
 * What came of changing into another group of a course: what came of enrolling, and `awaited`: people wait for the seat
 * that would be left, so it could not be had back.
 */
export type Changing = Enrolling | { kind: "awaited"; waiting: number } | { kind: "no consent" };

/**
 * Changes the group: the old seat is given back in the transaction that seats in the new one. Where that has no place, one
 * joins its line and keeps the seat until an offer is accepted. Whoever has no seat in the course is enrolled as usual.
 * A seat that others wait for is given back only where the person is `sure`.
 */
export async function changeGroup(database: Database, wish: Wish, { sure }: { sure: boolean }): Promise<Changing> {
  return database.$transaction(async (tx): Promise<Changing> => {
    await lockPerson(tx, wish.personId);
    return (await holdConsent(tx, wish.personId)) ? changeWithin(tx, wish, { sure }) : { kind: "no consent" };
  }, patience);
}

/** Changes the group in a transaction of the caller's, who has locked the person. */
export async function changeWithin(
  tx: Queries,
  wish: Wish,
  { sure }: { sure: boolean },
): Promise<Exclude<Changing, { kind: "no consent" }>> {
  const standings = await findStandings(tx, wish);
  const own = standings.find(({ state }) => state === "enrolled");
  if (own === undefined || standings.some(({ groupId }) => groupId === wish.groupId)) return seat(tx, wish);
  await lockGroups(tx, [wish.groupId, ...standings.map(({ groupId }) => groupId)]);
  const groups = await tx.group.findMany({
    where: { id: { in: [wish.groupId, own.groupId] } },
    select: { id: true, waiting: true, taken: true, capacity: true },
  });
  const [to, from] = [wish.groupId, own.groupId].map((id) => groups.find((group) => group.id === id));
  const isFree = to !== undefined && to.waiting === 0 && to.taken < to.capacity;
  if (!sure && isFree && from !== undefined && from.waiting > 0) return { kind: "awaited", waiting: from.waiting };
  const taken = await takePlace(tx, wish, "known");
  return taken === null ? { kind: "closed" } : follow(tx, wish, taken, standings);
}
