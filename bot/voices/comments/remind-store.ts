import { Prisma } from "../../../prisma/client/client.ts";
import type { Database } from "../../database/database.ts";
import { enqueue } from "../../delivery/outbox-store.ts";

/** Milliseconds after which a comment has waited for too long, and after which staff hears of it again. */
export const patience = 24 * 3_600_000;

/** SQL: who moderates; bot/staff/permissions.ts has the right. */
const moderators = Prisma.sql`SELECT DISTINCT "personId" FROM "StaffRole" WHERE "role" IN ('owner', 'admin', 'moderator')`;

/** Reminds whoever moderates of comments that have waited for a day. Returns how many these are. */
export async function remindOfComments(database: Database, now: Date): Promise<number> {
  return database.$transaction(async (tx) => {
    const late = new Date(now.getTime() - patience);
    const { count } = await tx.comment.updateMany({
      where: { waitingSince: { lte: late }, OR: [{ remindedAt: null }, { remindedAt: { lte: late } }] },
      data: { remindedAt: now },
    });
    if (count === 0) return 0;
    const people = await tx.$queryRaw<{ personId: bigint }[]>`${moderators}`;
    await enqueue(
      tx,
      people.map(({ personId }) => ({
        personId: Number(personId),
        kind: "comments-wait",
        payload: {},
        lane: "normal" as const,
        dueAt: now,
        expiresAt: new Date(now.getTime() + patience),
        dedupeKey: `comments-wait:${personId}:${now.getTime()}`,
      })),
    );
    return count;
  });
}
