import { Prisma } from "../../prisma/client/client.ts";
import type { Queries } from "../database/database.ts";
import { type Content, contentSchema } from "../delivery/content.ts";
import { inLanguage } from "../staff/name.sql.ts";
import type { Language } from "../words/language.ts";
import { isOpenTo } from "./thread.sql.ts";
import type { ThreadState, ThreadSubject } from "./thread.ts";

/** Threads on a page of staff's list, and messages on a page of one. */
export const perPage = { threads: 6, messages: 6 };

/** A thread as staff sees it. */
export interface ThreadHead {
  id: number;
  personId: number;
  /** The resident's name at their messenger. */
  name: string;
  /** What the resident speaks. */
  language: Language;
  subject: ThreadSubject;
  state: ThreadState;
  lastAt: Date;
  waitingSince: Date | null;
  occurrenceId: number | null;
  /** When that date begins. */
  startsAt: Date | null;
  groupId: number | null;
  teacherId: number | null;
  /** Title of the event or the course, in the reader's language or another; null: about none, or it is gone. */
  title: string | null;
}

export interface ThreadLine {
  id: number;
  isFromStaff: boolean;
  /** Who wrote an answer; null: a colleague who was erased. */
  author: string | null;
  content: Content;
  sentAt: Date;
}

/** What staff may look at: `all`, or the threads of one's own learners. */
export interface Reach {
  personId: number;
  all: boolean;
}

type Row = Omit<ThreadHead, "personId" | "teacherId"> & { personId: bigint; teacherId: bigint | null };

const heads = (language: Language) => Prisma.sql`
  SELECT t."id", t."personId", p."firstName" AS "name", p."language"::text AS "language", t."subject"::text AS "subject",
         t."state"::text AS "state", t."lastAt", t."waitingSince", t."occurrenceId", o."startsAt", t."groupId", g."teacherId",
         coalesce(
           (SELECT x."title" FROM "EventText" x WHERE x."eventId" = o."eventId" ${inLanguage(language)}),
           (SELECT x."title" FROM "CourseText" x WHERE x."courseId" = g."courseId" ${inLanguage(language)})) AS "title"
  FROM "Thread" t JOIN "Person" p ON p."id" = t."personId"
  LEFT JOIN "Occurrence" o ON o."id" = t."occurrenceId" LEFT JOIN "Group" g ON g."id" = t."groupId"`;

const headOf = ({ personId, teacherId, ...row }: Row): ThreadHead => ({
  ...row,
  personId: Number(personId),
  teacherId: teacherId === null ? null : Number(teacherId),
});

/** Finds a page of the open threads, those that wait longest first, or of the closed ones. */
export async function findThreads(
  queries: Queries,
  { personId, all }: Reach,
  { isClosed, page, language }: { isClosed: boolean; page: number; language: Language },
): Promise<{ rows: ThreadHead[]; hasMore: boolean }> {
  const state = isClosed ? Prisma.sql`t."state" = 'closed'` : Prisma.sql`t."state" IN ('waiting', 'answered')`;
  const rows = await queries.$queryRaw<Row[]>`
    ${heads(language)}
    WHERE ${state} AND ${isOpenTo(personId, all)}
    ORDER BY t."waitingSince" NULLS LAST, t."lastAt" DESC, t."id" DESC
    LIMIT ${perPage.threads + 1} OFFSET ${page * perPage.threads}`;
  return { rows: rows.slice(0, perPage.threads).map(headOf), hasMore: rows.length > perPage.threads };
}

/** Finds one thread; null when it is gone. Whether it is the reader's to see is asked by whoever shows it. */
export async function findThread(queries: Queries, id: number, language: Language): Promise<ThreadHead | null> {
  const [row] = await queries.$queryRaw<Row[]>`${heads(language)} WHERE t."id" = ${id}`;
  return row === undefined ? null : headOf(row);
}

/** Finds a page of what was said in a thread, the latest page first, each in the order of time. */
export async function findMessages(
  queries: Queries,
  threadId: number,
  page: number,
): Promise<{ rows: ThreadLine[]; hasMore: boolean }> {
  const found = await queries.threadMessage.findMany({
    where: { threadId },
    orderBy: { id: "desc" },
    take: perPage.messages + 1,
    skip: page * perPage.messages,
    include: { author: { select: { firstName: true } } },
  });
  const rows = found.slice(0, perPage.messages).reverse().map(lineOf);
  return { rows, hasMore: found.length > perPage.messages };
}

/** Finds one message with the thread that it is in; null when it is gone. */
export async function findMessage(queries: Queries, id: number): Promise<(ThreadLine & { threadId: number }) | null> {
  const row = await queries.threadMessage.findUnique({
    where: { id },
    include: { author: { select: { firstName: true } } },
  });
  return row === null ? null : { ...lineOf(row), threadId: row.threadId };
}

interface MessageRow {
  id: number;
  isFromStaff: boolean;
  author: { firstName: string } | null;
  content: unknown;
  sentAt: Date;
}

const lineOf = ({ author, content, id, isFromStaff, sentAt }: MessageRow): ThreadLine => ({
  ...{ id, isFromStaff, sentAt },
  author: author?.firstName ?? null,
  content: contentSchema.parse(content),
});

/** How many threads wait for somebody of the staff, and since when the first of them. */
export async function measureWaiting(
  queries: Queries,
  { personId, all }: Reach,
): Promise<{ count: number; since: Date | null }> {
  const [row] = await queries.$queryRaw<{ count: number; since: Date | null }[]>`
    SELECT count(*)::int AS "count", min(t."waitingSince") AS "since" FROM "Thread" t
    WHERE t."state" = 'waiting' AND ${isOpenTo(personId, all)}`;
  return row ?? { count: 0, since: null };
}
