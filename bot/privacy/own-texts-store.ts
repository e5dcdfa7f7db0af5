import type { Queries } from "../database/database.ts";
import { shownStates } from "../questions/question.ts";
import { countShownOf } from "../voices/comments/forget-store.ts";

/** What becomes of the texts of an erased person that everybody reads: they go, or stay without a name. */
export type TextsLeft = "nothing" | "nameless";

/** How many texts of a person everybody reads: ideas, and comments and questions to guests that are shown. */
export async function countOwnTexts(queries: Queries, personId: number): Promise<number> {
  const ideas = await queries.idea.count({ where: { authorId: BigInt(personId), title: { not: "" } } });
  const questions = await queries.question.count({
    where: { authorId: BigInt(personId), state: { in: [...shownStates] } },
  });
  return ideas + questions + (await countShownOf(queries, personId));
}

/** Takes away the ideas of a person, in the transaction that erases them; voices stay counted. */
export async function takeAwayIdeas(queries: Queries, personId: number): Promise<void> {
  const authorId = BigInt(personId);
  await queries.ideaTrigram.deleteMany({ where: { idea: { authorId } } });
  const empty = { title: "", body: "", folded: "", titleTrigrams: 0, bodyTrigrams: 0 };
  await queries.idea.updateMany({ where: { authorId }, data: empty });
}

/** Deletes the questions of a person to guests, in the transaction that erases them; with `nameless` those that are shown stay. */
export async function takeAwayQuestions(queries: Queries, personId: number, left: TextsLeft): Promise<void> {
  const stays = left === "nothing" ? {} : { state: { notIn: [...shownStates] } };
  await queries.question.deleteMany({ where: { authorId: BigInt(personId), ...stays } });
}
