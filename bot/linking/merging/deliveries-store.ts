import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { toldOfAccepting } from "../../staff/news.sql.ts";
import type { Merging } from "./merging.ts";

/** Not under way yet: nobody can have got it. What is in the hands of a dispatcher and not attempted is taken back. */
const isOpen = (row: Prisma.Sql) =>
  Prisma.sql`(${row}."state" = 'pending' OR (${row}."state" = 'claimed' AND ${row}."attemptedAt" IS NULL))`;

/**
 * SQL: the key under which a delivery of one person would be another's. A person stands in keys as a part between colons
 * (reminder:77:5, announcement:3:77).
 */
export const keyFor = (key: Prisma.Sql, from: number, to: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`array_to_string(array_replace(string_to_array(${key}, ':'), ${String(from)}, ${to}::text), ':')`;

/**
 * Moves the deliveries of one who goes. Of two that say the same to both, the one that went out stays, else that of whoever
 * stays; the other is cancelled, if it waits, and an announcement's account tells so. Under the key of whoever stays nobody
 * writes it a second time.
 */
export async function mergeDeliveries(queries: Queries, { keptId, goneId, now }: Merging): Promise<void> {
  const kept = BigInt(keptId);
  const gone = BigInt(goneId);
  const key = keyFor(Prisma.sql`d."dedupeKey"`, goneId, Prisma.sql`${String(keptId)}`);
  await queries.$executeRaw`
    UPDATE "Delivery" d SET "dedupeKey" = 'linked:' || d."id",
      "state" = CASE WHEN ${isOpen(Prisma.sql`d`)} THEN 'cancelled' ELSE d."state" END,
      "settledAt" = CASE WHEN ${isOpen(Prisma.sql`d`)} THEN ${now}::timestamptz ELSE d."settledAt" END,
      "reason" = CASE WHEN ${isOpen(Prisma.sql`d`)} THEN 'the same for another account of theirs' ELSE d."reason" END,
      "claimedBy" = CASE WHEN ${isOpen(Prisma.sql`d`)} THEN NULL ELSE d."claimedBy" END
    FROM (
      SELECT CASE WHEN ${isOpen(Prisma.sql`k`)} AND NOT ${isOpen(Prisma.sql`d`)} THEN k."id" ELSE d."id" END AS "id"
      FROM "Delivery" d JOIN "Delivery" k ON k."dedupeKey" = ${key} AND k."id" <> d."id" WHERE d."personId" = ${gone}
    ) twice
    WHERE d."id" = twice."id"`;
  await queries.$executeRaw`
    UPDATE "Delivery" d SET "personId" = ${kept}, "dedupeKey" = ${key},
      "state" = CASE WHEN ${isOpen(Prisma.sql`d`)} THEN 'pending' ELSE d."state" END,
      "claimedBy" = CASE WHEN ${isOpen(Prisma.sql`d`)} THEN NULL ELSE d."claimedBy" END
    WHERE d."personId" = ${gone}`;
  await queries.$executeRaw`
    UPDATE "Delivery" d SET "payload" = d."payload" || jsonb_build_object('by', ${kept}::bigint)
    FROM (SELECT DISTINCT "authorId" AS "personId" FROM "Announcement") author
    WHERE d."personId" = author."personId" AND d."kind" = 'announcement-answered' AND d."payload" -> 'by' = to_jsonb(${gone}::bigint)`;
  await queries.$executeRaw`
    UPDATE "Delivery" d SET "payload" = d."payload" || jsonb_build_object('by', ${kept}::bigint), "dedupeKey" = ${key}
    FROM ${toldOfAccepting(goneId)}`;
}
