import { Prisma } from "../../prisma/client/client.ts";
import type { Database } from "../database/database.ts";
import type { Content } from "../delivery/content.ts";
import { enqueue } from "../delivery/outbox-store.ts";
import { tellWritten } from "./group/post-store.ts";
import { answerers, jsonOf } from "./thread.sql.ts";
import { type About, most, type ThreadSubject } from "./thread.ts";

type Transaction = Prisma.TransactionClient;

/** Milliseconds. */
const day = 24 * 3_600_000;

export type Handed =
  | { kind: "written"; threadId: number }
  /** So many messages wait for an answer already, or came today. */
  | { kind: "too many waiting" | "too many today" }
  /** What it was about is not there (any more), or is not theirs. */
  | { kind: "gone" };

/**
 * Writes a resident's message into the thread about that, opens it where there is none, and tells those who answer when it
 * begins to wait. Messages of one person wait for each other, so that two at once open one thread.
 */
export async function writeToStaff(
  database: Database,
  { personId, about, content, now }: { personId: number; about: About; content: Content; now: Date },
): Promise<Handed> {
  return database.$transaction(async (tx): Promise<Handed> => {
    const id = BigInt(personId);
    await tx.$executeRaw`SELECT 1 FROM "Person" WHERE "id" = ${id} FOR NO KEY UPDATE`;
    const target = await findTarget(tx, personId, about, now);
    if (target === null) return { kind: "gone" };
    const since = new Date(now.getTime() - day);
    const today = { isFromStaff: false, sentAt: { gt: since }, thread: { personId: id } };
    if ((await tx.threadMessage.count({ where: today })) >= most.aDay) return { kind: "too many today" };
    const known = await tx.thread.findFirst({ where: target.where, orderBy: { id: "desc" } });
    if (known !== null && (await countUnanswered(tx, known.id)) >= most.unanswered) return { kind: "too many waiting" };
    const waitingSince = known?.waitingSince ?? now;
    const moved = { state: "waiting" as const, waitingSince, lastAt: now };
    const { id: threadId } =
      known === null
        ? await tx.thread.create({ data: { ...target.data, personId: id, ...moved, createdAt: now } })
        : await tx.thread.update({ where: { id: known.id }, data: moved });
    const message = { threadId, isFromStaff: false, content: jsonOf(content), sentAt: now };
    const { id: messageId } = await tx.threadMessage.create({ data: message });
    await tellWritten(tx);
    if (known?.waitingSince == null) await tellStaff(tx, { threadId, messageId, groupId: target.data.groupId, now });
    return { kind: "written", threadId };
  });
}

interface Target {
  /** Which thread is meant. */
  where: Prisma.ThreadWhereInput;
  /** What a new one is about. */
  data: { subject: ThreadSubject; occurrenceId: number | null; groupId: number | null };
}

/** Finds what a person may write about: a card that there is, a group that they are in, a thread of their own. */
async function findTarget(tx: Transaction, personId: number, about: About, now: Date): Promise<Target | null> {
  const id = BigInt(personId);
  if (about.kind === "thread") {
    const own = await tx.thread.findFirst({ where: { id: about.id, personId: id } });
    if (own === null) return null;
    const { subject, occurrenceId, groupId } = own;
    return { where: { id: own.id }, data: { subject, occurrenceId, groupId } };
  }
  const isCard = about.kind === "event" || about.kind === "mistake";
  const data = {
    subject: about.kind,
    occurrenceId: isCard ? about.id : null,
    groupId: about.kind === "class" ? about.id : null,
  };
  const seen = { publishedAt: { lte: now }, withdrawnAt: null };
  if ((await tx.person.count({ where: { id } })) === 0) return null;
  if (isCard && (await tx.occurrence.count({ where: { id: about.id, event: seen } })) === 0) return null;
  if (about.kind === "class") {
    const where = { groupId: about.id, personId: id, state: { not: "left" as const } };
    if ((await tx.enrolment.count({ where })) === 0) return null;
  }
  return { where: { personId: id, ...data, state: { not: "closed" } }, data };
}

/** How many of the resident's messages came since the last answer. */
async function countUnanswered(tx: Transaction, threadId: number): Promise<number> {
  const answer = await tx.threadMessage.findFirst({ where: { threadId, isFromStaff: true }, orderBy: { id: "desc" } });
  return tx.threadMessage.count({ where: { threadId, isFromStaff: false, id: { gt: answer?.id ?? 0 } } });
}

/** Tells the nearest of those who answer: a group's teacher, else moderators, else those who look after the bot. */
async function tellStaff(
  tx: Transaction,
  { threadId, messageId, groupId, now }: { threadId: number; messageId: number; groupId: number | null; now: Date },
): Promise<void> {
  const people = await tx.$queryRaw<{ personId: bigint }[]>`
    WITH may AS (${answerers(Prisma.sql`${groupId}::int`)})
    SELECT "personId" FROM may WHERE "rank" = (SELECT min("rank") FROM may)`;
  await enqueue(
    tx,
    people.map(({ personId }) => ({
      personId: Number(personId),
      kind: "thread-waiting",
      payload: { threadId },
      lane: "urgent" as const,
      dueAt: now,
      expiresAt: new Date(now.getTime() + day),
      dedupeKey: `thread-waiting:${messageId}:${personId}`,
    })),
  );
}
