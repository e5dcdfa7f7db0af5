import { Prisma } from "../../../../prisma/client/client.ts";
import type { Queries } from "../../../database/database.ts";
import type { Language } from "../../../words/language.ts";
import { meetingPlace, titleOf } from "../../courses/group.sql.ts";
import type { MeetingPlace } from "../../courses/meeting-place.ts";
import type { LessonTime } from "../../lessons/lesson.ts";
import type { OfferState } from "../enrolment.ts";

/** A group as messages about its places speak of it. */
export interface PlaceGroup {
  groupId: number;
  courseId: number;
  title: string;
  teacherName: string;
  /** Where it meets; null: at Zoom. */
  place?: MeetingPlace | null;
  /** All lessons in order. */
  lessons: LessonTime[];
}

export interface Offer {
  groupId: number;
  state: OfferState;
  expiresAt: Date;
  /** Its owner is in the group or its line (again). */
  isIn: boolean;
  /** Its owner waits for another group of the course. */
  waitsElsewhere: boolean;
  /** Its owner has a seat in another group of the course, and leaves it by accepting. */
  hasSeat: boolean;
}

/** An offer as it stands now; null for one that is not there, or somebody else's. */
export async function findOffer(queries: Queries, offerId: number, personId: number): Promise<Offer | null> {
  const [offer] = await queries.$queryRaw<Offer[]>`
    SELECT o."groupId", o."state"::text AS "state", o."expiresAt",
           coalesce(bool_or(s."groupId" = o."groupId"), false) AS "isIn",
           coalesce(bool_or(s."groupId" <> o."groupId" AND s."state" = 'waiting'), false) AS "waitsElsewhere",
           coalesce(bool_or(s."groupId" <> o."groupId" AND s."state" = 'enrolled'), false) AS "hasSeat"
    FROM "Offer" o JOIN "Enrolment" e ON e."id" = o."enrolmentId" JOIN "Group" g ON g."id" = o."groupId"
    LEFT JOIN LATERAL (
      SELECT s."groupId", s."state" FROM "Enrolment" s JOIN "Group" h ON h."id" = s."groupId"
      WHERE s."personId" = e."personId" AND s."state" <> 'left' AND h."courseId" = g."courseId") s ON true
    WHERE o."id" = ${offerId} AND e."personId" = ${BigInt(personId)}
    GROUP BY o."id"`;
  return offer ?? null;
}

/** What a group is called in a language, and when it meets; null for one that is not there. */
export async function findPlaceGroup(
  queries: Queries,
  groupId: number,
  language: Language,
): Promise<PlaceGroup | null> {
  const [group] = await queries.$queryRaw<Omit<PlaceGroup, "lessons">[]>`
    SELECT g."id" AS "groupId", g."courseId", coalesce(${titleOf(Prisma.sql`g."courseId"`, language)}, '') AS "title", g."teacherName",
           ${meetingPlace(language)} AS "place"
    FROM "Group" g
    WHERE g."id" = ${groupId}`;
  if (group === undefined) return null;
  const lessons = await queries.lesson.findMany({
    where: { groupId },
    select: { startsAt: true, endsAt: true, status: true },
    orderBy: { startsAt: "asc" },
  });
  return { ...group, lessons };
}
