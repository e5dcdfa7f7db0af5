import { Prisma } from "../../../prisma/client/client.ts";
import { replan } from "../../reminders/planning-store.ts";

type Transaction = Prisma.TransactionClient;

/** A date that gives way, and the one that stands for it. */
export interface DateMatch {
  from: number;
  to: number;
}

/**
 * Moves reminders, ratings, comments, questions, articles and wishes for recordings of dates that give way to those that stand for them. Where somebody has the same at both, that of
 * the first stays where it is: it says nothing while its event is not shown.
 */
export async function moveVoices(tx: Transaction, matches: readonly DateMatch[], now: Date): Promise<void> {
  if (matches.length === 0) return;
  const rows = JSON.stringify(matches);
  await tx.$executeRaw`
    UPDATE "Reminder" r SET "occurrenceId" = m."to", "movedFrom" = m."from"
    FROM jsonb_to_recordset(${rows}::jsonb) AS m("from" int, "to" int)
    WHERE r."occurrenceId" = m."from" AND NOT EXISTS (
      SELECT FROM "Reminder" k WHERE k."personId" = r."personId" AND k."occurrenceId" = m."to" AND k."minutes" = r."minutes")`;
  await tx.$executeRaw`
    UPDATE "Rating" r SET "occurrenceId" = m."to", "movedFrom" = m."from"
    FROM jsonb_to_recordset(${rows}::jsonb) AS m("from" int, "to" int)
    WHERE r."occurrenceId" = m."from" AND NOT EXISTS (
      SELECT FROM "Rating" k WHERE k."personId" = r."personId" AND k."occurrenceId" = m."to")`;
  await tx.$executeRaw`
    UPDATE "Comment" c SET "eventId" = moved."to", "movedFrom" = moved."from"
    FROM (${movedEvents(rows)}) moved WHERE c."eventId" = moved."from"`;
  await tx.$executeRaw`
    UPDATE "RecordingWish" w SET "eventId" = moved."to", "movedFrom" = moved."from"
    FROM (${movedEvents(rows)}) moved WHERE w."eventId" = moved."from" AND NOT EXISTS (
      SELECT FROM "RecordingWish" k WHERE k."personId" = w."personId" AND k."eventId" = moved."to")`;
  await tx.$executeRaw`
    UPDATE "Question" q SET "eventId" = moved."to", "movedFrom" = moved."from"
    FROM (${movedEvents(rows)}) moved WHERE q."eventId" = moved."from"`;
  await tx.$executeRaw`
    UPDATE "ArticleEvent" a SET "eventId" = moved."to", "movedFrom" = moved."from"
    FROM (${movedEvents(rows)}) moved WHERE a."eventId" = moved."from" AND NOT EXISTS (
      SELECT FROM "ArticleEvent" k WHERE k."articleId" = a."articleId" AND k."eventId" = moved."to")`;
  await replan(tx, { occurrenceIds: matches.flatMap(({ from, to }) => [from, to]) }, now);
}

/** SQL: the events of dates that give way, and those of the dates that stand for them. */
const movedEvents = (rows: string): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT g."eventId" AS "from", k."eventId" AS "to"
  FROM jsonb_to_recordset(${rows}::jsonb) AS m("from" int, "to" int)
  JOIN "Occurrence" g ON g."id" = m."from" JOIN "Occurrence" k ON k."id" = m."to"`;

/** Gives back what was moved from the dates of one event to those of another. */
export async function giveVoicesBack(
  tx: Transaction,
  { keptId, goneId }: { keptId: number; goneId: number },
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Reminder" r SET "occurrenceId" = g."id", "movedFrom" = NULL FROM "Occurrence" k, "Occurrence" g
    WHERE k."eventId" = ${keptId} AND g."eventId" = ${goneId} AND r."occurrenceId" = k."id" AND r."movedFrom" = g."id"
      AND NOT EXISTS (SELECT FROM "Reminder" o WHERE o."personId" = r."personId" AND o."occurrenceId" = g."id"
                      AND o."minutes" = r."minutes")`;
  await tx.$executeRaw`
    UPDATE "Rating" r SET "occurrenceId" = g."id", "movedFrom" = NULL FROM "Occurrence" k, "Occurrence" g
    WHERE k."eventId" = ${keptId} AND g."eventId" = ${goneId} AND r."occurrenceId" = k."id" AND r."movedFrom" = g."id"
      AND NOT EXISTS (SELECT FROM "Rating" o WHERE o."personId" = r."personId" AND o."occurrenceId" = g."id")`;
  const back = { where: { eventId: keptId, movedFrom: goneId }, data: { eventId: goneId, movedFrom: null } };
  await tx.comment.updateMany(back);
  await tx.question.updateMany(back);
  await tx.$executeRaw`
    UPDATE "RecordingWish" w SET "eventId" = ${goneId}, "movedFrom" = NULL
    WHERE w."eventId" = ${keptId} AND w."movedFrom" = ${goneId} AND NOT EXISTS (
      SELECT FROM "RecordingWish" o WHERE o."personId" = w."personId" AND o."eventId" = ${goneId})`;
  await tx.$executeRaw`
    UPDATE "ArticleEvent" a SET "eventId" = ${goneId}, "movedFrom" = NULL
    WHERE a."eventId" = ${keptId} AND a."movedFrom" = ${goneId} AND NOT EXISTS (
      SELECT FROM "ArticleEvent" o WHERE o."articleId" = a."articleId" AND o."eventId" = ${goneId})`;
  const dates = await tx.occurrence.findMany({
    where: { eventId: { in: [keptId, goneId] } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  if (dates.length > 0) await replan(tx, { occurrenceIds: dates.map(({ id }) => id) }, now);
}
