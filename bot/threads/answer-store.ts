import type { Prisma } from "../../prisma/client/client.ts";
import type { Database } from "../database/database.ts";
import type { Content } from "../delivery/content.ts";
import { enqueue } from "../delivery/outbox-store.ts";
import type { Destination } from "../people/address.ts";
import { isQuiet, quietHoursOf } from "../people/quiet-hours.ts";
import { type Acted, type Actor, actAs } from "../staff/act-store.ts";
import type { Target } from "../staff/permissions.ts";
import { notePosted, tellWritten } from "./group/post-store.ts";
import { jsonOf } from "./thread.sql.ts";

type Transaction = Prisma.TransactionClient;

/** Milliseconds for which what is said in a thread is worth bringing. */
const bringFor = 30 * 24 * 3_600_000;

/** Finds what the right to answer depends on; null: there is no such thread. */
export const targetOfThread =
  (threadId: number) =>
  async (tx: Pick<Transaction, "thread">): Promise<Target | null> => {
    const thread = await tx.thread.findUnique({
      where: { id: threadId },
      select: { group: { select: { teacherId: true } } },
    });
    if (thread === null) return null;
    const teacherId = thread.group?.teacherId ?? null;
    return { teacherId: teacherId === null ? null : Number(teacherId) };
  };

/** Sends an answer to the resident. It comes without a sound in their quiet hours. */
export const answerThread = (
  database: Database,
  actor: Actor,
  {
    threadId,
    content,
    cityZone,
    from,
  }: {
    threadId: number;
    content: Content;
    cityZone: string;
    /** Where it was written, if in a group of the staff: it stands there already, by this id. */
    from?: Destination & { postedId: string };
  },
): Promise<Acted<null>> =>
  actAs(database, actor, rightTo(threadId), async (tx, audit) => {
    const sent = {
      threadId,
      isFromStaff: true,
      authorId: BigInt(actor.by),
      content: jsonOf(content),
      sentAt: actor.now,
    };
    const { id: messageId } = await tx.threadMessage.create({ data: sent });
    if (from) await notePosted(tx, messageId, from, { postedIds: [from.postedId], now: actor.now });
    await tellWritten(tx);
    const data = { state: "answered" as const, waitingSince: null, remindedAt: null, lastAt: actor.now };
    await tx.thread.update({ where: { id: threadId }, data });
    const key = `thread-answer:${messageId}`;
    await tellResident(tx, { threadId, kind: "thread-answer", payload: { messageId }, key, now: actor.now, cityZone });
    await audit({ subject: `thread:${threadId}`, verb: "send" });
    return null;
  });

/** Closes a thread and tells the resident; closed before, it stays so and nobody is told. */
export const closeThread = (
  database: Database,
  actor: Actor,
  { threadId, cityZone }: { threadId: number; cityZone: string },
): Promise<Acted<null>> =>
  actAs(database, actor, rightTo(threadId), async (tx, audit) => {
    if (!(await close(tx, { id: threadId }))) return null;
    const key = `thread-closed:${threadId}:${actor.now.getTime()}`;
    await tellResident(tx, { threadId, kind: "thread-closed", payload: { threadId }, key, now: actor.now, cityZone });
    await audit({ subject: `thread:${threadId}`, verb: "end" });
    return null;
  });

/** Opens a closed thread again, as one that waits: whoever does so has something to answer. */
export const reopenThread = (database: Database, actor: Actor, threadId: number): Promise<Acted<null>> =>
  actAs(database, actor, rightTo(threadId), async (tx, audit) => {
    const data = { state: "waiting" as const, waitingSince: actor.now, lastAt: actor.now };
    const { count } = await tx.thread.updateMany({ where: { id: threadId, state: "closed" }, data });
    if (count > 0) await audit({ subject: `thread:${threadId}`, verb: "restore" });
    return null;
  });

/** Closes a resident's own thread; false when it is not theirs or closed before. */
export const closeOwnThread = (database: Database, personId: number, threadId: number): Promise<boolean> =>
  close(database, { id: threadId, personId: BigInt(personId) });

async function close(queries: Pick<Transaction, "thread">, where: Prisma.ThreadWhereInput): Promise<boolean> {
  const data = { state: "closed" as const, waitingSince: null, remindedAt: null };
  const { count } = await queries.thread.updateMany({ where: { ...where, state: { not: "closed" } }, data });
  return count > 0;
}

const rightTo = (threadId: number) => ({ action: "threads.answer" as const, target: targetOfThread(threadId) });

interface Telling {
  threadId: number;
  kind: "thread-answer" | "thread-closed";
  payload: Record<string, number>;
  key: string;
  now: Date;
  cityZone: string;
}

async function tellResident(tx: Transaction, { threadId, kind, payload, key, now, cityZone }: Telling): Promise<void> {
  const { person } = await tx.thread.findUniqueOrThrow({ where: { id: threadId }, select: { person: true } });
  await enqueue(tx, [
    {
      personId: Number(person.id),
      ...{ kind, payload, dedupeKey: key, lane: "urgent", dueAt: now },
      expiresAt: new Date(now.getTime() + bringFor),
      silent: isQuiet(now, quietHoursOf(person), person.timeZone ?? cityZone),
    },
  ]);
}
