import type { Database } from "../../database/database.ts";
import { patience, tellModerators } from "../../staff/moderators-store.ts";

/** Reminds whoever moderates of comments that have waited for a day. Returns how many these are. */
export async function remindOfComments(database: Database, now: Date): Promise<number> {
  return database.$transaction(async (tx) => {
    const late = new Date(now.getTime() - patience);
    const { count } = await tx.comment.updateMany({
      where: { waitingSince: { lte: late }, OR: [{ remindedAt: null }, { remindedAt: { lte: late } }] },
      data: { remindedAt: now },
    });
    if (count > 0) await tellModerators(tx, "comments-wait", String(now.getTime()), now);
    return count;
  });
}
