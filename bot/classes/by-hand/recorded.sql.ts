import { Prisma } from "../../../prisma/client/client.ts";

/**
 * SQL: staff wrote the person p down, who has no account at any messenger and can only be telephoned. They become one with
 * the person who later shows that the number is theirs (join-store.ts).
 */
export const isRecorded = (personId: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`NOT EXISTS (SELECT FROM "Address" a WHERE a."personId" = ${personId})`;
