-- Two institutions send tables that are both numbered from 1: a record of a table is known by whose it is, besides.
ALTER TABLE "Origin" ADD COLUMN "institution" TEXT NOT NULL DEFAULT '';

-- What was imported so far belongs to the institution that its table named. Where staff chose another one since, it stays
-- empty: the next import of that table finds the record by its number, its title and its dates.
UPDATE "Origin" o SET "institution" = i."origin"
FROM "Event" e JOIN "Institution" i ON i."id" = e."institutionId"
WHERE o."eventId" = e."id" AND o."source" = 'sheet' AND i."origin" LIKE 'sheet:%'
  AND NOT 'institution' = ANY (coalesce(e."editedFields", '{}'));

ALTER TABLE "Origin" DROP CONSTRAINT "Origin_pkey",
  ADD CONSTRAINT "Origin_pkey" PRIMARY KEY ("source", "recordId", "institution");
