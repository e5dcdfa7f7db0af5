import type { Queries } from "../database/database.ts";

/** How many texts of a person everybody reads, which stay without a name or go when they are erased. */
export const countOwnTexts = (queries: Queries, personId: number): Promise<number> =>
  queries.idea.count({ where: { authorId: BigInt(personId), title: { not: "" } } });

/** Takes away the texts of a person that everybody reads, in the transaction that erases them; voices stay counted. */
export async function takeAwayTexts(queries: Queries, personId: number): Promise<void> {
  const authorId = BigInt(personId);
  await queries.ideaTrigram.deleteMany({ where: { idea: { authorId } } });
  const empty = { title: "", body: "", folded: "", titleTrigrams: 0, bodyTrigrams: 0 };
  await queries.idea.updateMany({ where: { authorId }, data: empty });
}
