import { Prisma } from "../../prisma/client/client.ts";
import { type Content, contentSchema } from "../delivery/content.ts";

/** What was sent, as a row has it: what the schema does not know is left out. */
export const jsonOf = (content: Content): Prisma.InputJsonObject =>
  contentSchema.parse(content) as Prisma.InputJsonObject;

/**
 * SQL: who may answer in a thread about a group (null: about none), as rows with "personId" and "rank": teachers their own
 * learners, and before all others; moderators before those who look after the bot. bot/staff/permissions.ts has the right.
 */
export const answerers = (groupId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT r."personId", min(CASE r."role" WHEN 'teacher' THEN 1 WHEN 'moderator' THEN 2 ELSE 3 END) AS "rank"
  FROM "StaffRole" r LEFT JOIN "Group" taught ON taught."id" = ${groupId}
  WHERE r."role" IN ('owner', 'admin', 'moderator') OR (r."role" = 'teacher' AND taught."teacherId" = r."personId")
  GROUP BY 1`;

/** SQL: what a person may answer in, of "Thread" t; `all`: everything, be it a colleague's learner. */
export const isOpenTo = (personId: number, all: boolean): Prisma.Sql =>
  all
    ? Prisma.sql`true`
    : Prisma.sql`EXISTS (
        SELECT FROM "Group" taught WHERE taught."id" = t."groupId" AND taught."teacherId" = ${BigInt(personId)})`;
