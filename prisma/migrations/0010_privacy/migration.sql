-- Searches belong to who asked them, under a number that nobody can guess, and are kept for 30 days. What was typed until
-- now, by whomever and with whatever in it, is deleted; how often anything was found or not stays counted.
INSERT INTO "Forgotten" AS f ("hour", "what", "count")
SELECT a."hour", CASE WHEN q."found" > 0 THEN 'search:found' ELSE 'search:vain' END, sum(a."asked")
FROM "Asking" a JOIN "SearchQuery" q ON q."id" = a."queryId" GROUP BY 1, 2
ON CONFLICT ("what", "hour") DO UPDATE SET "count" = f."count" + EXCLUDED."count";

DROP TABLE "Asking";
DROP TABLE "SearchQuery";

CREATE TABLE "SearchQuery" (
    "id" TEXT NOT NULL,
    "personId" BIGINT NOT NULL,
    "chatId" BIGINT NOT NULL,
    "text" TEXT,
    "found" INTEGER NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SearchQuery_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "SearchQuery_personId_askedAt_key" ON "SearchQuery"("personId", "askedAt");
CREATE INDEX "SearchQuery_askedAt_idx" ON "SearchQuery"("askedAt");
ALTER TABLE "SearchQuery" ADD CONSTRAINT "SearchQuery_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who gave, made, used, added, wrote or did something is somebody there is: whoever was erased until now leaves nothing.
ALTER TABLE "Invitation" DROP CONSTRAINT "Invitation_use";
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_use" CHECK ("usedBy" IS NULL OR "usedAt" IS NOT NULL);
UPDATE "StaffRole" SET "grantedBy" = NULL WHERE "grantedBy" NOT IN (SELECT "id" FROM "Person");
UPDATE "Invitation" SET "invitedBy" = NULL WHERE "invitedBy" NOT IN (SELECT "id" FROM "Person");
UPDATE "Invitation" SET "usedBy" = NULL WHERE "usedBy" NOT IN (SELECT "id" FROM "Person");
UPDATE "Material" SET "addedBy" = NULL WHERE "addedBy" NOT IN (SELECT "id" FROM "Person");
UPDATE "Announcement" SET "authorId" = NULL WHERE "authorId" NOT IN (SELECT "id" FROM "Person");
UPDATE "Announcement" SET "confirmedBy" = NULL WHERE "confirmedBy" NOT IN (SELECT "id" FROM "Person");
UPDATE "Announcement" SET "secondedBy" = NULL WHERE "secondedBy" NOT IN (SELECT "id" FROM "Person");
UPDATE "AuditEntry" SET "personId" = NULL WHERE "personId" NOT IN (SELECT "id" FROM "Person");
UPDATE "AuditEntry" a SET "subject" = 'person:gone'
WHERE a."subject" LIKE 'person:%' AND NOT EXISTS (SELECT 1 FROM "Person" p WHERE a."subject" = 'person:' || p."id");
UPDATE "AuditEntry" a SET "after" = a."after" || '{"invitedBy": null}'
WHERE a."after" ? 'invitedBy' AND NOT EXISTS (SELECT 1 FROM "Person" p WHERE a."after" ->> 'invitedBy' = p."id"::text);
UPDATE "AuditEntry" a SET "before" = a."before" || '{"teacherId": null}'
WHERE a."before" ? 'teacherId' AND NOT EXISTS (SELECT 1 FROM "Person" p WHERE a."before" ->> 'teacherId' = p."id"::text);
UPDATE "AuditEntry" a SET "after" = a."after" || '{"teacherId": null}'
WHERE a."after" ? 'teacherId' AND NOT EXISTS (SELECT 1 FROM "Person" p WHERE a."after" ->> 'teacherId' = p."id"::text);

ALTER TABLE "StaffRole" ADD CONSTRAINT "StaffRole_grantedBy_fkey" FOREIGN KEY ("grantedBy") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_invitedBy_fkey" FOREIGN KEY ("invitedBy") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_usedBy_fkey" FOREIGN KEY ("usedBy") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Material" ADD CONSTRAINT "Material_addedBy_fkey" FOREIGN KEY ("addedBy") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_confirmedBy_fkey" FOREIGN KEY ("confirmedBy") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_secondedBy_fkey" FOREIGN KEY ("secondedBy") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The numbers count people and not ratings, and read nothing else of them.
DROP INDEX "Rating_ratedAt_occurrenceId_stars_idx";
CREATE INDEX "Rating_ratedAt_occurrenceId_personId_stars_idx" ON "Rating"("ratedAt", "occurrenceId", "personId", "stars");
