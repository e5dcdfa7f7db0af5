import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { isReachable, wayTo } from "../../people/address.sql.ts";
import type { Destination } from "../../people/address.ts";
import type { Language } from "../../words/language.ts";

/** The message in its author's chat that shows how far an announcement is. */
export interface Board extends Destination {
  id: number;
  /** Null: there is none yet. */
  messageId: string | null;
  language: Language;
  timeZone: string | null;
}

/** How an announcement stands, as far as its message tells; the message remembers what it told last. */
const stands = Prisma.sql`concat_ws(':', a."state", a."audienceSize", a."enqueued", a."finishedAt" IS NULL,
  a."sent" + a."blocked" + a."failed" + a."uncertain" + a."expired" + a."cancelled")`;

/** Has begun, was confirmed (teachers' messages to their classes are not), and is not over since yesterday. */
const isShown = (now: Date) => Prisma.sql`a."confirmedBy" IS NOT NULL AND a."startedAt" IS NOT NULL
  AND coalesce(a."finishedAt", ${now}) > ${now}::timestamptz - interval '1 day'`;

/**
 * Takes the messages that tell something else than how it stands, each at most once in so many milliseconds, whichever
 * instance asks. An announcement under way always differs, because its time passes.
 */
export async function claimBoards(queries: Queries, now: Date, every: number): Promise<Board[]> {
  return queries.$queryRaw<Board[]>`
    UPDATE "Announcement" a SET "progressShownAt" = ${now}, "progressShown" = ${stands}
    FROM "Person" p LEFT JOIN LATERAL (${wayTo(Prisma.sql`p."id"`, now)}) way ON true
    WHERE p."id" = a."authorId" AND coalesce(a."progressDoor", way."door") IS NOT NULL AND ${isShown(now)}
      AND coalesce(a."progressShownAt", '-infinity') <= ${now}::timestamptz - ${every}::float8 * interval '1 millisecond'
      AND (a."state" IN ('preparing', 'running') OR a."progressShown" IS DISTINCT FROM ${stands})
    RETURNING a."id", coalesce(a."progressDoor", way."door")::text AS "door",
              coalesce(a."progressChatId", way."chatId") AS "chatId", a."progressMessageId" AS "messageId",
              p."language"::text AS "language", p."timeZone"`;
}

/** Whether a message tells something old, be it that it was changed a moment ago. */
export async function isAnyBoardOld(queries: Queries, now: Date): Promise<boolean> {
  const [row] = await queries.$queryRaw<{ isOld: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM "Announcement" a JOIN "Person" p ON p."id" = a."authorId"
      WHERE ${isShown(now)} AND (a."progressDoor" IS NOT NULL OR ${isReachable(Prisma.sql`p."id"`)})
        AND a."progressShown" IS DISTINCT FROM ${stands}) AS "isOld"`;
  return row?.isOld ?? false;
}

/** What was claimed did not get through: it is shown at the next look that may. */
export async function owe(queries: Queries, id: number): Promise<void> {
  await queries.announcement.updateMany({ where: { id }, data: { progressShown: null } });
}
