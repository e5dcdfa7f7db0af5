import type { Prisma } from "../../../prisma/client/client.ts";
import type { Database, Queries } from "../../database/database.ts";
import type { Destination } from "../../people/address.ts";
import type { StaffGroup } from "./staff-group-store.ts";

type Transaction = Prisma.TransactionClient;

/** Where it is told that something was written in a thread. */
export const threadChannel = "thread_written";

/** Tells whoever brings messages into groups, when the transaction is through. */
export async function tellWritten(tx: Queries): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${threadChannel}, '')`;
}

/** Milliseconds after which a message that was claimed and not brought is claimed again: its process died. */
const leaseFor = 60_000;

/**
 * Claims the next message of any thread that is not in the group yet, in the order written; null: all are. A message may come
 * twice where a process died between sending and noting it; none is lost.
 */
export async function claimPost(
  database: Database,
  { door, chatId, setAt }: Pick<StaffGroup, "door" | "chatId" | "setAt">,
  now: Date,
): Promise<number | null> {
  const stale = new Date(now.getTime() - leaseFor);
  const [row] = await database.$queryRaw<{ messageId: number }[]>`
    INSERT INTO "ThreadPost" AS p ("messageId", "door", "chatId", "claimedAt")
    SELECT m."id", ${door}::"Door", ${chatId}, ${now} FROM "ThreadMessage" m
    WHERE m."sentAt" >= ${setAt} AND NOT EXISTS (
      SELECT FROM "ThreadPost" done
      WHERE done."messageId" = m."id" AND done."door" = ${door}::"Door" AND done."chatId" = ${chatId}
        AND (done."isDone" OR done."claimedAt" > ${stale}))
    ORDER BY m."id" LIMIT 1
    ON CONFLICT ("messageId", "door", "chatId") DO UPDATE SET "claimedAt" = ${now}
      WHERE NOT p."isDone" AND p."claimedAt" <= ${stale}
    RETURNING "messageId"`;
  return row?.messageId ?? null;
}

/** Notes what a message is called in the group; none: it cannot be brought, and is not tried again. */
export async function notePosted(
  queries: Pick<Transaction, "threadPost">,
  messageId: number,
  { door, chatId }: Destination,
  { postedIds, now }: { postedIds: readonly string[]; now: Date },
): Promise<void> {
  const data = { isDone: true, postedIds: [...postedIds] };
  const key = { messageId, door, chatId };
  await queries.threadPost.upsert({
    where: { messageId_door_chatId: key },
    create: { ...key, claimedAt: now, ...data },
    update: data,
  });
}

/** Gives a claimed message back: it is the next one again. */
export async function unclaimPost(database: Database, messageId: number, { door, chatId }: Destination): Promise<void> {
  await database.threadPost.deleteMany({ where: { messageId, door, chatId, isDone: false } });
}

/** Finds the topic of a thread; null where it has none there. */
export async function findTopicOf(
  database: Database,
  threadId: number,
  { door, chatId }: Destination,
): Promise<string | null> {
  const row = await database.threadTopic.findUnique({ where: { threadId_door_chatId: { threadId, door, chatId } } });
  return row?.topicId ?? null;
}

/** Keeps the topic that was made for a thread, in place of one that is gone. */
export async function keepTopic(
  database: Database,
  threadId: number,
  { door, chatId }: Destination,
  topicId: string,
): Promise<void> {
  const key = { threadId, door, chatId };
  await database.threadTopic.upsert({
    where: { threadId_door_chatId: key },
    create: { ...key, topicId },
    update: { topicId },
  });
}

/** Finds the thread that something written in a group belongs to: by its topic, or by the message that it replies to. */
export async function findThreadIn(
  database: Database,
  { door, chatId }: Destination,
  { topicId, repliedTo }: { topicId: string | null; repliedTo: string | null },
): Promise<number | null> {
  const topic = topicId === null ? null : await database.threadTopic.findFirst({ where: { door, chatId, topicId } });
  if (topic !== null) return topic.threadId;
  if (repliedTo === null) return null;
  const post = await database.threadPost.findFirst({
    where: { door, chatId, postedIds: { has: repliedTo } },
    select: { message: { select: { threadId: true } } },
  });
  return post?.message.threadId ?? null;
}
