import { Prisma } from "../../../prisma/client/client.ts";
import { openCourse, openGroup } from "../courses/group.sql.ts";

/** Since when residents can see a group g of a course c. */
export const seenSince = Prisma.sql`greatest(g."createdAt", c."publishedAt")`;

/** The group g of the course c is news at `now` for whoever follows f: it could not be seen at `known`, and takes people. */
export const isNews = (known: Prisma.Sql, now: Date): Prisma.Sql => Prisma.sql`
  c."area" = f."area" AND ${openCourse(now)} AND ${openGroup(now)} AND ${seenSince} > ${known} AND ${seenSince} <= ${now}
  AND NOT EXISTS (SELECT FROM "Enrolment" e JOIN "Group" o ON o."id" = e."groupId"
    WHERE e."personId" = f."personId" AND e."state" <> 'left' AND o."courseId" = c."id")`;
