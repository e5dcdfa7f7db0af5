import { Prisma } from "../../prisma/client/client.ts";
import { holds, isCurrent, isOpen } from "./members.sql.ts";

/** SQL over the aliases e and o: the current collection that holds a date, one with dates first; { id, texts } or null. */
export const holder = (now: Date): Prisma.Sql => Prisma.sql`(
  SELECT jsonb_build_object('id', c."id", 'texts', (
    SELECT coalesce(jsonb_object_agg(t."language", jsonb_build_object('title', t."title")), '{}')
    FROM "CollectionText" t WHERE t."collectionId" = c."id"))
  FROM "Collection" c WHERE ${isOpen(now)} AND ${isCurrent(now)} AND ${holds(now)}
  ORDER BY c."startsAt" NULLS LAST, c."id" LIMIT 1)`;
