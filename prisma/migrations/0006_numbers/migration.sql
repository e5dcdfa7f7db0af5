-- DropIndex
DROP INDEX "Delivery_kind_settledAt_state_idx";

-- CreateTable
CREATE TABLE "ActiveDay" (
    "day" DATE NOT NULL,
    "share" INTEGER NOT NULL,
    "people" INTEGER NOT NULL,

    CONSTRAINT "ActiveDay_pkey" PRIMARY KEY ("day","share")
);

-- CreateTable
CREATE TABLE "ReminderCount" (
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "outcome" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "ReminderCount_pkey" PRIMARY KEY ("hour","outcome")
);

-- CreateIndex
CREATE INDEX "Rating_ratedAt_occurrenceId_stars_idx" ON "Rating"("ratedAt", "occurrenceId", "stars");

-- CreateIndex
CREATE INDEX "Delivery_settledAt_idx" ON "Delivery" USING BRIN ("settledAt");

-- From here on by hand: what Prisma cannot say.

-- Reminders are counted by the statement that settles them, as the account of an announcement is. Only updates: what is
-- deleted with a person, or forgotten after 30 days, stays counted as what it was.
CREATE FUNCTION count_reminders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ReminderCount" AS r ("hour", "outcome", "count")
  SELECT date_trunc('hour', d."settledAt"), CASE WHEN d."state" = 'sent' THEN 'sent' ELSE 'missed' END, sum(d.n)
  FROM (SELECT "kind", "lane", "state", "settledAt", 1 AS n FROM after_rows
        UNION ALL SELECT "kind", "lane", "state", "settledAt", -1 FROM before_rows) d
  WHERE d."kind" IN ('reminder', 'lesson', 'join') AND d."lane" <> 'bulk' AND d."settledAt" IS NOT NULL
    AND d."state" IN ('sent', 'failed', 'expired', 'uncertain')
  -- In one order, so that two statements cannot wait for each other.
  GROUP BY 1, 2 HAVING sum(d.n) <> 0 ORDER BY 1, 2
  ON CONFLICT ("hour", "outcome") DO UPDATE SET "count" = r."count" + EXCLUDED."count";
  RETURN NULL;
END $$;
CREATE TRIGGER "Delivery_count_reminders" AFTER UPDATE ON "Delivery"
  REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_reminders();

-- What was settled so far, and what of it is deleted.
INSERT INTO "ReminderCount" ("hour", "outcome", "count")
SELECT "hour", "outcome", sum("count") FROM (
  SELECT date_trunc('hour', "settledAt") AS "hour", CASE WHEN "state" = 'sent' THEN 'sent' ELSE 'missed' END AS "outcome", 1 AS "count"
  FROM "Delivery" WHERE "kind" IN ('reminder', 'lesson', 'join') AND "lane" <> 'bulk' AND "settledAt" IS NOT NULL
    AND "state" IN ('sent', 'failed', 'expired', 'uncertain')
  UNION ALL
  SELECT "hour", split_part("what", ':', 2), "count" FROM "Forgotten" WHERE "what" LIKE 'reminder:%'
) counted GROUP BY 1, 2;
DELETE FROM "Forgotten" WHERE "what" LIKE 'reminder:%';
