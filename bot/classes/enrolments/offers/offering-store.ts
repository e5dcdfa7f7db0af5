import { Prisma } from "../../../../prisma/client/client.ts";
import type { Queries } from "../../../database/database.ts";
import { enqueue } from "../../../delivery/outbox-store.ts";
import { isReachable } from "../../../people/address.sql.ts";
import { lockGroups } from "../lock-store.ts";
import { type Addressee, noticeTo } from "../notice.ts";
import { nearestLesson, offerUntil } from "./offer-time.ts";

interface Free {
  groupId: number;
  courseId: number;
  timeZone: string;
  places: number;
}

type Made = Addressee & { offerId: number };

/**
 * Offers all free places of a group: to the first of its line, then to who waits for a full group of the same course,
 * level and language. To be called, in the same transaction, after places became free or more. Returns how many it made.
 */
export async function offerPlaces(queries: Queries, groupId: number, now: Date): Promise<number> {
  await lockGroups(queries, [groupId]);
  const free = await findFree(queries, groupId, now);
  if (free === null) return 0;
  const until = offerUntil(now, await findNextLessons(queries, groupId, now), free.timeZone);
  if (until === null) return 0;
  const made = await offerToLine(queries, free, until, now);
  const left = { ...free, places: free.places - made.length };
  if (left.places > 0) made.push(...(await offerToOthers(queries, left, until, now)));
  await enqueue(
    queries,
    made.map(({ offerId, ...addressee }) =>
      noticeTo(addressee, now, {
        kind: "offer",
        payload: { offerId },
        lane: "urgent",
        expiresAt: until,
        dedupeKey: `offer:${offerId}`,
      }),
    ),
  );
  return made.length;
}

async function findFree(queries: Queries, groupId: number, now: Date): Promise<Free | null> {
  const [free] = await queries.$queryRaw<Free[]>`
    SELECT g."id" AS "groupId", g."courseId", g."timeZone", g."capacity" - g."taken" AS "places"
    FROM "Group" g JOIN "Course" c ON c."id" = g."courseId"
    WHERE g."id" = ${groupId} AND g."taken" < g."capacity" AND g."closedAt" IS NULL
      AND c."publishedAt" <= ${now} AND c."withdrawnAt" IS NULL`;
  return free ?? null;
}

/** Some of them: a lesson in the night, or early, may leave no time to answer. */
async function findNextLessons(queries: Queries, groupId: number, now: Date): Promise<Date[]> {
  const lessons = await queries.lesson.findMany({
    where: { groupId, status: { not: "cancelled" }, startsAt: { gte: new Date(now.getTime() + nearestLesson) } },
    select: { startsAt: true },
    orderBy: { startsAt: "asc" },
    take: 3,
  });
  return lessons.map(({ startsAt }) => startsAt);
}

async function offerToLine(queries: Queries, free: Free, until: Date, now: Date): Promise<Made[]> {
  return queries.$queryRaw<Made[]>`
    WITH first AS (
      SELECT e."id", e."personId" FROM "Enrolment" e JOIN "Person" p ON p."id" = e."personId"
      WHERE e."groupId" = ${free.groupId} AND e."state" = 'waiting' AND ${isReachable(Prisma.sql`p."id"`)}
      ORDER BY e."ticket" LIMIT ${free.places}
    ), moved AS (
      UPDATE "Enrolment" e SET "state" = 'offered', "changedAt" = ${now} FROM first WHERE e."id" = first."id"
    ), made AS (
      INSERT INTO "Offer" ("groupId", "enrolmentId", "offeredAt", "expiresAt")
      SELECT ${free.groupId}::int, "id", ${now}::timestamptz, ${until}::timestamptz FROM first
      RETURNING "id", "enrolmentId"
    ), counted AS (
      UPDATE "Group" SET "taken" = "taken" + (SELECT count(*) FROM first), "waiting" = "waiting" - (SELECT count(*) FROM first)
      WHERE "id" = ${free.groupId}
    )
    SELECT made."id" AS "offerId", first."personId", coalesce(p."timeZone", ${free.timeZone}) AS "zone",
           p."quietFrom", p."quietUntil"
    FROM made JOIN first ON first."id" = made."enrolmentId" JOIN "Person" p ON p."id" = first."personId"`;
}

/**
 * Offers places to people in line. A person whose row is held at this moment is skipped instead of waited for; the job
 * of the next minute finds them.
 */
async function offerToOthers(queries: Queries, free: Free, until: Date, now: Date): Promise<Made[]> {
  const chosen = await queries.$queryRaw<{ personId: bigint }[]>`
    WITH full_group AS MATERIALIZED (
      SELECT s."id" FROM "Group" s JOIN "Group" g ON g."id" = ${free.groupId}
      WHERE s."courseId" = g."courseId" AND s."level" = g."level" AND s."heldIn" = g."heldIn" AND s."id" <> g."id"
        AND s."taken" >= s."capacity" AND s."waiting" > 0
    )
    SELECT p."id" AS "personId" FROM "Enrolment" w JOIN "Person" p ON p."id" = w."personId"
    WHERE w."groupId" IN (SELECT "id" FROM full_group) AND w."state" = 'waiting' AND ${isReachable(Prisma.sql`p."id"`)}
      -- Of several lines, the one they joined first.
      AND NOT EXISTS (SELECT 1 FROM "Enrolment" e WHERE e."personId" = w."personId" AND e."state" = 'waiting'
                      AND e."groupId" IN (SELECT "id" FROM full_group) AND e."id" < w."id")
      AND NOT EXISTS (SELECT 1 FROM "Enrolment" e WHERE e."personId" = w."personId" AND e."groupId" = ${free.groupId})
      AND NOT EXISTS (SELECT 1 FROM "Enrolment" e JOIN "Group" g ON g."id" = e."groupId"
                      WHERE e."personId" = w."personId" AND e."state" IN ('offered', 'enrolled') AND g."courseId" = ${free.courseId})
    ORDER BY w."createdAt", w."id" LIMIT ${free.places}
    FOR NO KEY UPDATE OF p, w SKIP LOCKED`;
  if (chosen.length === 0) return [];
  return queries.$queryRaw<Made[]>`
    WITH chosen AS (
      SELECT * FROM unnest(${chosen.map(({ personId }) => personId)}::bigint[]) WITH ORDINALITY AS c("personId", "place")
    ), counted AS (
      UPDATE "Group" SET "taken" = "taken" + ${chosen.length}::int, "nextTicket" = "nextTicket" + ${chosen.length}::int
      WHERE "id" = ${free.groupId} RETURNING "nextTicket" - ${chosen.length}::int AS "first"
    ), joined AS (
      INSERT INTO "Enrolment" ("groupId", "personId", "state", "ticket", "createdAt", "changedAt")
      SELECT ${free.groupId}::int, "personId", 'offered', counted."first" + "place" - 1, ${now}::timestamptz, ${now}::timestamptz
      FROM chosen, counted ORDER BY "place" RETURNING "id", "personId"
    ), made AS (
      INSERT INTO "Offer" ("groupId", "enrolmentId", "offeredAt", "expiresAt")
      SELECT ${free.groupId}::int, "id", ${now}::timestamptz, ${until}::timestamptz FROM joined RETURNING "id", "enrolmentId"
    )
    SELECT made."id" AS "offerId", joined."personId", coalesce(p."timeZone", ${free.timeZone}) AS "zone",
           p."quietFrom", p."quietUntil"
    FROM made JOIN joined ON joined."id" = made."enrolmentId" JOIN "Person" p ON p."id" = joined."personId"`;
}
