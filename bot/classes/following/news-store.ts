import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import type { Language } from "../../words/language.ts";
import type { Area } from "../areas.ts";
import { openCourse, openGroup, titleOf } from "../courses/group.sql.ts";
import { seenSince } from "./news.sql.ts";

/** A course with groups that are new to somebody. */
export interface NewGroups {
  courseId: number;
  area: Area;
  title: string;
  groups: number;
  /** When the first of them meets next. */
  nextStartsAt: Date;
}

/** Courses in one message. */
const most = 6;

/** Which groups were news when a message was planned; for each subject, what was known of it before. */
export interface Planned {
  until: Date;
  known: ReadonlyMap<string, Date>;
}

/** Finds what is told at one time: of groups that still take people, in subjects that are still followed. */
export async function findNewGroups(
  queries: Queries,
  personId: number,
  { until, known }: Planned,
  { language, now }: { language: Language; now: Date },
): Promise<NewGroups[]> {
  return queries.$queryRaw<NewGroups[]>`
    SELECT c."id" AS "courseId", c."area", count(*)::int AS "groups", min(next."startsAt") AS "nextStartsAt",
           coalesce(${titleOf(Prisma.sql`c."id"`, language)}, '') AS "title"
    FROM "FollowedArea" f
    JOIN unnest(${[...known.keys()]}::text[], ${[...known.values()]}::timestamptz[]) AS k("area", "knownTo") ON k."area" = f."area"
    JOIN "Course" c ON c."area" = f."area" JOIN "Group" g ON g."courseId" = c."id"
    JOIN LATERAL (SELECT min(l."startsAt") AS "startsAt" FROM "Lesson" l
                  WHERE l."groupId" = g."id" AND l."endsAt" > ${now} AND l."status" <> 'cancelled') next ON true
    WHERE f."personId" = ${BigInt(personId)} AND ${openCourse(now)} AND ${openGroup(now)}
      AND ${seenSince} > k."knownTo" AND ${seenSince} <= ${until}
    GROUP BY c."id" ORDER BY "nextStartsAt", c."id" LIMIT ${most}`;
}
