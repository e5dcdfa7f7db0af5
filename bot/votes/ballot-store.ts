import { Prisma } from "../../prisma/client/client.ts";
import { type People, peopleSchema } from "../announcements/audience/audience.ts";
import { belongsTo } from "../announcements/audience/audience-store.ts";
import type { Queries } from "../database/database.ts";
import { isNewcomer } from "../voices/newcomer.sql.ts";

/** What came of a voice. */
export type Cast = "cast" | "changed" | "same" | "outside" | "ended" | "gone";

/**
 * Counts somebody's voice for an option, in place of their earlier one. Looked up in the statement that writes: whether
 * they are among those who may vote, and whether it runs. A vote that ends meanwhile takes none, of two at once the later
 * replaces the earlier, and one of them alone is told that it is new.
 */
export async function castBallot(
  queries: Queries,
  { voteId, personId, option }: { voteId: number; personId: number; option: number },
  now: Date,
): Promise<Cast> {
  const vote = await queries.vote.findUnique({ where: { id: voteId }, select: { audience: true } });
  if (vote === null) return "gone";
  const isAmong = Prisma.sql`EXISTS (
    SELECT FROM "Person" p WHERE p."id" = ${BigInt(personId)} AND ${belongsTo(peopleSchema.parse(vote.audience), now)})`;
  // A row that was inserted has nobody who deleted or locked it (xmax); one for the same option is not written again.
  const [row] = await queries.$queryRaw<
    { isOpen: boolean; isThere: boolean; isTheirs: boolean; isNew: boolean | null }[]
  >`
    WITH vote AS (
      SELECT v."id", v."endsAt" IS NULL OR v."endsAt" > ${now} AS "isOpen", EXISTS (
        SELECT FROM "VoteText" t WHERE t."voteId" = v."id" AND cardinality(t."options") > ${option}::int) AS "isThere",
        ${isAmong} AS "isTheirs"
      FROM "Vote" v WHERE v."id" = ${voteId}::int
    ), cast_now AS (
      INSERT INTO "Ballot" AS b ("voteId", "personId", "option", "castAt", "isNewcomer")
      SELECT "id", ${BigInt(personId)}::bigint, ${option}::int, ${now}::timestamptz, ${isNewcomer(personId, now)}
      FROM vote WHERE "isOpen" AND "isThere" AND "isTheirs"
      ON CONFLICT ("voteId", "personId") DO UPDATE SET "option" = EXCLUDED."option", "castAt" = EXCLUDED."castAt"
      WHERE b."option" <> EXCLUDED."option"
      RETURNING b."xmax" = 0 AS "isNew"
    )
    SELECT "isOpen", "isThere", "isTheirs", (SELECT "isNew" FROM cast_now) AS "isNew" FROM vote`;
  if (row === undefined || !row.isThere) return "gone";
  if (!row.isOpen) return "ended";
  if (!row.isTheirs) return "outside";
  if (row.isNew === null) return "same";
  return row.isNew ? "cast" : "changed";
}

/** The option that somebody voted for; null: none. */
export async function findOwnBallot(queries: Queries, voteId: number, personId: number): Promise<number | null> {
  const where = { voteId_personId: { voteId, personId: BigInt(personId) } };
  const ballot = await queries.ballot.findUnique({ where, select: { option: true } });
  return ballot?.option ?? null;
}

/** Whether somebody is among those who may vote. */
export async function mayVote(
  queries: Queries,
  { audience, personId, now }: { audience: People; personId: number; now: Date },
): Promise<boolean> {
  if (audience.only.length + audience.except.length === 0) return true;
  const found = await queries.$queryRaw<unknown[]>`
    SELECT 1 FROM "Person" p WHERE p."id" = ${BigInt(personId)} AND ${belongsTo(audience, now)}`;
  return found.length > 0;
}
