import type { Prisma } from "../../prisma/client/client.ts";
import type { Queries } from "../database/database.ts";
import { type GuestQuestion, openStates, type QuestionStand, shownStates } from "./question.ts";

const perPage = 5;

const selected = {
  ...{ id: true, eventId: true, text: true, state: true, answer: true, voices: true, mergedIntoId: true },
  _count: { select: { supporters: { where: { isNewcomer: true } } } },
} as const satisfies Prisma.QuestionSelect;

const questionOf = ({ _count, ...row }: Prisma.QuestionGetPayload<{ select: typeof selected }>): GuestQuestion => ({
  ...row,
  newVoices: _count.supporters,
});

/** Finds a question, whatever its state; null: there is none. */
export async function findQuestion(queries: Queries, id: number): Promise<GuestQuestion | null> {
  const row = await queries.question.findUnique({ where: { id }, select: selected });
  return row && questionOf(row);
}

/** What somebody is to a question; whoever asked one that was merged into it is its author too. */
export async function findQuestionStand(queries: Queries, id: number, personId: number): Promise<QuestionStand> {
  const authorId = BigInt(personId);
  const [own, voices] = await Promise.all([
    queries.question.count({ where: { OR: [{ id }, { mergedIntoId: id }], authorId } }),
    queries.questionVoice.count({ where: { questionId: id, personId: authorId } }),
  ]);
  return { isAuthor: own > 0, supports: voices > 0 };
}

export interface QuestionPage {
  questions: GuestQuestion[];
  /** Of all pages. */
  total: number;
  hasMore: boolean;
}

async function findPage(
  queries: Queries,
  page: number,
  where: Prisma.QuestionWhereInput,
  orderBy: Prisma.QuestionOrderByWithRelationInput[],
): Promise<QuestionPage> {
  const [total, rows] = await Promise.all([
    queries.question.count({ where }),
    queries.question.findMany({ where, orderBy, select: selected, skip: page * perPage, take: perPage + 1 }),
  ]);
  return { total, questions: rows.slice(0, perPage).map(questionOf), hasMore: rows.length > perPage };
}

/** Finds a page of what people ask about an event and everybody may read, most voices first. */
export const findShown = (queries: Queries, eventId: number, page: number): Promise<QuestionPage> =>
  findPage(queries, page, { eventId, state: { in: [...shownStates] } }, [{ voices: "desc" }, { id: "asc" }]);

/** Finds a page of the questions of an event for staff: what is being answered, what is held, then by voices; hidden last. */
export const findLive = (queries: Queries, eventId: number, page: number): Promise<QuestionPage> =>
  findPage(queries, page, { eventId, state: { not: "merged" } }, [
    ...[{ state: "asc" } as const, { voices: "desc" } as const, { id: "asc" } as const],
  ]);

/** How many open questions are looked through for one that asks the same. */
const mostCompared = 500;

/** Finds the other questions of an event that take voices, most voices first. */
export async function findOthers(queries: Queries, { id, eventId }: Pick<GuestQuestion, "id" | "eventId">) {
  return queries.question.findMany({
    where: { eventId, id: { not: id }, state: { in: [...openStates] } },
    ...{ select: { id: true, text: true }, orderBy: [{ voices: "desc" }, { id: "asc" }], take: mostCompared },
  });
}
