import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import type { Language } from "../../words/language.ts";
import { openCourse, openGroup, titleOf } from "./group.sql.ts";
import type { CourseQuery } from "./query.ts";

/** Courses that fit below the results of a search. */
const most = 3;

/**
 * The open courses that a query may mean, those with the words in their title first. One statement without an index: a
 * city has some hundred courses, and folding 1,500 titles takes some 15 ms; what they are about stays unfolded. Where any
 * word is enough, those with most of them.
 */
export async function findCoursesByWords(
  queries: Queries,
  { patterns, areas, isForClass, isAnyWord = false }: CourseQuery,
  { language, now }: { language: Language; now: Date },
): Promise<{ courseId: number; title: string }[]> {
  const each = (text: Prisma.Sql) => patterns.map((alternatives) => Prisma.sql`${text} LIKE ANY (${alternatives})`);
  const has = (text: Prisma.Sql) => Prisma.join(each(text), isAnyWord ? " OR " : " AND ");
  const count = Prisma.join(
    each(Prisma.sql`f."title"`).map((is) => Prisma.sql`bool_or(${is})::int`),
    " + ",
  );
  const about = isForClass && !isAnyWord ? Prisma.sql`f."title" || coalesce(t."about", '')` : Prisma.sql`f."title"`;
  return queries.$queryRaw`
    WITH found AS (
      SELECT c."id" AS "courseId",
             bool_or(${has(Prisma.sql`f."title"`)}) AS "inTitle",
             bool_or(${has(about)}) OR c."area" = ANY (${areas}) AS "isFound",
             ${count} AS "named"
      FROM "Course" c JOIN "CourseText" t ON t."courseId" = c."id"
      CROSS JOIN LATERAL (SELECT ${folded(Prisma.sql`t."title"`)} AS "title") f
      WHERE ${openCourse(now)}
      GROUP BY c."id")
    SELECT f."courseId", ${titleOf(Prisma.sql`f."courseId"`, language)} AS "title"
    FROM found f
    WHERE f."isFound" AND EXISTS (SELECT FROM "Group" g WHERE g."courseId" = f."courseId" AND ${openGroup(now)})
    ORDER BY f."inTitle" DESC, f."named" DESC, f."courseId" LIMIT ${most}`;
}

const capitals = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯӘӨҮҖҢҺABCDEFGHIJKLMNOPQRSTUVWXYZёәөүҗңһ";
const letters = "абвгдеежзийклмнопрстуфхцчшщъыьэюяаоужнхabcdefghijklmnopqrstuvwxyzеаоужнх";
const marks = "«»„“”\"'’()—–-:;,.!?…/";

/** Text folded as by bot/text/fold.ts, between spaces; the database's own lower() may know ASCII alone. */
const folded = (text: Prisma.Sql) =>
  Prisma.sql`' ' || translate(${text}, ${capitals + marks}, ${letters + " ".repeat(marks.length)}) || ' '`;
