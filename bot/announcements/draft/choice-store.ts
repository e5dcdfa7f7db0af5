import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { type NameRow, rankNamed } from "../../programme/editing/rank-names.ts";
import { preferred, preferredField } from "../../programme/preferred.sql.ts";
import { institutionName } from "../../staff/name.sql.ts";
import type { Language, Texts } from "../../words/language.ts";

/** What can be chosen for a button or an audience, by its name. */
export interface NamedChoice {
  id: number;
  title: string;
}

/** Choices that fit a phone. */
const most = 8;

/**
 * Finds the courses whose title in any language fits what was typed, open or not, best first; without words the newest.
 */
export async function findCoursesNamed(queries: Queries, typed: string, language: Language): Promise<NamedChoice[]> {
  const rows = await queries.$queryRaw<NameRow[]>`
    SELECT t."courseId" AS "id", array_agg(t."title") AS "names", ${preferredField("title", language)} AS "name"
    FROM "CourseText" t GROUP BY t."courseId" ORDER BY t."courseId" DESC`;
  const found = typed.trim() === "" ? rows.slice(0, most) : rankNamed(rows, typed, most);
  return found.map(({ id, name }) => ({ id, title: name }));
}

/**
 * Finds events with these words in a title, past ones too: those to come first, then the latest. A slip is not forgiven
 * here: of all years there are too many titles to compare each.
 */
export async function findEventsNamed(
  queries: Queries,
  { text, language, now }: { text: string; language: Language; now: Date },
): Promise<NamedChoice[]> {
  return queries.$queryRaw`
    SELECT e."id", ${titleOf("EventText", Prisma.sql`t."eventId" = e."id"`, language)} AS "title"
    FROM "Event" e CROSS JOIN LATERAL (
      SELECT max(o."startsAt") AS "last", min(o."startsAt") FILTER (WHERE o."endsAt" > ${now}) AS "next"
      FROM "Occurrence" o WHERE o."eventId" = e."id") dates
    WHERE e."withdrawnAt" IS NULL AND EXISTS (
      SELECT FROM "EventText" t WHERE t."eventId" = e."id" AND t."title" ILIKE ${containing(text)})
    ORDER BY dates."next" NULLS LAST, dates."last" DESC NULLS LAST, e."id" LIMIT ${most}`;
}

/** The groups of a course, by their teacher, the newest first. */
export async function findGroupsOf(queries: Queries, courseId: number): Promise<NamedChoice[]> {
  const groups = await queries.group.findMany({
    where: { courseId },
    select: { id: true, teacherName: true },
    orderBy: { id: "desc" },
    take: most,
  });
  return groups.map(({ id, teacherName }) => ({ id, title: teacherName }));
}

/** What an event or a course is called, in each language that it has a title in. */
export async function findTitles(queries: Queries, kind: "event" | "course", id: number): Promise<Texts<string>> {
  const select = { language: true, title: true } as const;
  const rows = await (kind === "event"
    ? queries.eventText.findMany({ where: { eventId: id }, select })
    : queries.courseText.findMany({ where: { courseId: id }, select }));
  return Object.fromEntries(rows.map(({ language, title }) => [language, title]));
}

/** Names of what an audience is described by, by their ids. */
export interface Names {
  courses: Record<number, string>;
  groups: Record<number, string>;
  events: Record<number, string>;
  institutions: Record<number, string>;
}

export async function findNames(
  queries: Queries,
  {
    courseIds,
    groupIds,
    eventIds,
    institutionIds,
  }: Record<"courseIds" | "groupIds" | "eventIds" | "institutionIds", readonly number[]>,
  language: Language,
): Promise<Names> {
  const rows = await queries.$queryRaw<{ kind: keyof Names; id: number; title: string | null }[]>`
    SELECT 'courses' AS "kind", c."id", ${titleOf("CourseText", Prisma.sql`t."courseId" = c."id"`, language)} AS "title"
    FROM "Course" c WHERE c."id" = ANY(${[...courseIds]}::int[])
    UNION ALL SELECT 'groups', g."id",
      ${titleOf("CourseText", Prisma.sql`t."courseId" = g."courseId"`, language)} || ', ' || g."teacherName"
    FROM "Group" g WHERE g."id" = ANY(${[...groupIds]}::int[])
    UNION ALL SELECT 'events', e."id", ${titleOf("EventText", Prisma.sql`t."eventId" = e."id"`, language)}
    FROM "Event" e WHERE e."id" = ANY(${[...eventIds]}::int[])
    UNION ALL SELECT 'institutions', i."id", ${institutionName(Prisma.sql`i."id"`, language)}
    FROM "Institution" i WHERE i."id" = ANY(${[...institutionIds]}::int[])`;
  const named = (which: keyof Names) =>
    Object.fromEntries(rows.flatMap(({ kind, id, title }) => (kind === which && title !== null ? [[id, title]] : [])));
  return {
    courses: named("courses"),
    groups: named("groups"),
    events: named("events"),
    institutions: named("institutions"),
  };
}

const titleOf = (table: "CourseText" | "EventText", of: Prisma.Sql, language: Language) => Prisma.sql`(
  SELECT t."title" FROM ${Prisma.raw(`"${table}"`)} t WHERE ${of}
  ${preferred(language)})`;

const containing = (text: string): string => `%${text.trim().replace(/[\\%_]/gu, "\\$&")}%`;
