-- One person of two accounts. A link is made at one messenger, followed at another, and confirmed where it was made.
-- CreateTable
CREATE TABLE "LinkRequest" (
    "id" SERIAL NOT NULL,
    "personId" BIGINT NOT NULL,
    "madeAt" "Door" NOT NULL,
    "leadsTo" "Door" NOT NULL,
    "codeHash" TEXT NOT NULL,
    "followedBy" BIGINT,
    "number" INTEGER,
    "numbers" INTEGER[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LinkRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "LinkRequest_personId_key" ON "LinkRequest"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "LinkRequest_codeHash_key" ON "LinkRequest"("codeHash");

-- CreateIndex
CREATE INDEX "LinkRequest_followedBy_idx" ON "LinkRequest"("followedBy");

-- AddForeignKey
ALTER TABLE "LinkRequest" ADD CONSTRAINT "LinkRequest_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkRequest" ADD CONSTRAINT "LinkRequest_followedBy_fkey" FOREIGN KEY ("followedBy") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Nobody confirms without a number that somebody was shown.
ALTER TABLE "LinkRequest" ADD CONSTRAINT "LinkRequest_followed" CHECK (("followedBy" IS NULL) = ("number" IS NULL));

-- An announcement's account at each messenger. Where a delivery is tried is noted before the call, so that one whose answer
-- was lost counts at the right one.
ALTER TABLE "Delivery" ADD COLUMN "attemptedDoor" "Door";

-- CreateTable
CREATE TABLE "AnnouncementDoor" (
    "announcementId" INTEGER NOT NULL,
    "door" "Door" NOT NULL,
    "sent" INTEGER NOT NULL DEFAULT 0,
    "blocked" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "uncertain" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "AnnouncementDoor_pkey" PRIMARY KEY ("announcementId","door")
);

-- AddForeignKey
ALTER TABLE "AnnouncementDoor" ADD CONSTRAINT "AnnouncementDoor_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Of those of before only what arrived is known, and where.
INSERT INTO "AnnouncementDoor" ("announcementId", "door", "sent")
SELECT a."id", d."door", count(*)::int FROM "Announcement" a JOIN "Delivery" d ON d."announcementId" = a."id"
WHERE d."state" = 'sent' AND d."lane" = ANY(enum_range(NULL::"Lane")) AND d."door" IS NOT NULL GROUP BY 1, 2;

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
  -- Behind the announcement's own row, which whoever settles takes first: nobody waits crosswise.
  INSERT INTO "AnnouncementDoor" AS o ("announcementId", "door", "sent", "blocked", "failed", "uncertain")
  SELECT d."announcementId", d."attemptedDoor",
    coalesce(sum(d.n) FILTER (WHERE d."state" = 'sent'), 0)::int,
    coalesce(sum(d.n) FILTER (WHERE d."state" = 'failed' AND d."unreachable" IS NOT NULL), 0)::int,
    coalesce(sum(d.n) FILTER (WHERE d."state" = 'failed' AND d."unreachable" IS NULL), 0)::int,
    coalesce(sum(d.n) FILTER (WHERE d."state" = 'uncertain'), 0)::int
  FROM (SELECT "announcementId", "attemptedDoor", "state", "unreachable", 1 AS n FROM after_rows
        UNION ALL SELECT "announcementId", "attemptedDoor", "state", "unreachable", -1 FROM before_rows) d
  WHERE d."announcementId" IS NOT NULL AND d."attemptedDoor" IS NOT NULL AND d."state" IN ('sent', 'failed', 'uncertain')
  GROUP BY 1, 2 ORDER BY 1, 2
  ON CONFLICT ("announcementId", "door") DO UPDATE SET "sent" = o."sent" + EXCLUDED."sent",
    "blocked" = o."blocked" + EXCLUDED."blocked", "failed" = o."failed" + EXCLUDED."failed",
    "uncertain" = o."uncertain" + EXCLUDED."uncertain";
  RETURN NULL;
END $$;
