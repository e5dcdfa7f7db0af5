import type { Queries } from "../database/database.ts";
import type { Language } from "../programme/event.ts";
import type { DueDelivery, Lane } from "./delivery.ts";

/** A delivery in the hands of this dispatcher, with what is known of the person. */
export interface Claimed extends DueDelivery {
  expiresAt: Date;
  silent: boolean;
  /** How often it was tried before. */
  attempts: number;
  language: Language;
  /** Null: the city's zone. */
  timeZone: string | null;
}

/**
 * Claims at most `most` due deliveries of a lane, the longest due first. Those to people who blocked the bot stay where
 * they are until the person comes back. Some may have expired. The order is by `dueAt` alone, as the index has it: a
 * second column would have each claim sort a whole fan-out of one instant.
 */
export async function claim(
  queries: Queries,
  { holder, lane, most, now }: { holder: string; lane: Lane; most: number; now: Date },
): Promise<Claimed[]> {
  const rows = await queries.$queryRaw<(Omit<Claimed, "personId"> & { personId: bigint })[]>`
    WITH due AS MATERIALIZED (
      SELECT d."id" FROM "Delivery" d
      WHERE d."state" = 'pending' AND d."lane" = ${lane}::"Lane" AND d."dueAt" <= ${now}
        AND (SELECT p."blockedAt" FROM "Person" p WHERE p."id" = d."personId") IS NULL
      ORDER BY d."dueAt" LIMIT ${most}::int FOR UPDATE SKIP LOCKED
    )
    UPDATE "Delivery" d SET "state" = 'claimed', "claimedBy" = ${holder}, "attemptedAt" = NULL
    FROM due, "Person" p WHERE d."id" = due."id" AND p."id" = d."personId"
    RETURNING d."id", d."personId", d."kind", d."payload", d."occurrenceId", d."lane"::text AS "lane", d."dueAt",
              d."expiresAt", d."silent", d."attempts", p."language"::text AS "language", p."timeZone"`;
  return rows
    .map((row) => ({ ...row, personId: Number(row.personId) }))
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || Number(a.id - b.id));
}

/**
 * Notes that these are about to be sent, and returns the ids of those that still may: a delivery cancelled meanwhile,
 * or taken over by another dispatcher, is not among them.
 */
export async function attempt(
  queries: Queries,
  holder: string,
  ids: readonly bigint[],
  now: Date,
): Promise<Set<bigint>> {
  const rows = await queries.$queryRaw<{ id: bigint }[]>`
    UPDATE "Delivery" SET "attemptedAt" = ${now}, "attempts" = "attempts" + 1
    WHERE "id" = ANY(${[...ids]}::bigint[]) AND "state" = 'claimed' AND "claimedBy" = ${holder}
    RETURNING "id"`;
  return new Set(rows.map(({ id }) => id));
}

/** When the next delivery will be due that is not yet; undefined when there is none. */
export async function findNextDue(queries: Queries, now: Date): Promise<Date | undefined> {
  const [row] = await queries.$queryRaw<{ dueAt: Date | null }[]>`
    SELECT min(next."dueAt") AS "dueAt" FROM unnest(enum_range(NULL::"Lane")) AS lane
    CROSS JOIN LATERAL (
      SELECT d."dueAt" FROM "Delivery" d
      WHERE d."state" = 'pending' AND d."lane" = lane AND d."dueAt" > ${now}
        AND (SELECT p."blockedAt" FROM "Person" p WHERE p."id" = d."personId") IS NULL
      ORDER BY d."dueAt" LIMIT 1
    ) next`;
  return row?.dueAt ?? undefined;
}
