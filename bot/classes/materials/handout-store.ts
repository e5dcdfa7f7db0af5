import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { type Content, contentSchema } from "../../delivery/content.ts";
import type { Language } from "../../words/language.ts";
import { titleOf } from "../courses/group.sql.ts";

/** A material as somebody may have it. */
export interface Handout {
  groupId: number;
  /** Title of the course, in the reader's language or the next one. */
  course: string;
  title: string;
  content: Content;
}

/** A material for somebody enrolled in its class; null for anybody else, and when it was withdrawn. */
export async function findHandout(
  queries: Queries,
  { materialId, personId, language }: { materialId: number; personId: number; language: Language },
): Promise<Handout | null> {
  const [row] = await queries.$queryRaw<(Omit<Handout, "content"> & { content: unknown })[]>`
    SELECT m."groupId", m."title", m."content", ${titleOf(Prisma.sql`g."courseId"`, language)} AS "course"
    FROM "Material" m JOIN "Group" g ON g."id" = m."groupId"
    JOIN "Enrolment" e ON e."groupId" = g."id" AND e."state" = 'enrolled' AND e."personId" = ${BigInt(personId)}
    WHERE m."id" = ${materialId} AND m."withdrawnAt" IS NULL`;
  return row === undefined ? null : { ...row, content: contentSchema.parse(row.content) };
}

/** What a class has for those who are in it. */
export interface OwnHandouts {
  groupId: number;
  course: string;
  recordings: Recording[];
}

export interface Recording {
  lessonId: number;
  /** Its place among the lessons held. */
  number: number;
  startsAt: Date;
  url: string;
}

/** The class behind somebody's own enrolment with its recordings, the latest first; null when it is none of theirs. */
export async function findOwnHandouts(
  queries: Queries,
  { enrolmentId, personId, language }: { enrolmentId: number; personId: number; language: Language },
): Promise<OwnHandouts | null> {
  const [own] = await queries.$queryRaw<{ groupId: number; course: string }[]>`
    SELECT g."id" AS "groupId", ${titleOf(Prisma.sql`g."courseId"`, language)} AS "course" FROM "Enrolment" e
    JOIN "Group" g ON g."id" = e."groupId"
    WHERE e."id" = ${enrolmentId} AND e."personId" = ${BigInt(personId)} AND e."state" = 'enrolled'`;
  if (own === undefined) return null;
  const recordings = await queries.$queryRaw<Recording[]>`
    SELECT * FROM (
      SELECT l."id" AS "lessonId", (row_number() OVER (ORDER BY l."startsAt", l."id"))::int AS "number", l."startsAt",
             CASE WHEN l."recordingWithdrawnAt" IS NULL THEN l."recordingUrl" END AS "url"
      FROM "Lesson" l WHERE l."groupId" = ${own.groupId} AND l."status" <> 'cancelled') held
    WHERE "url" IS NOT NULL ORDER BY "number" DESC`;
  return { ...own, recordings };
}
