import type { Queries } from "../database/database.ts";

/** What came of a voice. */
export type Cast = "cast" | "changed" | "same" | "ended" | "gone";

/**
 * Counts somebody's voice for an option, in place of their earlier one. Looked up in the statement that writes: a vote that
 * ends meanwhile takes none, of two at once the later replaces the earlier, and one of them alone is told that it is new.
 */
export async function castBallot(
  queries: Queries,
  { voteId, personId, option }: { voteId: number; personId: number; option: number },
  now: Date,
): Promise<Cast> {
  // A row that was inserted has nobody who deleted or locked it (xmax); one for the same option is not written again.
  const [row] = await queries.$queryRaw<{ isOpen: boolean; isThere: boolean; isNew: boolean | null }[]>`
    WITH vote AS (
      SELECT v."id", v."endsAt" IS NULL OR v."endsAt" > ${now} AS "isOpen", EXISTS (
        SELECT FROM "VoteText" t WHERE t."voteId" = v."id" AND cardinality(t."options") > ${option}::int) AS "isThere"
      FROM "Vote" v WHERE v."id" = ${voteId}::int
    ), cast_now AS (
      INSERT INTO "Ballot" AS b ("voteId", "personId", "option", "castAt")
      SELECT "id", ${BigInt(personId)}::bigint, ${option}::int, ${now}::timestamptz FROM vote WHERE "isOpen" AND "isThere"
      ON CONFLICT ("voteId", "personId") DO UPDATE SET "option" = EXCLUDED."option", "castAt" = EXCLUDED."castAt"
      WHERE b."option" <> EXCLUDED."option"
      RETURNING b."xmax" = 0 AS "isNew"
    )
    SELECT "isOpen", "isThere", (SELECT "isNew" FROM cast_now) AS "isNew" FROM vote`;
  if (row === undefined || !row.isThere) return "gone";
  if (!row.isOpen) return "ended";
  if (row.isNew === null) return "same";
  return row.isNew ? "cast" : "changed";
}

/** The option that somebody voted for; null: none. */
export async function findOwnBallot(queries: Queries, voteId: number, personId: number): Promise<number | null> {
  const where = { voteId_personId: { voteId, personId: BigInt(personId) } };
  const ballot = await queries.ballot.findUnique({ where, select: { option: true } });
  return ballot?.option ?? null;
}
