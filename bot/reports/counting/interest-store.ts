import type { Database, Queries } from "../../database/database.ts";
import type { Audience } from "../../programme/event.ts";

/** Somebody opened a card of what is for that audience. */
export interface CardLook {
  personId: number;
  audience: Audience;
  at: Date;
}

/** Notes when people last looked at what is for whom, once a day each; who was erased meanwhile is passed over. */
export async function noteInterests(queries: Queries, looks: readonly CardLook[]): Promise<void> {
  if (looks.length === 0) return;
  await queries.$executeRaw`
    INSERT INTO "Interest" AS i ("personId", "audience", "lastAt")
    SELECT n."personId", n."audience"::"Audience", n."at"
    FROM jsonb_to_recordset(${JSON.stringify(looks)}::jsonb) AS n("personId" bigint, "audience" text, "at" timestamptz)
    JOIN "Person" p ON p."id" = n."personId" ORDER BY 1, 2
    ON CONFLICT ("personId", "audience") DO UPDATE SET "lastAt" = EXCLUDED."lastAt"
    WHERE i."lastAt" < EXCLUDED."lastAt" - interval '1 day'`;
}

/** For whom the cards were that somebody opened, the last ones first; shown to nobody but them. */
export async function findInterests(queries: Queries, personId: number): Promise<Audience[]> {
  const where = { personId: BigInt(personId) };
  const rows = await queries.interest.findMany({ where, select: { audience: true }, orderBy: { lastAt: "desc" } });
  return rows.map(({ audience }) => audience);
}

/** Deletes what somebody last looked at before a moment; resolves to how many that were. */
export async function forgetInterests(database: Database, before: Date): Promise<number> {
  const { count } = await database.interest.deleteMany({ where: { lastAt: { lt: before } } });
  return count;
}
