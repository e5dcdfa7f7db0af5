import type { Database } from "../../database/database.ts";
import { limitedSince, limitOf, withinLimits } from "../limits.ts";
import { flagsToHide } from "./comment.ts";

/** What came of a flag. */
export type Flagged = "flagged" | "hidden" | "flagged already" | "own" | "too many" | "gone";

/**
 * Notes that a reader finds that a comment should not stand there; the third of them hides it until a human has looked. Reader and
 * comment are locked before anything is counted: a reader's flags at several comments would otherwise each see themselves
 * alone, and so would three readers' at one.
 */
export async function flagComment(
  database: Database,
  { id, personId, now }: { id: number; personId: number; now: Date },
): Promise<Flagged> {
  const reader = BigInt(personId);
  return database.$transaction(async (tx): Promise<Flagged> => {
    await tx.$executeRaw`SELECT 1 FROM "Person" WHERE "id" = ${reader} FOR NO KEY UPDATE`;
    await tx.$executeRaw`SELECT 1 FROM "Comment" WHERE "id" = ${id} FOR NO KEY UPDATE`;
    const comment = await tx.comment.findUnique({ where: { id }, select: { state: true, personId: true } });
    if (comment === null || (comment.state !== "published" && comment.state !== "hidden")) return "gone";
    if (comment.personId === reader) return "own";
    const limit = limitOf("flags");
    const earlier = await tx.commentFlag.findMany({
      where: { personId: reader, flaggedAt: { gt: limitedSince(limit, now) } },
      select: { flaggedAt: true },
    });
    const times = earlier.map(({ flaggedAt }) => flaggedAt);
    if (!withinLimits(times, limit, now)) return "too many";
    const isNew = await tx.$executeRaw`
      INSERT INTO "CommentFlag" ("commentId", "personId", "flaggedAt") VALUES (${id}, ${reader}, ${now}) ON CONFLICT DO NOTHING`;
    if (isNew === 0) return "flagged already";
    const flags = await tx.commentFlag.count({ where: { commentId: id, settledAt: null } });
    if (flags < flagsToHide || comment.state === "hidden") return "flagged";
    await tx.comment.update({
      where: { id },
      data: { state: "hidden", waitingSince: now, hold: "flags", remindedAt: null },
    });
    return "hidden";
  });
}
