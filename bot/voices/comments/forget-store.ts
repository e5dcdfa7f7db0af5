import type { Database, Queries } from "../../database/database.ts";

/** Deletes comments that were taken back, once they count towards no limit, and bans that are over. */
export async function forgetComments(database: Database, before: Date): Promise<void> {
  await database.comment.deleteMany({ where: { state: "withdrawn", writtenAt: { lt: before } } });
  await database.commentBan.deleteMany({ where: { until: { lt: before } } });
}

/** What becomes of the comments of somebody who is erased: they go, or what is shown stays without a name. */
export type CommentsLeft = "nothing" | "nameless";

/** Deletes a person's comments, or takes the name from those that are shown and lets them stand. */
export async function forgetCommentsOf(queries: Queries, personId: number, left: CommentsLeft): Promise<void> {
  const id = BigInt(personId);
  const gone = left === "nothing" ? {} : { state: { not: "published" as const } };
  await queries.comment.deleteMany({ where: { personId: id, ...gone } });
  await queries.comment.updateMany({ where: { personId: id }, data: { name: null, appeal: null, personId: null } });
}

/** How many comments of a person are shown. */
export const countShownOf = (queries: Queries, personId: number): Promise<number> =>
  queries.comment.count({ where: { personId: BigInt(personId), state: "published" } });
