import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import type { Language } from "../../words/language.ts";
import type { DueDelivery, Lane } from "../delivery.ts";
import { opening } from "../window.sql.ts";

/** A delivery in the hands of this dispatcher, with what is known of the person. */
export interface Claimed extends DueDelivery {
  expiresAt: Date;
  silent: boolean;
  /** How often it was tried before. */
  attempts: number;
  language: Language;
  /** Null: the city's zone. */
  timeZone: string | null;
  /** Only those of an announcement are claimed for people who blocked the bot: to be settled, not sent. */
  isBlocked: boolean;
  /** When the announcement's hours begin for this person; not after now: they may be written to. Null: no such hours. */
  opensAt: Date | null;
}

const isReachable = Prisma.sql`(SELECT p."blockedAt" FROM "Person" p WHERE p."id" = d."personId") IS NULL`;

/**
 * Claims at most `most` due deliveries of a lane, the longest due first, from all streams alike: what belongs to no
 * announcement is one, and each running announcement. What waits in a paused one is not even looked at: the index
 * (state, lane, announcementId, dueAt) leads to each stream's first row, and no claim sorts or scans a backlog.
 *
 * Deliveries to people who blocked the bot stay where they are until the person comes back, unless they are an
 * announcement's: its account has to close. Some of what is claimed may have expired.
 */
export async function claim(
  queries: Queries,
  { holder, lane, most, now, cityZone }: { holder: string; lane: Lane; most: number; now: Date; cityZone: string },
): Promise<Claimed[]> {
  const isDue = Prisma.sql`d."state" = 'pending' AND d."lane" = ${lane}::"Lane" AND d."dueAt" <= ${now}`;
  // Ordered by both columns of the index although the first is the same in each row: the planner does not see that.
  const firstOnes = Prisma.sql`ORDER BY d."announcementId", d."dueAt" LIMIT ${most}::int FOR UPDATE SKIP LOCKED`;
  const opensAt = opening({
    at: Prisma.sql`${now}::timestamptz`,
    zone: Prisma.sql`coalesce(p."timeZone", ${cityZone})`,
    from: Prisma.sql`a."windowFrom"`,
    until: Prisma.sql`a."windowUntil"`,
  });
  const rows = await queries.$queryRaw<(Omit<Claimed, "personId"> & { personId: bigint })[]>`
    WITH first AS MATERIALIZED (
      SELECT * FROM (
        SELECT d."id", d."dueAt", d."announcementId" FROM "Delivery" d
        WHERE ${isDue} AND d."announcementId" IS NULL AND ${isReachable} ${firstOnes}
      ) others
      UNION ALL
      SELECT own.* FROM "Announcement" a CROSS JOIN LATERAL (
        SELECT d."id", d."dueAt", d."announcementId" FROM "Delivery" d
        WHERE ${isDue} AND d."announcementId" = a."id" ${firstOnes}
      ) own
      WHERE a."state" = 'running'
    ), due AS MATERIALIZED (
      SELECT t."id" FROM (
        SELECT *, row_number() OVER (PARTITION BY "announcementId" ORDER BY "dueAt") AS "turn" FROM first
      ) t ORDER BY t."turn", t."dueAt" LIMIT ${most}::int
    )
    UPDATE "Delivery" d SET "state" = 'claimed', "claimedBy" = ${holder}, "attemptedAt" = NULL
    FROM due JOIN "Delivery" c ON c."id" = due."id" JOIN "Person" p ON p."id" = c."personId"
      LEFT JOIN "Announcement" a ON a."id" = c."announcementId"
    WHERE d."id" = due."id"
    RETURNING d."id", d."personId", d."kind", d."payload", d."occurrenceId", d."lessonId", d."announcementId",
              d."lane"::text AS "lane", d."dueAt", d."expiresAt", d."silent", d."attempts",
              p."language"::text AS "language", p."timeZone", p."blockedAt" IS NOT NULL AS "isBlocked",
              CASE WHEN a."windowFrom" IS NOT NULL THEN ${opensAt} END AS "opensAt"`;
  return rows
    .map((row) => ({ ...row, personId: Number(row.personId) }))
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || Number(a.id - b.id));
}

/**
 * Notes that these are about to be sent, and returns the ids of those that still may: a delivery cancelled meanwhile,
 * or taken over by another dispatcher, is not among them. Those of an announcement paused meanwhile go back.
 */
export async function attempt(
  queries: Queries,
  holder: string,
  ids: readonly bigint[],
  now: Date,
): Promise<Set<bigint>> {
  const rows = await queries.$queryRaw<{ id: bigint; state: string }[]>`
    WITH own AS MATERIALIZED (
      SELECT d."id", coalesce(a."state" = 'running', true) AS "isOpen"
      FROM "Delivery" d LEFT JOIN "Announcement" a ON a."id" = d."announcementId"
      WHERE d."id" = ANY(${[...ids]}::bigint[])
    )
    UPDATE "Delivery" d SET
      "state" = CASE WHEN own."isOpen" THEN 'claimed' ELSE 'pending' END::"DeliveryState",
      "claimedBy" = CASE WHEN own."isOpen" THEN d."claimedBy" END,
      "attemptedAt" = CASE WHEN own."isOpen" THEN ${now}::timestamptz END,
      "attempts" = d."attempts" + CASE WHEN own."isOpen" THEN 1 ELSE 0 END
    FROM own WHERE d."id" = own."id" AND d."state" = 'claimed' AND d."claimedBy" = ${holder}
    RETURNING d."id", d."state"::text AS "state"`;
  return new Set(rows.flatMap(({ id, state }) => (state === "claimed" ? [id] : [])));
}

/** When the next delivery will be due that is not yet; undefined when there is none. */
export async function findNextDue(queries: Queries, now: Date): Promise<Date | undefined> {
  const isComing = Prisma.sql`d."state" = 'pending' AND d."lane" = lane AND d."dueAt" > ${now}`;
  const [row] = await queries.$queryRaw<{ dueAt: Date | null }[]>`
    SELECT min(next."dueAt") AS "dueAt" FROM unnest(enum_range(NULL::"Lane")) AS lane
    CROSS JOIN LATERAL (
      SELECT * FROM (
        SELECT d."dueAt" FROM "Delivery" d WHERE ${isComing} AND d."announcementId" IS NULL AND ${isReachable}
        ORDER BY d."announcementId", d."dueAt" LIMIT 1
      ) others
      UNION ALL
      SELECT own.* FROM "Announcement" a CROSS JOIN LATERAL (
        SELECT d."dueAt" FROM "Delivery" d WHERE ${isComing} AND d."announcementId" = a."id"
        ORDER BY d."announcementId", d."dueAt" LIMIT 1
      ) own
      WHERE a."state" = 'running'
    ) next`;
  return row?.dueAt ?? undefined;
}
