import { Prisma } from "../../prisma/client/client.ts";
import type { Database } from "../database/database.ts";
import { enqueue } from "../delivery/outbox-store.ts";
import { answerers } from "./thread.sql.ts";

/** Milliseconds that a thread waits before everybody who may answer is reminded, and before they are again. */
export const patience = { first: 3_600_000, again: 3 * 3_600_000 };

/**
 * Reminds everybody who may answer of threads that wait for long, each person once for all of theirs. To be called in
 * office hours. Returns how many threads it is about.
 */
export async function remindOfThreads(database: Database, now: Date): Promise<number> {
  return database.$transaction(async (tx) => {
    const before = (milliseconds: number) => new Date(now.getTime() - milliseconds);
    const late = await tx.$queryRaw<{ id: number }[]>`
      UPDATE "Thread" SET "remindedAt" = ${now}
      WHERE "state" = 'waiting' AND "waitingSince" <= ${before(patience.first)}
        AND coalesce("remindedAt" <= ${before(patience.again)}, true)
      RETURNING "id"`;
    if (late.length === 0) return 0;
    const people = await tx.$queryRaw<{ personId: bigint }[]>`
      SELECT DISTINCT who."personId" FROM "Thread" t
      CROSS JOIN LATERAL (${answerers(Prisma.sql`t."groupId"`)}) who WHERE t."id" = ANY(${late.map(({ id }) => id)})`;
    await enqueue(
      tx,
      people.map(({ personId }) => ({
        personId: Number(personId),
        kind: "threads-wait",
        payload: {},
        lane: "normal" as const,
        dueAt: now,
        expiresAt: new Date(now.getTime() + patience.again),
        dedupeKey: `threads-wait:${personId}:${now.getTime()}`,
      })),
    );
    return late.length;
  });
}
