import type { Queries } from "../../database/database.ts";
import type { EnrolmentState } from "./enrolment.ts";
import { lockGroups } from "./lock-store.ts";
import { vacate } from "./release-store.ts";

interface Place {
  enrolmentId: number;
  groupId: number;
  courseId: number;
  state: EnrolmentState;
  /** The group has lessons to come. */
  isGoingOn: boolean;
}

/** An enrolment that ends, and in one and the same group the one that has what was attended by it. */
interface Ending {
  enrolmentId: number;
  heirId: number | null;
}

/**
 * Lets the places of two people be those of one: in a group the better one, and no line for other groups of a course in which
 * they are enrolled. What ends goes to who waits. Both are locked by the caller.
 */
export async function mergeEnrolments(
  queries: Queries,
  { keptId, goneId, now }: { keptId: number; goneId: number; now: Date },
): Promise<void> {
  const both = [keptId, goneId].map(BigInt);
  const enrolments = await queries.enrolment.findMany({
    where: { personId: { in: both }, state: { not: "left" } },
    select: { groupId: true },
  });
  await lockGroups(
    queries,
    enrolments.map(({ groupId }) => groupId),
  );
  const endings = findEndings(await findPlaces(queries, both, now));
  // All at once: a place that becomes free is offered to who waits, and neither of the two does so any more.
  await vacate(
    queries,
    endings.map(({ enrolmentId }) => enrolmentId),
    "withdrawn",
    now,
  );
  await handDown(queries, endings);
  await queries.enrolment.updateMany({ where: { personId: BigInt(goneId) }, data: { personId: BigInt(keptId) } });
}

/** The places of both, the best of each group first. */
const findPlaces = (queries: Queries, both: readonly bigint[], now: Date) => queries.$queryRaw<Place[]>`
  SELECT e."id" AS "enrolmentId", e."groupId", g."courseId", e."state"::text AS "state", EXISTS (
    SELECT FROM "Lesson" n WHERE n."groupId" = g."id" AND n."endsAt" > ${now} AND n."status" <> 'cancelled') AS "isGoingOn"
  FROM "Enrolment" e JOIN "Group" g ON g."id" = e."groupId"
  WHERE e."personId" = ANY(${[...both]}::bigint[]) AND e."state" <> 'left'
  ORDER BY e."groupId", e."state" DESC, e."ticket", e."id"`;

function findEndings(places: readonly Place[]): Ending[] {
  const best = new Map<number, Place>();
  for (const place of places) if (!best.has(place.groupId)) best.set(place.groupId, place);
  const courses = new Set(
    [...best.values()]
      .filter(({ state, isGoingOn }) => state === "enrolled" && isGoingOn)
      .map(({ courseId }) => courseId),
  );
  return places.flatMap(({ enrolmentId, groupId, courseId, state }): Ending[] => {
    const { enrolmentId: bestId } = best.get(groupId) ?? { enrolmentId };
    if (bestId !== enrolmentId) return [{ enrolmentId, heirId: bestId }];
    return state !== "enrolled" && courses.has(courseId) ? [{ enrolmentId, heirId: null }] : [];
  });
}

/** Hands what was attended by an enrolment that ends to the one that stays in its group. */
async function handDown(queries: Queries, endings: readonly Ending[]): Promise<void> {
  for (const { enrolmentId, heirId } of endings) {
    if (heirId === null) continue;
    // What a teacher ticked outweighs what Zoom counted; of two alike, that somebody was there.
    await queries.$executeRaw`
      INSERT INTO "Attendance" AS h ("lessonId", "enrolmentId", "isPresent", "source", "notedAt")
      SELECT "lessonId", ${heirId}::int, "isPresent", "source", "notedAt" FROM "Attendance" WHERE "enrolmentId" = ${enrolmentId}
      ON CONFLICT ("lessonId", "enrolmentId") DO UPDATE
        SET "isPresent" = EXCLUDED."isPresent", "source" = EXCLUDED."source", "notedAt" = EXCLUDED."notedAt"
      WHERE (EXCLUDED."source", EXCLUDED."isPresent") > (h."source", h."isPresent")`;
    await queries.attendance.deleteMany({ where: { enrolmentId } });
    await queries.$executeRaw`
      UPDATE "Presence" p SET "enrolmentId" = ${heirId} WHERE p."enrolmentId" = ${enrolmentId} AND NOT EXISTS (
        SELECT FROM "Presence" o WHERE o."enrolmentId" = ${heirId} AND o."lessonId" = p."lessonId" AND o."joinedAt" = p."joinedAt")`;
    await queries.$executeRaw`
      UPDATE "Absence" a SET "enrolmentId" = ${heirId} WHERE a."enrolmentId" = ${enrolmentId} AND NOT EXISTS (
        SELECT FROM "Absence" o WHERE o."enrolmentId" = ${heirId} AND o."lessonId" = a."lessonId")`;
    await queries.$executeRaw`
      UPDATE "Certificate" c SET "enrolmentId" = ${heirId} WHERE c."enrolmentId" = ${enrolmentId} AND NOT EXISTS (
        SELECT FROM "Certificate" o WHERE o."enrolmentId" = ${heirId})`;
  }
}
