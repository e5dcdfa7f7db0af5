import type { Database, Queries } from "../database/database.ts";
import { fold } from "../text/fold.ts";
import { findRules } from "../voices/comments/rules-store.ts";
import { findHeldWord } from "../voices/comments/text-rules.ts";
import { limitedSince, limitOf, withinLimits } from "../voices/limits.ts";
import { shownStates } from "./question.ts";
import { findTalk } from "./talk-store.ts";

/** What came of asking; `same`: that is asked already; `held`: a human reads it before others do. */
export type AskOutcome =
  | { kind: "asked" | "held"; id: number }
  | { kind: "same"; id: number }
  | { kind: "too many" | "closed" | "gone" };

const limit = limitOf("questions");

/**
 * Asks the guest of a conversation, which begins with its author's own voice. Of several at once of one person only so many
 * get through as may.
 */
export const askGuest = (
  database: Database,
  { authorId, eventId, text }: { authorId: number; eventId: number; text: string },
  now: Date,
): Promise<AskOutcome> =>
  database.$transaction(async (tx): Promise<AskOutcome> => {
    await tx.$executeRaw`SELECT 1 FROM "Person" WHERE "id" = ${BigInt(authorId)} FOR NO KEY UPDATE`;
    const talk = await findTalk(tx, eventId, now);
    if (talk === null) return { kind: "gone" };
    if (!talk.isOpen) return { kind: "closed" };
    if (!(await mayAsk(tx, authorId, now))) return { kind: "too many" };
    const folded = fold(text);
    const same = await tx.question.findFirst({
      where: {
        eventId,
        folded,
        OR: [{ state: { in: [...shownStates] } }, { authorId: BigInt(authorId), state: "held" }],
      },
      select: { id: true },
    });
    if (same !== null) return { kind: "same", id: same.id };
    const { heldWords } = await findRules(tx);
    const kind = findHeldWord(text, heldWords) === null ? "asked" : "held";
    const { id } = await tx.question.create({
      data: {
        ...{ eventId, authorId: BigInt(authorId), text, folded, createdAt: now, voices: 1 },
        state: kind === "held" ? "held" : "waiting",
        // An author's voice is theirs from the beginning, however new they are.
        supporters: { create: { personId: BigInt(authorId), givenAt: now, isNewcomer: false } },
      },
    });
    return { kind, id };
  });

/** Whether somebody may ask one more question now. */
export async function mayAsk(queries: Queries, authorId: number, now: Date): Promise<boolean> {
  const rows = await queries.question.findMany({
    where: { authorId: BigInt(authorId), createdAt: { gt: limitedSince(limit, now) } },
    select: { createdAt: true },
  });
  return withinLimits(
    rows.map(({ createdAt }) => createdAt),
    limit,
    now,
  );
}
