import type { Database, Queries } from "../../database/database.ts";
import type { Leaving } from "./enrolment.ts";
import { lockGroups, lockPerson, patience } from "./lock-store.ts";
import { vacate } from "./release-store.ts";

/** Lets a person leave a group or its line; a place that becomes free is offered at once. Leaving twice says the same. */
export async function leave(
  database: Database,
  { enrolmentId, personId, now }: { enrolmentId: number; personId: number; now: Date },
): Promise<Leaving> {
  return database.$transaction(async (tx): Promise<Leaving> => {
    await lockPerson(tx, personId);
    const own = await tx.enrolment.findUnique({
      where: { id: enrolmentId, personId: BigInt(personId) },
      select: { groupId: true },
    });
    if (own === null) return { kind: "gone" };
    await lockGroups(tx, [own.groupId]);
    await vacate(tx, [enrolmentId], "withdrawn", now);
    return { kind: "left", groupId: own.groupId };
  }, patience);
}

/** Lets a person leave everything, before they are erased: their places go to those who wait. */
export async function leaveAll(queries: Queries, personId: number, now: Date): Promise<void> {
  await lockPerson(queries, personId);
  const own = await queries.enrolment.findMany({
    where: { personId: BigInt(personId), state: { not: "left" } },
    select: { id: true, groupId: true },
  });
  await lockGroups(
    queries,
    own.map(({ groupId }) => groupId),
  );
  await vacate(
    queries,
    own.map(({ id }) => id),
    "withdrawn",
    now,
  );
}
