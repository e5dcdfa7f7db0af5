-- CreateEnum
CREATE TYPE "CommentState" AS ENUM ('waiting', 'published', 'hidden', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "CommentHold" AS ENUM ('first', 'word', 'flags', 'appeal');

-- AlterTable
ALTER TABLE "Rating" DROP CONSTRAINT "Rating_pkey",
ADD COLUMN     "courseId" INTEGER,
ADD COLUMN     "id" SERIAL NOT NULL,
ADD COLUMN     "isNewcomer" BOOLEAN NOT NULL DEFAULT false,
ALTER COLUMN "occurrenceId" DROP NOT NULL,
ADD CONSTRAINT "Rating_pkey" PRIMARY KEY ("id");

-- CreateTable
CREATE TABLE "Score" (
    "id" SERIAL NOT NULL,
    "eventId" INTEGER,
    "courseId" INTEGER,
    "counts" INTEGER[],
    "people" INTEGER NOT NULL,
    "mean" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "Score_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" SERIAL NOT NULL,
    "personId" BIGINT,
    "eventId" INTEGER,
    "courseId" INTEGER,
    "text" TEXT NOT NULL,
    "name" TEXT,
    "state" "CommentState" NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "waitingSince" TIMESTAMPTZ(3),
    "hold" "CommentHold",
    "remindedAt" TIMESTAMPTZ(3),
    "isNewcomer" BOOLEAN NOT NULL,
    "decidedBy" BIGINT,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "ownWords" TEXT,
    "appeal" TEXT,
    "appealedAt" TIMESTAMPTZ(3),
    "movedFrom" INTEGER,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommentAnswer" (
    "commentId" INTEGER NOT NULL,
    "authorId" BIGINT,
    "text" TEXT NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CommentAnswer_pkey" PRIMARY KEY ("commentId")
);

-- CreateTable
CREATE TABLE "CommentFlag" (
    "commentId" INTEGER NOT NULL,
    "personId" BIGINT NOT NULL,
    "flaggedAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "CommentFlag_pkey" PRIMARY KEY ("commentId","personId")
);

-- CreateTable
CREATE TABLE "CommentBan" (
    "personId" BIGINT NOT NULL,
    "bannedBy" BIGINT,
    "bannedAt" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CommentBan_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "CommentRules" (
    "id" INTEGER NOT NULL,
    "isAfterwards" BOOLEAN NOT NULL,
    "heldWords" TEXT[],

    CONSTRAINT "CommentRules_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Score_eventId_key" ON "Score"("eventId");

-- CreateIndex
CREATE UNIQUE INDEX "Score_courseId_key" ON "Score"("courseId");

-- CreateIndex
CREATE INDEX "Comment_eventId_publishedAt_idx" ON "Comment"("eventId", "publishedAt");

-- CreateIndex
CREATE INDEX "Comment_courseId_publishedAt_idx" ON "Comment"("courseId", "publishedAt");

-- CreateIndex
CREATE INDEX "Comment_personId_writtenAt_idx" ON "Comment"("personId", "writtenAt");

-- CreateIndex
CREATE INDEX "Comment_decidedBy_idx" ON "Comment"("decidedBy");

-- CreateIndex
CREATE INDEX "Comment_waitingSince_idx" ON "Comment"("waitingSince");

-- CreateIndex
CREATE INDEX "CommentAnswer_authorId_idx" ON "CommentAnswer"("authorId");

-- CreateIndex
CREATE INDEX "CommentFlag_personId_flaggedAt_idx" ON "CommentFlag"("personId", "flaggedAt");

-- CreateIndex
CREATE INDEX "CommentBan_bannedBy_idx" ON "CommentBan"("bannedBy");

-- CreateIndex
CREATE INDEX "Rating_courseId_idx" ON "Rating"("courseId");

-- CreateIndex
CREATE UNIQUE INDEX "Rating_personId_occurrenceId_key" ON "Rating"("personId", "occurrenceId");

-- CreateIndex
CREATE UNIQUE INDEX "Rating_personId_courseId_key" ON "Rating"("personId", "courseId");

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Score" ADD CONSTRAINT "Score_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Score" ADD CONSTRAINT "Score_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_decidedBy_fkey" FOREIGN KEY ("decidedBy") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentAnswer" ADD CONSTRAINT "CommentAnswer_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentAnswer" ADD CONSTRAINT "CommentAnswer_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentFlag" ADD CONSTRAINT "CommentFlag_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentFlag" ADD CONSTRAINT "CommentFlag_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentBan" ADD CONSTRAINT "CommentBan_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentBan" ADD CONSTRAINT "CommentBan_bannedBy_fkey" FOREIGN KEY ("bannedBy") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A rating is about one thing; stars of what an older version of the program writes are held by the check of migration 0002.
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_subject_check" CHECK (num_nonnulls("occurrenceId", "courseId") = 1);
ALTER TABLE "Score" ADD CONSTRAINT "Score_subject_check" CHECK (num_nonnulls("eventId", "courseId") = 1);
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_subject_check" CHECK (num_nonnulls("eventId", "courseId") = 1);
-- What waits says why.
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_hold_check" CHECK (("waitingSince" IS NULL) = ("hold" IS NULL));
ALTER TABLE "CommentRules" ADD CONSTRAINT "CommentRules_one_row_check" CHECK ("id" = 1);

-- Counts the ratings of events and courses anew, from the ratings themselves: whichever statement wrote or deleted them, the
-- score is what they say. The row of a score is locked first, and what is counted after that sees all who were faster.
-- Ten people who gave 4 stars stand beforehand: bot/voices/score.ts has the rule, and a test compares the two.
CREATE FUNCTION "recount_scores"(events int[], courses int[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Score" ("eventId", "counts", "people", "mean")
  SELECT e."id", '{0,0,0,0,0}', 0, 4 FROM "Event" e WHERE e."id" = ANY (events) ORDER BY 1
  ON CONFLICT ("eventId") DO NOTHING;
  INSERT INTO "Score" ("courseId", "counts", "people", "mean")
  SELECT c."id", '{0,0,0,0,0}', 0, 4 FROM "Course" c WHERE c."id" = ANY (courses) ORDER BY 1
  ON CONFLICT ("courseId") DO NOTHING;
  PERFORM FROM "Score" WHERE "eventId" = ANY (events) OR "courseId" = ANY (courses) ORDER BY "id" FOR NO KEY UPDATE;
  UPDATE "Score" s SET "counts" = now."counts", "people" = now."people", "mean" = now."mean"
  FROM (
    SELECT subject."eventId", subject."courseId",
           ARRAY[count(*) FILTER (WHERE latest."stars" = 1), count(*) FILTER (WHERE latest."stars" = 2),
                 count(*) FILTER (WHERE latest."stars" = 3), count(*) FILTER (WHERE latest."stars" = 4),
                 count(*) FILTER (WHERE latest."stars" = 5)]::int[] AS "counts",
           count(latest."stars")::int AS "people",
           (10 * 4 + coalesce(sum(latest."stars"), 0))::float8 / (10 + count(latest."stars")) AS "mean"
    FROM (SELECT e AS "eventId", NULL::int AS "courseId" FROM unnest(events) e
          UNION ALL SELECT NULL, c FROM unnest(courses) c) subject
    LEFT JOIN LATERAL (
      SELECT DISTINCT ON (given."personId") given."stars" FROM (
        SELECT r."personId", r."stars", r."ratedAt", r."id" FROM "Occurrence" o JOIN "Rating" r ON r."occurrenceId" = o."id"
        WHERE o."eventId" = subject."eventId"
        UNION ALL
        SELECT r."personId", r."stars", r."ratedAt", r."id" FROM "Rating" r WHERE r."courseId" = subject."courseId"
      ) given ORDER BY given."personId", given."ratedAt" DESC, given."id" DESC
    ) latest ON true
    GROUP BY 1, 2
  ) now
  WHERE s."eventId" = now."eventId" OR s."courseId" = now."courseId";
END $$;

CREATE FUNCTION "score_given"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "recount_scores"(
    ARRAY(SELECT DISTINCT o."eventId" FROM given r JOIN "Occurrence" o ON o."id" = r."occurrenceId"),
    ARRAY(SELECT DISTINCT r."courseId" FROM given r WHERE r."courseId" IS NOT NULL));
  RETURN NULL;
END $$;

CREATE FUNCTION "score_taken"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "recount_scores"(
    ARRAY(SELECT DISTINCT o."eventId" FROM taken r JOIN "Occurrence" o ON o."id" = r."occurrenceId"),
    ARRAY(SELECT DISTINCT r."courseId" FROM taken r WHERE r."courseId" IS NOT NULL));
  RETURN NULL;
END $$;

CREATE FUNCTION "score_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "recount_scores"(
    ARRAY(SELECT DISTINCT o."eventId" FROM (SELECT * FROM taken UNION ALL SELECT * FROM given) r
          JOIN "Occurrence" o ON o."id" = r."occurrenceId"),
    ARRAY(SELECT DISTINCT r."courseId" FROM (SELECT * FROM taken UNION ALL SELECT * FROM given) r
          WHERE r."courseId" IS NOT NULL));
  RETURN NULL;
END $$;

-- A date that is deleted takes its ratings with it, and then leads to its event no more.
CREATE FUNCTION "score_of_dates"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "recount_scores"(ARRAY(SELECT DISTINCT s."eventId" FROM taken o JOIN "Score" s ON s."eventId" = o."eventId"), '{}');
  RETURN NULL;
END $$;

CREATE TRIGGER "Rating_score_given" AFTER INSERT ON "Rating"
  REFERENCING NEW TABLE AS given FOR EACH STATEMENT EXECUTE FUNCTION "score_given"();
CREATE TRIGGER "Rating_score_taken" AFTER DELETE ON "Rating"
  REFERENCING OLD TABLE AS taken FOR EACH STATEMENT EXECUTE FUNCTION "score_taken"();
CREATE TRIGGER "Rating_score_changed" AFTER UPDATE ON "Rating"
  REFERENCING OLD TABLE AS taken NEW TABLE AS given FOR EACH STATEMENT EXECUTE FUNCTION "score_changed"();
CREATE TRIGGER "Occurrence_score" AFTER DELETE ON "Occurrence"
  REFERENCING OLD TABLE AS taken FOR EACH STATEMENT EXECUTE FUNCTION "score_of_dates"();

-- What was rated before there were scores.
SELECT "recount_scores"(
  ARRAY(SELECT DISTINCT o."eventId" FROM "Rating" r JOIN "Occurrence" o ON o."id" = r."occurrenceId"), '{}');
