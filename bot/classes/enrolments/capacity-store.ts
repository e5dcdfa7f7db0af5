import type { Queries } from "../../database/database.ts";
import { enqueue } from "../../delivery/outbox-store.ts";
import type { Resizing } from "./enrolment.ts";
import { lockGroups } from "./lock-store.ts";
import { type Addressee, noticeTo } from "./notice.ts";
import { offerPlaces } from "./offers/offering-store.ts";
import { vacate } from "./release-store.ts";

/** Changes how many places a group has, never below those that are taken; new ones are offered at once. */
export async function changeCapacity(
  queries: Queries,
  groupId: number,
  capacity: number,
  now: Date,
): Promise<Resizing> {
  await lockGroups(queries, [groupId]);
  const group = await queries.group.findUnique({ where: { id: groupId }, select: { taken: true } });
  if (group === null) return { kind: "gone" };
  if (capacity < Math.max(group.taken, 1)) return { kind: "too few", taken: group.taken };
  await queries.group.updateMany({ where: { id: groupId }, data: { capacity } });
  return { kind: "changed", offered: await offerPlaces(queries, groupId, now) };
}

/** How long it is worth knowing that a line is over, in milliseconds. */
const newsLasts = 7 * 24 * 3_600_000;

/**
 * Closes a group: nobody enrols any more, its line ends and is told so. Who is in it goes on, and a place that is on
 * offer may still be accepted. Returns how many waited.
 */
export async function closeGroup(queries: Queries, groupId: number, now: Date): Promise<number> {
  await lockGroups(queries, [groupId]);
  await queries.group.updateMany({ where: { id: groupId, closedAt: null }, data: { closedAt: now } });
  const line = await queries.$queryRaw<(Addressee & { enrolmentId: number })[]>`
    SELECT e."id" AS "enrolmentId", e."personId", coalesce(p."timeZone", g."timeZone") AS "zone", p."quietFrom", p."quietUntil"
    FROM "Enrolment" e JOIN "Person" p ON p."id" = e."personId" JOIN "Group" g ON g."id" = e."groupId"
    WHERE e."groupId" = ${groupId} AND e."state" = 'waiting' ORDER BY e."ticket"`;
  await vacate(
    queries,
    line.map(({ enrolmentId }) => enrolmentId),
    "withdrawn",
    now,
  );
  await enqueue(
    queries,
    line.map(({ enrolmentId, ...addressee }) =>
      noticeTo(addressee, now, {
        kind: "line-closed",
        payload: { groupId },
        lane: "normal",
        expiresAt: new Date(now.getTime() + newsLasts),
        dedupeKey: `line-closed:${enrolmentId}`,
      }),
    ),
  );
  return line.length;
}
