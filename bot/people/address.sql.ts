import { Prisma } from "../../prisma/client/client.ts";

/** SQL: whether a person can be written to, at whichever messenger; `personId` is the column that names them. */
export const isReachable = (personId: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT FROM "Address" w WHERE w."personId" = ${personId} AND w."unreachable" IS NULL)`;

/**
 * SQL: the address at which a person is written to now, as a row with "door" and "chatId", or none. It is the preferred one;
 * another one when that one cannot be reached or is muted. `condition` on "Address" w narrows the choice.
 */
export const wayTo = (personId: Prisma.Sql, now: Date, condition = Prisma.sql`true`): Prisma.Sql => Prisma.sql`
  SELECT w."door", w."chatId" FROM "Address" w
  WHERE w."personId" = ${personId} AND w."unreachable" IS NULL AND ${condition}
  ORDER BY coalesce(w."mutedUntil" > ${now}::timestamptz, false), w."isPreferred" DESC, w."lastSeenAt" DESC, w."id" LIMIT 1`;

/** SQL: the accounts of a person in the form that operators write, "telegram:123", as an array of text. */
export const accountsOf = (personId: Prisma.Sql): Prisma.Sql => Prisma.sql`ARRAY(
  SELECT w."door" || ':' || w."externalId" FROM "Address" w WHERE w."personId" = ${personId} ORDER BY w."id")`;
