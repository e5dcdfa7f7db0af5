import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import type { Language } from "../../words/language.ts";
import { titleOf } from "../courses/group.sql.ts";

/** Learners on one screen to tick. */
export const ticksPerPage = 10;

/** A lesson with a page of its class, to be ticked. */
export interface TickSheet {
  lessonId: number;
  groupId: number;
  title: string;
  timeZone: string;
  teacherId: number | null;
  startsAt: Date;
  endsAt: Date;
  isCancelled: boolean;
  /** The place of the lesson among those that are not cancelled, and how many there are. */
  number: number;
  of: number;
  /** The held lessons around it. */
  before: number | null;
  after: number | null;
  learners: number;
  present: number;
  /** How many learners have a note whether they came. */
  noted: number;
  page: { enrolmentId: number; name: string; isPresent: boolean }[];
}

type Row = Omit<TickSheet, "page" | "teacherId"> & {
  teacherId: bigint | null;
  page: TickSheet["page"] | null;
};

/** A lesson's sheet in the order of names; null when there is no such lesson. One statement. */
export async function findTickSheet(
  queries: Queries,
  { lessonId, page, language }: { lessonId: number; page: number; language: Language },
): Promise<TickSheet | null> {
  const [row] = await queries.$queryRaw<Row[]>`
    WITH lesson AS (
      SELECT l.*, g."courseId", g."timeZone", g."teacherId", g."taken"
      FROM "Lesson" l JOIN "Group" g ON g."id" = l."groupId" WHERE l."id" = ${lessonId}
    ), held AS (
      SELECT h."id", row_number() OVER w AS "number", lag(h."id") OVER w AS "before", lead(h."id") OVER w AS "after",
             count(*) OVER () AS "of"
      FROM "Lesson" h WHERE h."groupId" = (SELECT "groupId" FROM lesson) AND h."status" <> 'cancelled'
      WINDOW w AS (ORDER BY h."startsAt", h."id")
    ), class AS (
      SELECT e."id" AS "enrolmentId", coalesce(n."name", p."firstName") AS "name", a."isPresent"
      FROM "Enrolment" e JOIN "Person" p ON p."id" = e."personId"
      LEFT JOIN "Learner" n ON n."personId" = e."personId"
      LEFT JOIN "Attendance" a ON a."enrolmentId" = e."id" AND a."lessonId" = ${lessonId}
      WHERE e."groupId" = (SELECT "groupId" FROM lesson) AND e."state" = 'enrolled'
    )
    SELECT l."id" AS "lessonId", l."groupId", l."timeZone", l."teacherId", l."startsAt", l."endsAt",
           l."status" = 'cancelled' AS "isCancelled",
           coalesce(h."number", 0)::int AS "number", coalesce(h."of", 0)::int AS "of", h."before", h."after",
           ${titleOf(Prisma.sql`l."courseId"`, language)} AS "title",
           counts.*,
           (SELECT jsonb_agg(jsonb_build_object('enrolmentId', c."enrolmentId", 'name', c."name",
                                                'isPresent', coalesce(c."isPresent", false)) ORDER BY c."name", c."enrolmentId")
            FROM (SELECT * FROM class ORDER BY "name", "enrolmentId"
                  LIMIT ${ticksPerPage} OFFSET ${page * ticksPerPage}) c) AS "page"
    FROM lesson l LEFT JOIN held h ON h."id" = l."id"
    CROSS JOIN (SELECT count(*)::int AS "learners", (count(*) FILTER (WHERE "isPresent"))::int AS "present",
                       count("isPresent")::int AS "noted" FROM class) counts`;
  if (row === undefined) return null;
  return { ...row, teacherId: row.teacherId === null ? null : Number(row.teacherId), page: row.page ?? [] };
}
