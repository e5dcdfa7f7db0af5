import { Prisma } from "../../../../prisma/client/client.ts";
import type { Queries } from "../../../database/database.ts";
import { wakeDispatcher } from "../../../delivery/outbox-store.ts";
import type { Destination } from "../../../people/address.ts";
import { isAbout, isOf, type WhichLessons } from "./told-lessons.sql.ts";

/**
 * Ways in that learners were shown are brought in line with the truth: at the end of the lesson, and as soon as somebody
 * leaves, a lesson moves or is cancelled, or staff types another link. A typed link has no other protection.
 *
 * Each message gets an edit through the outbox that says how things are when it is made, so doubles and order do no harm.
 * In the bulk lane: 27,000 lessons that end at one minute are a quarter of an hour of edits, and nobody waits for those.
 */

/** Days after which an edit has no sense any more; before that, a typed link may still lead into the next lesson. */
const lifeDays = 7;

/** How far ahead the ends of lessons are planned, in milliseconds: until the next slot of the job. */
const ahead = 15 * 60_000;

/** A program that was off catches up with the ends of so many milliseconds: of a day. */
const reach = 24 * 3_600_000;

/** Brings the ways into lessons that are not over in line, in the transaction of the fact that changes them. */
export const refreshJoins = (queries: Queries, which: WhichLessons, now: Date): Promise<number> =>
  plan(queries, {
    condition: Prisma.sql`${isAbout(which)} AND ${isOf(which, Prisma.sql`d."personId"`)} AND l."endsAt" > ${now}`,
    dueAt: Prisma.sql`${now}::timestamptz`,
  });

/** Takes the ways in away at the end of the lessons that end before long. Returns how many messages are new. */
export const refreshEndedJoins = (queries: Queries, now: Date): Promise<number> =>
  plan(queries, {
    condition: Prisma.sql`
      l."endsAt" <= ${new Date(now.getTime() + ahead)} AND l."endsAt" > ${new Date(now.getTime() - reach)}`,
    dueAt: Prisma.sql`l."endsAt"`,
  });

async function plan(
  queries: Queries,
  { condition, dueAt }: { condition: Prisma.Sql; dueAt: Prisma.Sql },
): Promise<number> {
  const planned = await queries.$executeRaw`
    INSERT INTO "Delivery" ("personId", "lessonId", "door", "chatId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt")
    SELECT d."personId", d."lessonId", d."door", d."chatId", 'join-refresh', jsonb_build_object('messageId', d."messageId"), 'bulk',
           plan."key", ${dueAt}, ${dueAt} + make_interval(days => ${lifeDays}::int)
    FROM "Lesson" l JOIN "Delivery" d ON d."lessonId" = l."id" AND d."state" = 'sent'
    CROSS JOIN LATERAL (SELECT concat_ws(':', 'join-refresh', d."id", extract(epoch FROM ${dueAt})) AS "key") plan
    LEFT JOIN LATERAL (SELECT "state" FROM "Delivery" WHERE "dedupeKey" = plan."key" LIMIT 1) known ON true
    WHERE d."kind" IN ('join', 'join-shown') AND d."messageId" IS NOT NULL AND ${condition}
      -- A conflict alone would lock what is planned already, all 27,000 of a minute, against the outcomes of those that
      -- are going out: each waits for the other, and PostgreSQL ends one of them.
      AND coalesce(known."state" = 'uncertain', true)
    -- Bulk deliveries whose answer was lost are not sent again by themselves; edited twice is as good as once.
    ON CONFLICT ("dedupeKey") DO UPDATE SET "state" = 'pending', "claimedBy" = NULL, "attemptedAt" = NULL, "settledAt" = NULL
    WHERE "Delivery"."state" = 'uncertain'`;
  if (planned > 0) await wakeDispatcher(queries);
  return planned;
}

interface JoinShown {
  personId: number;
  lessonId: number;
  messageId: string;
  now: Date;
}

/**
 * Notes that somebody asked for the way into a lesson and was shown it in that message: in the outbox, as one that was
 * sent, so that it is found like the others.
 */
export async function noteJoinShown(
  queries: Queries,
  { personId, lessonId, door, chatId, messageId, now }: Destination & JoinShown,
): Promise<void> {
  await queries.$executeRaw`
    INSERT INTO "Delivery" ("personId", "lessonId", "kind", "payload", "lane", "state", "dedupeKey", "dueAt", "expiresAt",
                            "settledAt", "door", "chatId", "messageId")
    VALUES (${BigInt(personId)}, ${lessonId}, 'join-shown', '{}', 'bulk', 'sent', ${`join-shown:${door}:${chatId}:${messageId}`},
            ${now}, ${now}, ${now}, ${door}::"Door", ${chatId}, ${messageId})
    ON CONFLICT ("dedupeKey") DO NOTHING`;
}
