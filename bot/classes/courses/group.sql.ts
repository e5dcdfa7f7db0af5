import { Prisma } from "../../../prisma/client/client.ts";
import { preferred } from "../../programme/preferred.sql.ts";
import type { Language } from "../../words/language.ts";
import type { OwnPlace } from "./course.ts";

/** Parts of statements about courses and groups; a group has the alias g. */

/** The title of a course by its id, in a language or the next one there is. */
export const titleOf = (courseId: Prisma.Sql, language: Language): Prisma.Sql => Prisma.sql`
  (SELECT t."title" FROM "CourseText" t WHERE t."courseId" = ${courseId}
   ${preferred(language)})`;

/** Where g meets as jsonb (meeting-place.ts); null: at Zoom. */
export const meetingPlace = (language: Language): Prisma.Sql => Prisma.sql`
  (SELECT jsonb_build_object('title', t."title", 'address', t."address", 'latitude', w."latitude", 'longitude', w."longitude")
   FROM "Place" w JOIN "PlaceText" t ON t."placeId" = w."id" WHERE w."id" = g."placeId"
   ${preferred(language)})`;

/** Somebody new may enrol in it, or join its line. */
export const openGroup = (now: Date): Prisma.Sql => Prisma.sql`(g."closedAt" IS NULL OR g."closedAt" > ${now})
  AND EXISTS (SELECT FROM "Lesson" n WHERE n."groupId" = g."id" AND n."endsAt" > ${now} AND n."status" <> 'cancelled')`;

/** The course c is shown to residents. */
export const openCourse = (now: Date): Prisma.Sql => Prisma.sql`c."publishedAt" <= ${now} AND c."withdrawnAt" IS NULL`;

/** The title of a course by its id where residents see it; drafts and withdrawn courses are for who may edit them: null. */
export const shownTitle = (courseId: Prisma.Sql, now: Date, language: Language): Prisma.Sql => Prisma.sql`
  (SELECT t."title" FROM "CourseText" t JOIN "Course" c ON c."id" = t."courseId"
   WHERE t."courseId" = ${courseId} AND ${openCourse(now)}
   ${preferred(language)})`;

const openOffer = Prisma.sql`FROM "Offer" o WHERE o."enrolmentId" = e."id" AND o."state" = 'open'`;

/** The enrolment e as jsonb, its position in the line counted over the index. */
export const placeOf = Prisma.sql`jsonb_build_object(
  'enrolmentId', e."id", 'state', e."state",
  'position', CASE WHEN e."state" = 'waiting' THEN (
    SELECT count(*) FROM "Enrolment" w
    WHERE w."groupId" = e."groupId" AND w."state" = 'waiting' AND w."ticket" <= e."ticket") END,
  'offerId', (SELECT o."id" ${openOffer}),
  'offeredUntil', (SELECT extract(epoch FROM o."expiresAt") * 1000 ${openOffer}))`;

/** How a person stands in g. */
export const ownPlace = (personId: number | undefined): Prisma.Sql =>
  personId === undefined
    ? Prisma.sql`NULL::jsonb`
    : Prisma.sql`(SELECT ${placeOf} FROM "Enrolment" e
                  WHERE e."groupId" = g."id" AND e."personId" = ${BigInt(personId)} AND e."state" <> 'left')`;

export type StoredPlace = Omit<OwnPlace, "offeredUntil"> & { offeredUntil: number | null };

/** What `placeOf` gives, with its time as a Date. */
export const toOwnPlace = (own: StoredPlace): OwnPlace => ({
  ...own,
  offeredUntil: own.offeredUntil === null ? null : new Date(own.offeredUntil),
});
