import { Prisma } from "../../../../prisma/client/client.ts";

/** Which lessons, and for whom: of a class, of one learner in it or in all of theirs; one lesson, for all or for one. */
export type WhichLessons =
  | { groupId: number; personId?: number }
  | { lessonId: number; personId?: number }
  | { personId: number };

/** SQL: it is about the lesson l. */
export function isAbout(which: WhichLessons): Prisma.Sql {
  if ("lessonId" in which) return Prisma.sql`l."id" = ${which.lessonId}`;
  if ("groupId" in which) return Prisma.sql`l."groupId" = ${which.groupId}`;
  return Prisma.sql`l."groupId" IN (SELECT "groupId" FROM "Enrolment" WHERE "personId" = ${BigInt(which.personId)})`;
}

/** SQL: it is about the person in that column. */
export function isOf(which: WhichLessons, column: Prisma.Sql): Prisma.Sql {
  return "personId" in which && which.personId !== undefined
    ? Prisma.sql`${column} = ${BigInt(which.personId)}`
    : Prisma.sql`true`;
}
