import type { Database, Queries } from "../../database/database.ts";
import { type Acted, type Actor, actAs } from "../../staff/act-store.ts";

/** How a city moderates comments. */
export interface CommentRules {
  /** Comments stand at once, and a human looks afterwards. */
  isAfterwards: boolean;
  /** Words that hold a comment back for a human; "дур*" is any word that begins so. */
  heldWords: string[];
}

/** Before anybody of the staff has changed something. */
const usual: CommentRules = { isAfterwards: false, heldWords: [] };

/** Finds how comments are moderated. */
export async function findRules(queries: Queries): Promise<CommentRules> {
  const rules = await queries.commentRules.findUnique({ where: { id: 1 } });
  return rules === null ? usual : { isAfterwards: rules.isAfterwards, heldWords: rules.heldWords };
}

/** Changes how comments are moderated; those that wait go on waiting. */
export const changeRules = (
  database: Database,
  actor: Actor,
  changed: Partial<CommentRules>,
): Promise<Acted<CommentRules>> =>
  actAs(database, actor, { action: "comments.moderate" }, async (tx, audit) => {
    const before = await findRules(tx);
    const after = { ...before, ...changed };
    await tx.commentRules.upsert({ where: { id: 1 }, create: { id: 1, ...after }, update: after });
    await audit({ subject: "comment_rules:1", verb: "edit", before: { ...before }, after: { ...after } });
    return after;
  });
