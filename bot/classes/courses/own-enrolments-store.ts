import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import type { Language } from "../../words/language.ts";
import type { OwnPlace } from "./course.ts";
import { meetingPlace, placeOf, type StoredPlace, titleOf, toOwnPlace } from "./group.sql.ts";
import type { MeetingPlace } from "./meeting-place.ts";

/** A class that somebody is in, or waits for. */
export interface OwnClass extends OwnPlace {
  groupId: number;
  courseId: number;
  title: string;
  timeZone: string;
  teacherName: string;
  /** Where it meets; null: at Zoom. */
  place?: MeetingPlace | null;
  /** The one going on or coming; null when all of them are over. */
  next: { lessonId: number; number: number; startsAt: Date; endsAt: Date; isMoved: boolean } | null;
  /** Lessons in all; cancelled ones not counted. */
  lessons: number;
  /** Lessons that are over and whose attendance is noted: before that nobody is told that they missed one. */
  noted: number;
  /** Noted lessons that the person took part in. */
  attended: number;
  hasCertificate: boolean;
  /** The teacher gave something, or there is a recording. */
  hasHandouts: boolean;
  /** How long before a lesson the learner is reminded of it, in minutes. */
  leads: number[];
}

/** Classes that one message tells of. */
const most = 10;

/** What is over stays in sight for so many days. */
const keptDays = 30;

/** The classes of a person, the next lesson first, those lately over last: one statement. */
export const findOwnClasses = (queries: Queries, personId: number, language: Language, now: Date) =>
  selectOwn(queries, Prisma.sql`e."personId" = ${BigInt(personId)}`, language, now);

/** Finds one of a person's own classes; null when they are not in it, or have left it. */
export async function findOwnClass(
  queries: Queries,
  { enrolmentId, personId }: { enrolmentId: number; personId: number },
  language: Language,
  now: Date,
): Promise<OwnClass | null> {
  const which = Prisma.sql`e."personId" = ${BigInt(personId)} AND e."id" = ${enrolmentId}`;
  const [own] = await selectOwn(queries, which, language, now);
  return own ?? null;
}

type Row = Omit<OwnClass, keyof OwnPlace | "next" | "place"> & {
  meetingPlace: MeetingPlace | null;
  place: StoredPlace;
  lessonId: number | null;
  number: number;
  startsAt: Date;
  endsAt: Date;
  isMoved: boolean;
};

async function selectOwn(queries: Queries, which: Prisma.Sql, language: Language, now: Date): Promise<OwnClass[]> {
  const since = new Date(now.getTime() - keptDays * 86_400_000);
  const rows = await queries.$queryRaw<Row[]>`
    SELECT g."id" AS "groupId", g."courseId", g."timeZone", g."teacherName", e."leads", ${placeOf} AS "place",
           ${titleOf(Prisma.sql`g."courseId"`, language)} AS "title", ${meetingPlace(language)} AS "meetingPlace",
           next."id" AS "lessonId", coalesce(next."startsAt", ${now}) AS "startsAt",
           coalesce(next."endsAt", ${now}) AS "endsAt", coalesce(next."status" = 'moved', false) AS "isMoved",
           counts."lessons", counts."held" + 1 AS "number", counts."noted", counts."attended",
           EXISTS (SELECT 1 FROM "Certificate" c WHERE c."enrolmentId" = e."id") AS "hasCertificate",
           e."state" = 'enrolled' AND (
             EXISTS (SELECT 1 FROM "Material" m WHERE m."groupId" = g."id" AND m."withdrawnAt" IS NULL)
             OR EXISTS (SELECT 1 FROM "Lesson" l WHERE l."groupId" = g."id" AND l."recordingUrl" IS NOT NULL
                        AND l."recordingWithdrawnAt" IS NULL AND l."status" <> 'cancelled')) AS "hasHandouts"
    FROM "Enrolment" e JOIN "Group" g ON g."id" = e."groupId"
    LEFT JOIN LATERAL (
      SELECT * FROM "Lesson" l WHERE l."groupId" = g."id" AND l."endsAt" > ${now} AND l."status" <> 'cancelled'
      ORDER BY l."startsAt" LIMIT 1) next ON true
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "lessons", (count(*) FILTER (WHERE l."endsAt" <= ${now}))::int AS "held",
             (count(*) FILTER (WHERE l."endsAt" <= ${now} AND EXISTS (
                SELECT 1 FROM "Attendance" a WHERE a."lessonId" = l."id")))::int AS "noted",
             (count(*) FILTER (WHERE l."endsAt" <= ${now} AND EXISTS (
                SELECT 1 FROM "Attendance" a
                WHERE a."lessonId" = l."id" AND a."enrolmentId" = e."id" AND a."isPresent")))::int AS "attended",
             max(l."endsAt") AS "lastEndsAt"
      FROM "Lesson" l WHERE l."groupId" = g."id" AND l."status" <> 'cancelled') counts
    WHERE ${which} AND e."state" <> 'left'
      AND (counts."lastEndsAt" IS NULL OR counts."lastEndsAt" > ${since}
           OR EXISTS (SELECT 1 FROM "Certificate" c WHERE c."enrolmentId" = e."id"))
    ORDER BY next."startsAt", e."id" LIMIT ${most}`;
  return rows.map(({ place, lessonId, number, startsAt, endsAt, isMoved, meetingPlace: meetsAt, ...own }) => ({
    ...own,
    place: meetsAt,
    ...toOwnPlace(place),
    next: lessonId === null ? null : { lessonId, number, startsAt, endsAt, isMoved },
  }));
}
