import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { wayTo } from "../../people/address.sql.ts";
import type { Destination, Door } from "../../people/address.ts";
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
  simpleMode: boolean;
  /** The messenger by which it is to go, as things stood when it was claimed. */
  door: Door;
  /** Only those of an announcement are claimed for people who cannot be written to: to be settled, not sent. */
  isBlocked: boolean;
  /** The person can be written to, but has muted the dialog. */
  isMuted: boolean;
  /** When the announcement's hours begin for this person; not after now: they may be written to. Null: no such hours. */
  opensAt: Date | null;
}

/**
 * Where a delivery is to go now, as a row with "door" and "chatId": to the address that the person prefers of those that
 * can be reached, by one of the messengers that are open. What changes a message that was sent goes where that one is. Nothing
 * of the bulk lane goes to a dialog that its reader muted.
 */
const wayOf = (delivery: Prisma.Sql, now: Date, doors: readonly Door[]) =>
  wayTo(
    Prisma.sql`${delivery}."personId"`,
    now,
    Prisma.sql`w."door" = ANY(${doors}::text[]::"Door"[])
      AND (${delivery}."lane" <> 'bulk' OR ${delivery}."door" IS NOT NULL OR coalesce(w."mutedUntil" <= ${now}::timestamptz, true))
      AND (${delivery}."door" IS NULL OR (w."door" = ${delivery}."door" AND w."chatId" = ${delivery}."chatId"))`,
  );

/**
 * Whether a delivery "d" goes by one of these messengers. It is a subquery, because a join would lose the index's
 * order.
 */
const goesBy = (now: Date, doors: readonly Door[], going: readonly Door[] = doors) => {
  const way = wayOf(Prisma.sql`d`, now, doors);
  return Prisma.sql`coalesce((SELECT way."door" FROM (${way}) way) = ANY(${going}::text[]::"Door"[]), false)`;
};

export interface Claim {
  holder: string;
  lane: Lane;
  most: number;
  now: Date;
  cityZone: string;
  /** The messengers that are open, and those of them that take messages at the moment. */
  doors: readonly Door[];
  going: readonly [Door, ...Door[]];
}

/**
 * Claims at most `most` due deliveries of a lane, the longest due first, from all streams alike: what belongs to no
 * announcement is one, and each running announcement. What waits in a paused one is not even looked at: the index
 * (state, lane, announcementId, dueAt) leads to each stream's first row, and no claim sorts or scans a backlog.
 *
 * Deliveries to people who cannot be written to stay where they are until the person comes back, unless they are an
 * announcement's: its account has to close. Some of what is claimed may have expired.
 */
export async function claim(
  queries: Queries,
  { holder, lane, most, now, cityZone, doors, going }: Claim,
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
  const goes = goesBy(now, doors, going);
  // Recipients of an announcement who cannot be written to are claimed too; where every messenger takes messages, so
  // is everybody.
  const isClaimed = going.length < doors.length ? Prisma.sql`(${goes} OR NOT ${goesBy(now, doors)})` : Prisma.sql`true`;
  const rows = await queries.$queryRaw<
    (Omit<Claimed, "personId" | "door" | "isBlocked"> & { personId: bigint; door: Door | null })[]
  >`
    WITH first AS MATERIALIZED (
      SELECT * FROM (
        SELECT d."id", d."dueAt", d."announcementId" FROM "Delivery" d
        WHERE ${isDue} AND d."announcementId" IS NULL AND ${goes} ${firstOnes}
      ) others
      UNION ALL
      SELECT own.* FROM "Announcement" a CROSS JOIN LATERAL (
        SELECT d."id", d."dueAt", d."announcementId" FROM "Delivery" d
        WHERE ${isDue} AND d."announcementId" = a."id" AND ${isClaimed} ${firstOnes}
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
      LEFT JOIN LATERAL (${wayOf(Prisma.sql`c`, now, doors)}) way ON true
    WHERE d."id" = due."id"
    RETURNING d."id", d."personId", d."kind", d."payload", d."occurrenceId", d."lessonId", d."announcementId",
              d."lane"::text AS "lane", d."dueAt", d."expiresAt", d."silent", d."attempts",
              p."language"::text AS "language", p."timeZone", p."simpleMode", way."door"::text AS "door",
              way."door" IS NULL AND EXISTS (
                SELECT FROM "Address" w WHERE w."personId" = d."personId" AND w."unreachable" IS NULL
                  AND w."door" = ANY(${doors}::text[]::"Door"[])) AS "isMuted",
              CASE WHEN a."windowFrom" IS NOT NULL THEN ${opensAt} END AS "opensAt"`;
  const [first] = going;
  return rows
    .map((row) => ({
      ...row,
      personId: Number(row.personId),
      // Deliveries to people who cannot be written to are settled in the turn of any messenger.
      door: row.door ?? first,
      isBlocked: row.door === null,
    }))
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || Number(a.id - b.id));
}

/**
 * Notes that these are about to be sent, and returns where those go that still may: a delivery cancelled meanwhile, or
 * taken over by another dispatcher, is not among them. Those of an announcement paused meanwhile go back, and those to
 * people who cannot be written to any more.
 */
export async function attempt(
  queries: Queries,
  holder: string,
  ids: readonly bigint[],
  { now, doors }: { now: Date; doors: readonly Door[] },
): Promise<Map<bigint, Destination>> {
  const rows = await queries.$queryRaw<({ id: bigint; state: string } & Destination)[]>`
    WITH own AS MATERIALIZED (
      SELECT d."id", coalesce(a."state" = 'running', true) AND way."door" IS NOT NULL AS "isOpen", way."door", way."chatId"
      FROM "Delivery" d LEFT JOIN "Announcement" a ON a."id" = d."announcementId"
        LEFT JOIN LATERAL (${wayOf(Prisma.sql`d`, now, doors)}) way ON true
      WHERE d."id" = ANY(${[...ids]}::bigint[])
    )
    UPDATE "Delivery" d SET
      "state" = CASE WHEN own."isOpen" THEN 'claimed' ELSE 'pending' END::"DeliveryState",
      "claimedBy" = CASE WHEN own."isOpen" THEN d."claimedBy" END,
      "attemptedAt" = CASE WHEN own."isOpen" THEN ${now}::timestamptz END,
      "attempts" = d."attempts" + CASE WHEN own."isOpen" THEN 1 ELSE 0 END,
      "attemptedDoor" = CASE WHEN own."isOpen" THEN own."door" ELSE d."attemptedDoor" END
    FROM own WHERE d."id" = own."id" AND d."state" = 'claimed' AND d."claimedBy" = ${holder}
    RETURNING d."id", d."state"::text AS "state", own."door"::text AS "door", own."chatId"`;
  const open = rows.filter(({ state }) => state === "claimed");
  return new Map(open.map(({ id, door, chatId }) => [id, { door, chatId }]));
}

/** When the next delivery will be due that is not yet; undefined when there is none. */
export async function findNextDue(queries: Queries, now: Date, doors: readonly Door[]): Promise<Date | undefined> {
  const isComing = Prisma.sql`d."state" = 'pending' AND d."lane" = lane AND d."dueAt" > ${now}`;
  const [row] = await queries.$queryRaw<{ dueAt: Date | null }[]>`
    SELECT min(next."dueAt") AS "dueAt" FROM unnest(enum_range(NULL::"Lane")) AS lane
    CROSS JOIN LATERAL (
      SELECT * FROM (
        SELECT d."dueAt" FROM "Delivery" d WHERE ${isComing} AND d."announcementId" IS NULL AND ${goesBy(now, doors)}
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
