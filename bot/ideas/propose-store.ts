import type { Database, Queries } from "../database/database.ts";
import { fold } from "../text/fold.ts";
import { findRules } from "../voices/comments/rules-store.ts";
import { findHeldWord } from "../voices/comments/text-rules.ts";
import { limitOf, withinLimits } from "../voices/limits.ts";
import type { Language } from "../words/language.ts";
import { keepTrigrams, makeTrigrams } from "./similar-store.ts";

/** An idea as a resident writes it. */
export interface NewIdea {
  language: Language;
  title: string;
  body: string;
}

/** What came of proposing; `held`: a human reads it before others do; `same`: one of that title is there. */
export type Proposed = { kind: "proposed" | "held"; id: number } | { kind: "same"; id: number } | { kind: "too many" };

const limit = limitOf("ideas");
const day = 86_400_000;

/** Proposes an idea, which begins with its author's own voice. Of several at once of one person only so many get through as may. */
export const propose = (
  database: Database,
  { authorId, ...idea }: NewIdea & { authorId: number },
  now: Date,
): Promise<Proposed> =>
  database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "Person" WHERE "id" = ${BigInt(authorId)} FOR NO KEY UPDATE`;
    if (!(await mayPropose(tx, authorId, now))) return { kind: "too many" };
    const same = await findSame(tx, idea.title);
    if (same !== null) return { kind: "same", id: same };
    const { heldWords } = await findRules(tx);
    const isHeld = findHeldWord(`${idea.title} ${idea.body}`, heldWords) !== null;
    const trigrams = await makeTrigrams(tx, idea);
    const { id } = await tx.idea.create({
      data: {
        ...{ ...idea, authorId: BigInt(authorId), folded: fold(idea.title), createdAt: now, changedAt: now, voices: 1 },
        heldAt: isHeld ? now : null,
        ...{ titleTrigrams: trigrams.title.length, bodyTrigrams: trigrams.body.length },
        // An author's voice is theirs from the beginning, however new they are.
        supporters: { create: { personId: BigInt(authorId), givenAt: now, isFresh: false, knownTo: 0 } },
      },
    });
    await keepTrigrams(tx, id, trigrams);
    return { kind: isHeld ? "held" : "proposed", id };
  });

/** Whether somebody may propose one more idea now. */
export async function mayPropose(queries: Queries, authorId: number, now: Date): Promise<boolean> {
  if (limit === undefined) return true;
  const since = new Date(now.getTime() - limit.perDays * day);
  const rows = await queries.idea.findMany({
    where: { authorId: BigInt(authorId), createdAt: { gt: since } },
    select: { createdAt: true },
  });
  return withinLimits(
    rows.map(({ createdAt }) => createdAt),
    limit,
    now,
  );
}

/** The idea of that title that residents see; null: there is none. */
export async function findSame(queries: Queries, title: string): Promise<number | null> {
  const row = await queries.idea.findFirst({
    where: { folded: fold(title), state: { notIn: ["declined", "merged"] }, heldAt: null },
    select: { id: true },
  });
  return row?.id ?? null;
}
