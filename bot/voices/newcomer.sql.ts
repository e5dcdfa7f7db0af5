import { Prisma } from "../../prisma/client/client.ts";

/** Milliseconds for which somebody is new. */
const newFor = 24 * 3_600_000;

/**
 * SQL: whether a person is new, which means seen first within a day and without a reminder, a place in a class or a vote;
 * stars that they gave as such do not change it. What they say counts; staff sees it apart, because a crowd that was called
 * together looks like this.
 */
export const isNewcomer = (personId: number, now: Date): Prisma.Sql => {
  const id = BigInt(personId);
  return Prisma.sql`(
    EXISTS (SELECT FROM "Person" n WHERE n."id" = ${id} AND n."firstSeenAt" > ${new Date(now.getTime() - newFor)})
    AND NOT EXISTS (SELECT FROM "Reminder" n WHERE n."personId" = ${id})
    AND NOT EXISTS (SELECT FROM "Enrolment" n WHERE n."personId" = ${id})
    AND NOT EXISTS (SELECT FROM "Rating" n WHERE n."personId" = ${id} AND NOT n."isNewcomer")
    AND NOT EXISTS (SELECT FROM "Ballot" n WHERE n."personId" = ${id}))`;
};
