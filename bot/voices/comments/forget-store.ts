import { Prisma } from "../../../prisma/client/client.ts";
import type { Database } from "../../database/database.ts";

/** Deletes comments that were taken back, once they count towards no limit, and bans that are over. */
export async function forgetComments(database: Database, before: Date): Promise<void> {
  await database.comment.deleteMany({ where: { state: "withdrawn", writtenAt: { lt: before } } });
  await database.commentBan.deleteMany({ where: { until: { lt: before } } });
}

/**
 * Fragments of the statement that erases a person: it deletes their comments, and takes the name from those that may stand,
 * of which the foreign key becomes null by itself.
 */
export const forgetCommentsOf = (
  personId: number,
  left: "nothing" | "nameless",
): { gone: Prisma.Sql; nameless: Prisma.Sql } => {
  const theirs = Prisma.sql`"personId" = ${BigInt(personId)}`;
  const stays = left === "nothing" ? Prisma.sql`false` : Prisma.sql`"state" = 'published'`;
  return {
    gone: Prisma.sql`DELETE FROM "Comment" WHERE ${theirs} AND NOT ${stays}`,
    nameless: Prisma.sql`UPDATE "Comment" SET "name" = NULL, "appeal" = NULL WHERE ${theirs} AND ${stays}`,
  };
};
