import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import type { Texts } from "../../words/language.ts";
import type { StarCounts } from "../score.ts";
import type { VoiceTopic } from "../topic.ts";
import type { Comment, Hold } from "./comment.ts";

/** Comments of a screen. */
export const perPage = 5;

export interface CommentPage {
  comments: Comment[];
  hasMore: boolean;
}

/** SQL over the alias c: what is about the event of a date, or about a course. */
const isAbout = ({ kind, id }: VoiceTopic): Prisma.Sql =>
  kind === "course"
    ? Prisma.sql`c."courseId" = ${id}`
    : Prisma.sql`c."eventId" = (SELECT o."eventId" FROM "Occurrence" o WHERE o."id" = ${id})`;

/** Finds a page of what residents read, the newest first. */
export const findComments = (queries: Queries, topic: VoiceTopic, page: number): Promise<CommentPage> =>
  findPage(queries, Prisma.sql`${isAbout(topic)} AND c."state" = 'published'`, Prisma.sql`c."publishedAt" DESC`, page);

/** Finds a page of what waits for a human, whoever has waited longest first. */
export const findWaiting = (queries: Queries, page: number): Promise<CommentPage> =>
  findPage(queries, Prisma.sql`c."waitingSince" IS NOT NULL`, Prisma.sql`c."waitingSince"`, page);

/** Finds a page of what is shown of events of these institutions, the newest first; null: of all. */
export const findShown = (queries: Queries, institutionIds: number[] | null, page: number): Promise<CommentPage> =>
  findPage(
    queries,
    institutionIds === null
      ? Prisma.sql`c."state" = 'published'`
      : Prisma.sql`c."state" = 'published' AND c."eventId" IN (
          SELECT x."id" FROM "Event" x WHERE x."institutionId" = ANY (${institutionIds}::int[]))`,
    Prisma.sql`c."publishedAt" DESC`,
    page,
  );

/** Finds one, whatever its state; null: it is gone. */
export async function findComment(queries: Queries, id: number): Promise<Comment | null> {
  const [comment] = await select(queries, Prisma.sql`c."id" = ${id}`, Prisma.sql`c."id"`, 0, 1);
  return comment ?? null;
}

/** Finds what somebody wrote last about something, unless they took it back; null: nothing. */
export async function findOwnComment(queries: Queries, topic: VoiceTopic, personId: number): Promise<Comment | null> {
  const own = Prisma.sql`${isAbout(topic)} AND c."personId" = ${BigInt(personId)} AND c."state" <> 'withdrawn'`;
  const [comment] = await select(queries, own, Prisma.sql`c."id" DESC`, 0, 1);
  return comment ?? null;
}

async function findPage(queries: Queries, where: Prisma.Sql, order: Prisma.Sql, page: number): Promise<CommentPage> {
  const found = await select(queries, where, order, page * perPage, perPage + 1);
  return { comments: found.slice(0, perPage), hasMore: found.length > perPage };
}

async function select(
  queries: Queries,
  where: Prisma.Sql,
  order: Prisma.Sql,
  offset: number,
  most: number,
): Promise<Comment[]> {
  const rows = await queries.$queryRaw<Row[]>`
    SELECT c."id", c."courseId", c."personId", c."text", c."name", c."state"::text AS "state", c."writtenAt", c."publishedAt",
           c."waitingSince", c."hold"::text AS "hold", c."isNewcomer", c."decidedBy", c."decidedAt", c."reason", c."ownWords",
           c."appeal", c."appealedAt", a."text" AS "answer", e."institutionId",
           (SELECT o."id" FROM "Occurrence" o WHERE o."eventId" = c."eventId" ORDER BY o."startsAt" DESC LIMIT 1) AS "occurrenceId",
           (SELECT coalesce(jsonb_object_agg(t."language", t."title"), '{}') FROM (
              SELECT x."language", x."title" FROM "EventText" x WHERE x."eventId" = c."eventId"
              UNION ALL SELECT x."language", x."title" FROM "CourseText" x WHERE x."courseId" = c."courseId") t) AS "titles",
           (SELECT coalesce(jsonb_object_agg(t."language", t."name"), '{}')
            FROM "InstitutionText" t WHERE t."institutionId" = e."institutionId") AS "institution",
           (SELECT given."stars" FROM (
              SELECT r."stars", r."ratedAt" FROM "Occurrence" o
              JOIN "Rating" r ON r."occurrenceId" = o."id" AND r."personId" = c."personId" WHERE o."eventId" = c."eventId"
              UNION ALL SELECT r."stars", r."ratedAt" FROM "Rating" r
              WHERE r."courseId" = c."courseId" AND r."personId" = c."personId") given
            ORDER BY given."ratedAt" DESC LIMIT 1) AS "stars",
           (SELECT count(*) FROM "CommentFlag" f WHERE f."commentId" = c."id" AND f."settledAt" IS NULL)::int AS "flags"
    FROM "Comment" c LEFT JOIN "Event" e ON e."id" = c."eventId" LEFT JOIN "CommentAnswer" a ON a."commentId" = c."id"
    WHERE ${where} ORDER BY ${order}, c."id" DESC LIMIT ${most} OFFSET ${offset}`;
  return rows.map(({ courseId, occurrenceId, personId, decidedBy, ...row }) => ({
    ...row,
    topic: courseId === null ? { kind: "event", id: occurrenceId ?? 0 } : { kind: "course", id: courseId },
    personId: personId === null ? null : Number(personId),
    decidedBy: decidedBy === null ? null : Number(decidedBy),
  }));
}

type Row = Omit<Comment, "topic" | "personId" | "decidedBy"> & {
  courseId: number | null;
  occurrenceId: number | null;
  personId: bigint | null;
  decidedBy: bigint | null;
};

/** What waits for a human. */
export interface CommentQueue {
  counts: Readonly<Record<Hold, number>>;
  /** Of all of them, those by people who had just come. */
  newcomers: number;
  /** Since when the first one waits; null: none does. */
  since: Date | null;
}

/** Counts what waits for a human, by why it does. */
export async function countWaiting(queries: Queries): Promise<CommentQueue> {
  const [row] = await queries.$queryRaw<(CommentQueue["counts"] & Omit<CommentQueue, "counts">)[]>`
    SELECT count(*) FILTER (WHERE "hold" = 'first')::int AS "first", count(*) FILTER (WHERE "hold" = 'word')::int AS "word",
           count(*) FILTER (WHERE "hold" = 'flags')::int AS "flags", count(*) FILTER (WHERE "hold" = 'appeal')::int AS "appeal",
           count(*) FILTER (WHERE "isNewcomer")::int AS "newcomers", min("waitingSince") AS "since"
    FROM "Comment" WHERE "waitingSince" IS NOT NULL`;
  const { newcomers = 0, since = null, first = 0, word = 0, flags = 0, appeal = 0 } = row ?? {};
  return { counts: { first, word, flags, appeal }, newcomers, since };
}

/** How people found something, and how it is called. */
export interface SubjectScore {
  titles: Texts<string>;
  counts: StarCounts;
  people: number;
  mean: number;
  /** Of the people who rated, those who had just come. */
  newcomers: number;
  /** Comments that are shown. */
  comments: number;
}

/** Finds how people found an event or a course that is in the programme; null: it is not. */
export async function findStanding(queries: Queries, topic: VoiceTopic, now: Date): Promise<SubjectScore | null> {
  const { id } = topic;
  const [found] =
    topic.kind === "event"
      ? await queries.$queryRaw<SubjectScore[]>`
          SELECT ${score}, (SELECT jsonb_object_agg(t."language", t."title") FROM "EventText" t WHERE t."eventId" = e."id") AS "titles",
                 (SELECT count(DISTINCT r."personId") FROM "Rating" r JOIN "Occurrence" n ON n."id" = r."occurrenceId"
                  WHERE n."eventId" = e."id" AND r."isNewcomer")::int AS "newcomers",
                 (SELECT count(*) FROM "Comment" c WHERE c."eventId" = e."id" AND c."state" = 'published')::int AS "comments"
          FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId" LEFT JOIN "Score" s ON s."eventId" = e."id"
          WHERE o."id" = ${id} AND e."withdrawnAt" IS NULL AND e."publishedAt" <= ${now}`
      : await queries.$queryRaw<SubjectScore[]>`
          SELECT ${score}, (SELECT jsonb_object_agg(t."language", t."title") FROM "CourseText" t WHERE t."courseId" = k."id") AS "titles",
                 (SELECT count(DISTINCT r."personId") FROM "Rating" r WHERE r."courseId" = k."id" AND r."isNewcomer")::int AS "newcomers",
                 (SELECT count(*) FROM "Comment" c WHERE c."courseId" = k."id" AND c."state" = 'published')::int AS "comments"
          FROM "Course" k LEFT JOIN "Score" s ON s."courseId" = k."id"
          WHERE k."id" = ${id} AND k."withdrawnAt" IS NULL AND k."publishedAt" <= ${now}`;
  return found ?? null;
}

const score = Prisma.sql`
  coalesce(s."counts", '{0,0,0,0,0}') AS "counts", coalesce(s."people", 0) AS "people", coalesce(s."mean", 0) AS "mean"`;
