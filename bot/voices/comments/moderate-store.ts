import type { Database } from "../../database/database.ts";
import { type Acted, type Actor, actAs } from "../../staff/act-store.ts";
import { isOpenToDecide, type Reason } from "./comment.ts";
import { tellAuthor } from "./tell-author-store.ts";

const action = "comments.moderate";

export type Decision = { kind: "approve" } | { kind: "reject"; reason: Reason; ownWords: string | null };

/** What came of a decision; settled: somebody else was faster, or its author has taken it back. */
export type Decided = "approved" | "rejected" | "settled";

/**
 * Decides about a comment that waits, or rejects one that is shown. Its author is told where it changes what they see; flags
 * that led here weigh no more.
 */
export const decideComment = (
  database: Database,
  actor: Actor,
  { id, decision, cityZone }: { id: number; decision: Decision; cityZone: string },
): Promise<Acted<Decided>> =>
  actAs(database, actor, { action }, async (tx, audit) => {
    await tx.$executeRaw`SELECT 1 FROM "Comment" WHERE "id" = ${id} FOR UPDATE`;
    const comment = await tx.comment.findUnique({ where: { id } });
    const isMoot = comment === null || !isOpenToDecide(comment);
    if (isMoot || (decision.kind === "approve" && comment.waitingSince === null)) return "settled";
    const decided = { waitingSince: null, hold: null, decidedBy: BigInt(actor.by), decidedAt: actor.now };
    if (decision.kind === "approve") {
      const shown = { state: "published", publishedAt: comment.publishedAt ?? actor.now } as const;
      await tx.comment.update({ where: { id }, data: { ...decided, ...shown, reason: null, ownWords: null } });
    } else {
      const { reason, ownWords } = decision;
      await tx.comment.update({ where: { id }, data: { ...decided, state: "rejected", reason, ownWords } });
    }
    await tx.commentFlag.updateMany({ where: { commentId: id, settledAt: null }, data: { settledAt: actor.now } });
    const isNews = decision.kind === "reject" || comment.state === "waiting" || comment.state === "rejected";
    if (isNews) await tellAuthor(tx, { id, kind: "comment-decided", now: actor.now, cityZone });
    await audit({
      subject: `comment:${id}`,
      verb: decision.kind,
      before: { state: comment.state },
      after: decision.kind === "approve" ? { state: "published" } : { state: "rejected", reason: decision.reason },
    });
    return decision.kind === "approve" ? "approved" : "rejected";
  });

/** Keeps the author of a comment from writing others for some days; none ends that. Null: there is no author any more. */
export const banAuthor = (
  database: Database,
  actor: Actor,
  { id, days }: { id: number; days: number },
): Promise<Acted<{ until: number } | null>> =>
  actAs(database, actor, { action }, async (tx, audit) => {
    const comment = await tx.comment.findUnique({ where: { id }, select: { personId: true } });
    const personId = comment?.personId ?? null;
    if (personId === null) return null;
    const until = new Date(actor.now.getTime() + days * 86_400_000);
    const ban = { bannedBy: BigInt(actor.by), bannedAt: actor.now, until };
    if (days === 0) await tx.commentBan.deleteMany({ where: { personId } });
    else await tx.commentBan.upsert({ where: { personId }, create: { personId, ...ban }, update: ban });
    await audit({
      subject: `person:${personId}`,
      verb: days === 0 ? "unban" : "ban",
      ...(days > 0 && { after: { until: until.toISOString() } }),
    });
    return { until: until.getTime() };
  });
