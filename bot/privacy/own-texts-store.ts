import type { Queries } from "../database/database.ts";
import { shownStates } from "../questions/question.ts";

/** What becomes of the texts of an erased person that everybody reads: they go, or stay without a name. */
export type TextsLeft = "nothing" | "nameless";

/** How many texts of a person everybody reads: ideas, and comments and questions to guests that are shown. */
export async function countOwnTexts(queries: Queries, personId: number): Promise<number> {
  const found = await queries.person.findUnique({
    where: { id: BigInt(personId) },
    select: {
      _count: {
        select: {
          ideas: { where: { title: { not: "" } } },
          questions: { where: { state: { in: [...shownStates] } } },
          comments: { where: { state: "published" } },
        },
      },
    },
  });
  return found === null ? 0 : found._count.ideas + found._count.questions + found._count.comments;
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
