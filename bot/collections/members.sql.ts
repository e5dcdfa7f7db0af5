import { Prisma } from "../../prisma/client/client.ts";
import { hasRecording, visible } from "../programme/listing/conditions.sql.ts";

/*
 * Who is in a collection, as SQL over the aliases c (Collection), e (Event) and o (Occurrence). It is asked anew whenever
 * somebody looks: what was withdrawn is gone at once, and what a rule takes is there as soon as it is published.
 */

/** Whether residents see the collection. */
export const isOpen = (now: Date): Prisma.Sql => Prisma.sql`c."withdrawnAt" IS NULL AND c."publishedAt" <= ${now}`;

/** Whether it is not over. */
export const isCurrent = (now: Date): Prisma.Sql => Prisma.sql`(c."endsAt" IS NULL OR c."endsAt" > ${now})`;

/** Of an institution's collection nobody else's event is a part, whoever put it there. */
const isOfItsHouse = Prisma.sql`(c."institutionId" IS NULL OR e."institutionId" = c."institutionId")`;

const isLeftOut = Prisma.sql`EXISTS (SELECT FROM "CollectionMember" x
  WHERE x."collectionId" = c."id" AND x."eventId" = e."id" AND x."isLeftOut")`;

/** Whether the rule takes the event, whatever its date. */
export const isTaken = Prisma.sql`c."isByRule" AND ${isOfItsHouse}
  AND (coalesce(cardinality(c."sections"), 0) = 0 OR e."section" = ANY (c."sections"))
  AND (coalesce(cardinality(c."audiences"), 0) = 0 OR e."audiences" && c."audiences")
  AND (c."query" IS NULL OR EXISTS (SELECT FROM "EventSearch" s WHERE s."eventId" = e."id" AND s."document" @@ c."query"))
  AND NOT ${isLeftOut}`;

/** How far ahead a rule without dates looks. */
const year = 365 * 86_400_000;

/** Whether a date that a rule takes lies in the collection's time: it begins there. */
export const isTakenInTime = (now: Date): Prisma.Sql => Prisma.sql`
  o."startsAt" >= coalesce(c."startsAt", ${now}) AND o."startsAt" < coalesce(c."endsAt", ${new Date(now.getTime() + year)})`;

/**
 * Whether a date of an event chosen by hand lies in the collection's time: an exhibition may have been open long before.
 * Without dates it is what is to come, or the last date of what can be watched afterwards.
 */
export const isChosenInTime = (now: Date): Prisma.Sql => Prisma.sql`
  CASE WHEN c."startsAt" IS NULL
    THEN o."endsAt" > ${now} OR (${hasRecording} AND NOT EXISTS (
      SELECT FROM "Occurrence" l WHERE l."eventId" = o."eventId" AND (l."startsAt", l."id") > (o."startsAt", o."id")))
    ELSE o."startsAt" < c."endsAt" AND o."endsAt" > c."startsAt" END`;

const isChosen = Prisma.sql`${isOfItsHouse} AND EXISTS (SELECT FROM "CollectionMember" m
  WHERE m."collectionId" = c."id" AND m."eventId" = e."id" AND NOT m."isLeftOut")`;

/** Whether the collection holds the event with this date. */
export const holds = (now: Date): Prisma.Sql => Prisma.sql`(
  (${isChosen} AND ${isChosenInTime(now)}) OR (${isTaken} AND ${isTakenInTime(now)}))`;

/**
 * Two members of WITH RECURSIVE. `tree`: the collection and all that are parts of it and seen by residents. `held`: every
 * date that they hold and residents see, with its place in a collection laid by hand. `isRootSeen` is false for staff, who
 * look at a draft.
 */
export const heldBy = (collectionId: number, now: Date, isRootSeen = true): Prisma.Sql => Prisma.sql`
  tree AS (
    SELECT c."id" FROM "Collection" c WHERE c."id" = ${collectionId} AND ${isRootSeen ? isOpen(now) : Prisma.sql`true`}
    UNION
    SELECT c."id" FROM "Collection" c JOIN tree ON c."parentId" = tree."id" WHERE ${isOpen(now)}
  ), held AS (
    SELECT "occurrenceId", "eventId", min("position") AS "position" FROM (
      SELECT o."id" AS "occurrenceId", e."id" AS "eventId", m."position"
      FROM tree JOIN "Collection" c ON c."id" = tree."id"
      JOIN "CollectionMember" m ON m."collectionId" = c."id" AND NOT m."isLeftOut"
      JOIN "Event" e ON e."id" = m."eventId" JOIN "Occurrence" o ON o."eventId" = e."id"
      WHERE ${visible(now)} AND ${isOfItsHouse} AND ${isChosenInTime(now)}
      UNION ALL
      SELECT o."id", e."id", NULL
      FROM tree JOIN "Collection" c ON c."id" = tree."id" AND c."isByRule"
      JOIN "Occurrence" o ON ${isTakenInTime(now)} JOIN "Event" e ON e."id" = o."eventId"
      WHERE ${visible(now)} AND ${isTaken}
    ) every GROUP BY 1, 2
  )`;
