import type { Queries } from "../../database/database.ts";

/** How many stand in a line up to and with this enrolment: 1 is the next. Null for one that does not wait. */
export async function findPosition(queries: Queries, enrolmentId: number): Promise<number | null> {
  const [line] = await queries.$queryRaw<{ position: number }[]>`
    SELECT (SELECT count(*) FROM "Enrolment" e
            WHERE e."groupId" = own."groupId" AND e."state" = 'waiting' AND e."ticket" <= own."ticket")::int AS "position"
    FROM "Enrolment" own WHERE own."id" = ${enrolmentId} AND own."state" = 'waiting'`;
  return line?.position ?? null;
}

/** Whether a person was ever in a group or its line. */
export async function wasInGroup(
  queries: Queries,
  { groupId, personId }: { groupId: number; personId: number },
): Promise<boolean> {
  const found = await queries.$queryRaw<unknown[]>`
    SELECT 1 FROM "Enrolment" WHERE "groupId" = ${groupId} AND "personId" = ${BigInt(personId)} LIMIT 1`;
  return found.length > 0;
}
