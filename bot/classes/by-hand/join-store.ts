import type { Database } from "../../database/database.ts";
import { mergePeople } from "../../linking/merging/merge-store.ts";
import { patience } from "../enrolments/lock-store.ts";
import { readPhone } from "../learners/learner.ts";

/**
 * Makes those whom staff wrote down under a number one with the person whose messenger vouches for it, with all their
 * places; resolves to how many there were. A number that somebody only types proves nothing and is never passed here.
 */
export async function joinRecorded(
  database: Database,
  { personId, phone, now, cityZone }: { personId: number; phone: string; now: Date; cityZone: string },
): Promise<number> {
  const number = readPhone(phone);
  return database.$transaction(async (tx) => {
    const recorded = await tx.$queryRaw<{ personId: bigint }[]>`
      SELECT l."personId" FROM "Learner" l
      WHERE l."phone" = ${number} AND l."personId" <> ${BigInt(personId)}
        AND NOT EXISTS (SELECT FROM "Address" a WHERE a."personId" = l."personId")
      ORDER BY l."personId" FOR UPDATE`;
    for (const { personId: goneId } of recorded)
      await mergePeople(tx, { keptId: personId, goneId: Number(goneId), now, cityZone });
    return recorded.length;
  }, patience);
}
