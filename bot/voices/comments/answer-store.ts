import type { Database } from "../../database/database.ts";
import { type Acted, type Actor, actAs } from "../../staff/act-store.ts";
import { tellAuthor } from "./tell-author-store.ts";

/** Answers a comment that is shown, in place of an earlier answer, and tells its author. False: it is shown no more. */
export const answerComment = (
  database: Database,
  actor: Actor,
  { id, text, cityZone }: { id: number; text: string; cityZone: string },
): Promise<Acted<boolean>> =>
  actAs(
    database,
    actor,
    {
      action: "comments.answer",
      async target(tx) {
        const select = { event: { select: { institutionId: true } } };
        const comment = await tx.comment.findUnique({ where: { id }, select });
        return comment && { institutionId: comment.event?.institutionId ?? null };
      },
    },
    async (tx, audit) => {
      await tx.$executeRaw`SELECT 1 FROM "Comment" WHERE "id" = ${id} FOR NO KEY UPDATE`;
      const isShown = (await tx.comment.count({ where: { id, state: "published" } })) > 0;
      if (!isShown) return false;
      const answer = { text, authorId: BigInt(actor.by), answeredAt: actor.now };
      await tx.commentAnswer.upsert({ where: { commentId: id }, create: { commentId: id, ...answer }, update: answer });
      await tellAuthor(tx, { id, kind: "comment-answered", now: actor.now, cityZone });
      await audit({ subject: `comment:${id}`, verb: "answer" });
      return true;
    },
  );
