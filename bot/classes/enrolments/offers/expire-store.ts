import type { Database, Queries } from "../../../database/database.ts";
import { databaseTrouble } from "../../../database/unreachable.ts";
import { enqueue } from "../../../delivery/outbox-store.ts";
import { lockGroups, patience } from "../lock-store.ts";
import { type Addressee, noticeTo } from "../notice.ts";
import { vacate } from "../release-store.ts";
import { nearestLesson } from "./offer-time.ts";
import { offerPlaces } from "./offering-store.ts";

/** How long it is worth knowing that a place is gone, in milliseconds. */
const newsLasts = 3 * 24 * 3_600_000;

/**
 * Takes back places whose offers have expired, tells their owners, and offers them to the next; then offers what could
 * not be offered when it became free. A transaction for each group, so that nobody waits for all of them, and what fails
 * in one holds up no other; it is thrown at the end.
 */
export async function expireOffers(database: Database, now: Date): Promise<{ expired: number; offered: number }> {
  const due = await database.$queryRaw<{ groupId: number }[]>`
    SELECT DISTINCT "groupId" FROM "Offer" WHERE "state" = 'open' AND "expiresAt" <= ${now} ORDER BY "groupId"`;
  const failures: unknown[] = [];
  const inEach = async (groupIds: readonly number[], work: (tx: Queries, groupId: number) => Promise<number>) => {
    let sum = 0;
    for (const groupId of groupIds) {
      try {
        sum += await database.$transaction((tx) => work(tx, groupId), patience);
      } catch (error) {
        if (databaseTrouble(error) === "away") throw error;
        failures.push(error);
      }
    }
    return sum;
  };
  const expired = await inEach(
    due.map(({ groupId }) => groupId),
    (tx, groupId) => expireInGroup(tx, groupId, now),
  );
  const offered = await inEach(await findOfferable(database, now), (tx, groupId) => offerPlaces(tx, groupId, now));
  if (failures.length > 0) throw new Error(`${failures.length} groups not looked after`, { cause: failures[0] });
  return { expired, offered };
}

type Expired = Addressee & { offerId: number; enrolmentId: number };

async function expireInGroup(queries: Queries, groupId: number, now: Date): Promise<number> {
  await lockGroups(queries, [groupId]);
  const expired = await queries.$queryRaw<Expired[]>`
    SELECT o."id" AS "offerId", o."enrolmentId", e."personId", coalesce(p."timeZone", g."timeZone") AS "zone",
           p."quietFrom", p."quietUntil"
    FROM "Offer" o JOIN "Enrolment" e ON e."id" = o."enrolmentId" JOIN "Person" p ON p."id" = e."personId"
    JOIN "Group" g ON g."id" = o."groupId"
    WHERE o."groupId" = ${groupId} AND o."state" = 'open' AND o."expiresAt" <= ${now}`;
  await vacate(
    queries,
    expired.map(({ enrolmentId }) => enrolmentId),
    "expired",
    now,
  );
  await enqueue(
    queries,
    expired.map(({ offerId, enrolmentId: _, ...addressee }) =>
      noticeTo(addressee, now, {
        kind: "offer-expired",
        payload: { offerId },
        lane: "normal",
        expiresAt: new Date(now.getTime() + newsLasts),
        dedupeKey: `offer-expired:${offerId}`,
      }),
    ),
  );
  return expired.length;
}

/** Groups with free places, a lesson far enough, and somebody who waits for them or for a full group like them. */
async function findOfferable(queries: Queries, now: Date): Promise<number[]> {
  const groups = await queries.$queryRaw<{ id: number }[]>`
    SELECT g."id" FROM "Group" g
    WHERE g."taken" < g."capacity" AND g."closedAt" IS NULL
      AND (g."waiting" > 0 OR EXISTS (
        SELECT 1 FROM "Group" s
        WHERE s."courseId" = g."courseId" AND s."level" = g."level" AND s."heldIn" = g."heldIn" AND s."id" <> g."id"
          AND s."taken" >= s."capacity" AND s."waiting" > 0))
      AND EXISTS (
        SELECT 1 FROM "Lesson" l WHERE l."groupId" = g."id" AND l."status" <> 'cancelled'
          AND l."startsAt" >= ${new Date(now.getTime() + nearestLesson)})
    ORDER BY g."id"`;
  return groups.map(({ id }) => id);
}
