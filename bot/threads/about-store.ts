import type { Queries } from "../database/database.ts";
import { visible } from "../programme/listing/conditions.sql.ts";
import { inLanguage } from "../staff/name.sql.ts";
import type { Language } from "../words/language.ts";
import { findThread, type ThreadHead } from "./find-store.ts";
import type { About } from "./thread.ts";

/** What is written about, as a person sees it. */
export type Topic = Pick<ThreadHead, "subject" | "title" | "startsAt">;

/** Finds what somebody is about to write about; null when it is gone, or is not theirs. */
export async function findTopic(
  queries: Queries,
  about: About,
  { personId, language, now }: { personId: number; language: Language; now: Date },
): Promise<Topic | null> {
  switch (about.kind) {
    case "question":
      return { subject: "question", title: null, startsAt: null };
    case "thread": {
      const thread = await findThread(queries, about.id, language);
      return thread?.personId === personId ? thread : null;
    }
    case "class": {
      const [row] = await queries.$queryRaw<{ title: string | null }[]>`
        SELECT (SELECT x."title" FROM "CourseText" x WHERE x."courseId" = g."courseId" ${inLanguage(language)}) AS "title"
        FROM "Group" g WHERE g."id" = ${about.id} AND EXISTS (
          SELECT FROM "Enrolment" e
          WHERE e."groupId" = g."id" AND e."personId" = ${BigInt(personId)} AND e."state" <> 'left')`;
      return row === undefined ? null : { subject: "class", title: row.title, startsAt: null };
    }
    default: {
      const [row] = await queries.$queryRaw<{ title: string | null; startsAt: Date }[]>`
        SELECT (SELECT x."title" FROM "EventText" x WHERE x."eventId" = o."eventId" ${inLanguage(language)}) AS "title",
               o."startsAt"
        FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId"
        WHERE o."id" = ${about.id} AND ${visible(now)}`;
      return row === undefined ? null : { subject: about.kind, ...row };
    }
  }
}

/** Finds the thread in which somebody was answered since then, and by whom: what they write now may be for them. */
export async function findLately(
  queries: Queries,
  personId: number,
  since: Date,
): Promise<{ threadId: number; author: string | null } | null> {
  const [found] = await queries.$queryRaw<{ threadId: number; author: string | null }[]>`
    SELECT t."id" AS "threadId",
           (SELECT p."firstName" FROM "ThreadMessage" m LEFT JOIN "Person" p ON p."id" = m."authorId"
            WHERE m."threadId" = t."id" AND m."isFromStaff" ORDER BY m."id" DESC LIMIT 1) AS "author"
    FROM "Thread" t WHERE t."personId" = ${BigInt(personId)} AND t."lastAt" > ${since} AND t."state" = 'answered'
    ORDER BY t."lastAt" DESC LIMIT 1`;
  return found ?? null;
}
