-- What the code knows as a closed list is an enum.
CREATE TYPE "ConsentDocument" AS ENUM ('classes');
CREATE TYPE "ReminderOutcome" AS ENUM ('sent', 'missed');
CREATE TYPE "Unreachable" AS ENUM ('blocked', 'deactivated', 'never_started');
CREATE TYPE "ZoomTaskKind" AS ENUM ('meeting', 'register', 'cancel', 'forget');

ALTER TABLE "Consent" ALTER COLUMN "document" TYPE "ConsentDocument" USING "document"::"ConsentDocument";
ALTER TABLE "ReminderCount" ALTER COLUMN "outcome" TYPE "ReminderOutcome" USING "outcome"::"ReminderOutcome";
ALTER TABLE "ZoomTask" ALTER COLUMN "kind" TYPE "ZoomTaskKind" USING "kind"::"ZoomTaskKind";

CREATE OR REPLACE FUNCTION count_reminders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ReminderCount" AS r ("hour", "outcome", "count")
  SELECT date_trunc('hour', d."settledAt"),
    (CASE WHEN d."state" = 'sent' THEN 'sent' ELSE 'missed' END)::"ReminderOutcome", sum(d.n)
  FROM (SELECT "kind", "lane", "state", "settledAt", 1 AS n FROM after_rows
        UNION ALL SELECT "kind", "lane", "state", "settledAt", -1 FROM before_rows) d
  WHERE d."kind" IN ('reminder', 'lesson', 'join') AND d."lane" <> 'bulk' AND d."settledAt" IS NOT NULL
    AND d."state" IN ('sent', 'failed', 'expired', 'uncertain')
  -- In one order, so that two statements cannot wait for each other.
  GROUP BY 1, 2 HAVING sum(d.n) <> 0 ORDER BY 1, 2
  ON CONFLICT ("hour", "outcome") DO UPDATE SET "count" = r."count" + EXCLUDED."count";
  RETURN NULL;
END $$;

-- Whether somebody cannot be written to was told by words of the reason. The trigger that reads those words is still in
-- force here and counts the same before and after, so no account changes.
ALTER TABLE "Delivery" ADD COLUMN "unreachable" "Unreachable";
UPDATE "Delivery" SET "unreachable" = "reason"::"Unreachable"
WHERE "state" = 'failed' AND "reason" IN ('blocked', 'deactivated', 'never_started');

CREATE OR REPLACE FUNCTION count_announcement_outcomes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Announcement" a SET
    "sent" = a."sent" + c."sent", "blocked" = a."blocked" + c."blocked", "failed" = a."failed" + c."failed",
    "uncertain" = a."uncertain" + c."uncertain", "expired" = a."expired" + c."expired",
    "cancelled" = a."cancelled" + c."cancelled",
    "failuresInRow" = CASE WHEN c."sent" > 0 THEN 0 ELSE a."failuresInRow" + greatest(c."failed", 0) END
  FROM (
    SELECT r."announcementId",
      coalesce(sum(r.n) FILTER (WHERE r."outcome" = 'sent'), 0)::int AS "sent",
      coalesce(sum(r.n) FILTER (WHERE r."outcome" = 'blocked'), 0)::int AS "blocked",
      coalesce(sum(r.n) FILTER (WHERE r."outcome" = 'failed'), 0)::int AS "failed",
      coalesce(sum(r.n) FILTER (WHERE r."outcome" = 'uncertain'), 0)::int AS "uncertain",
      coalesce(sum(r.n) FILTER (WHERE r."outcome" = 'expired'), 0)::int AS "expired",
      coalesce(sum(r.n) FILTER (WHERE r."outcome" = 'cancelled'), 0)::int AS "cancelled"
    FROM (
      SELECT d."announcementId", d.n,
        CASE WHEN d."state" = 'failed' AND d."unreachable" IS NOT NULL THEN 'blocked' ELSE d."state"::text END AS "outcome"
      FROM (SELECT "announcementId", "state", "unreachable", 1 AS n FROM after_rows
            UNION ALL SELECT "announcementId", "state", "unreachable", -1 FROM before_rows) d
      WHERE d."announcementId" IS NOT NULL AND d."state" NOT IN ('pending', 'claimed')
    ) r GROUP BY r."announcementId"
  ) c WHERE a."id" = c."announcementId";
  RETURN NULL;
END $$;

-- To delete a row, PostgreSQL looks for those that refer to it: without an index, through the whole of their table.
CREATE INDEX "StaffRole_institutionId_idx" ON "StaffRole"("institutionId");
CREATE INDEX "StaffRole_grantedBy_idx" ON "StaffRole"("grantedBy");
CREATE INDEX "Invitation_institutionId_idx" ON "Invitation"("institutionId");
CREATE INDEX "Invitation_groupId_idx" ON "Invitation"("groupId");
CREATE INDEX "Invitation_invitedBy_idx" ON "Invitation"("invitedBy");
CREATE INDEX "Invitation_usedBy_idx" ON "Invitation"("usedBy");
CREATE INDEX "EnrolmentDraft_groupId_idx" ON "EnrolmentDraft"("groupId");
CREATE INDEX "Material_addedBy_idx" ON "Material"("addedBy");
CREATE INDEX "Announcement_parentId_idx" ON "Announcement"("parentId");
CREATE INDEX "Announcement_authorId_idx" ON "Announcement"("authorId");
CREATE INDEX "Announcement_confirmedBy_idx" ON "Announcement"("confirmedBy");
CREATE INDEX "Announcement_secondedBy_idx" ON "Announcement"("secondedBy");
