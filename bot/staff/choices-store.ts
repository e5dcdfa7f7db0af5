import type { Queries } from "../database/database.ts";
import type { Language } from "../words/language.ts";
import { inLanguage } from "./name.sql.ts";

export interface StaffChoice {
  id: number;
  name: string;
}

/** Finds groups that are nobody's in /staff yet, the newest first; six at most. */
export const findGroupsWithoutTeacher = (queries: Queries, language: Language): Promise<StaffChoice[]> =>
  queries.$queryRaw<StaffChoice[]>`
    SELECT g."id", own."title" || ' · ' || g."teacherName" AS "name" FROM "Group" g
    JOIN LATERAL (SELECT x."title" FROM "CourseText" x WHERE x."courseId" = g."courseId"
                  ${inLanguage(language)}) own ON true
    WHERE g."teacherId" IS NULL ORDER BY g."id" DESC LIMIT 6`;
