import type { Queries } from "../database/database.ts";

/** What came of a voice. */
export type Cast = "cast" | "changed" | "same" | "ended" | "gone";

/**
 * Counts somebody's voice for an option, in place of their earlier one. Looked up in the statement that writes: a vote that
 * ends meanwhile takes none, and of two at once the later replaces the earlier.
 */
export async function castBallot(
  queries: Queries,
  { voteId, personId, option }: { voteId: number; personId: number; option: number },
  now: Date,
): Promise<Cast> {
  const before = await findOwnBallot(queries, voteId, personId);
  const [row] = await queries.$queryRaw<{ isOpen: boolean; isThere: boolean; isCast: boolean }[]>`
    WITH vote AS (
      SELECT v."id", v."endsAt" IS NULL OR v."endsAt" > ${now} AS "isOpen", EXISTS (
        SELECT FROM "VoteText" t WHERE t."voteId" = v."id" AND cardinality(t."options") > ${option}::int) AS "isThere"
      FROM "Vote" v WHERE v."id" = ${voteId}::int
    ), cast_now AS (
      INSERT INTO "Ballot" ("voteId", "personId", "option", "castAt")
      SELECT "id", ${BigInt(personId)}::bigint, ${option}::int, ${now}::timestamptz FROM vote WHERE "isOpen" AND "isThere"
      ON CONFLICT ("voteId", "personId") DO UPDATE SET "option" = EXCLUDED."option", "castAt" = EXCLUDED."castAt"
      RETURNING "id"
    )
    SELECT "isOpen", "isThere", EXISTS (SELECT FROM cast_now) AS "isCast" FROM vote`;
  if (row === undefined || !row.isThere) return "gone";
  if (!row.isOpen) return "ended";
  if (before === null) return "cast";
  return before === option ? "same" : "changed";
}

/** The option that somebody voted for; null: none. */
export async function findOwnBallot(queries: Queries, voteId: number, personId: number): Promise<number | null> {
  const where = { voteId_personId: { voteId, personId: BigInt(personId) } };
  const ballot = await queries.ballot.findUnique({ where, select: { option: true } });
  return ballot?.option ?? null;
}
