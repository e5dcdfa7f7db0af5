-- CreateEnum
CREATE TYPE "FeedAction" AS ENUM ('publish', 'draft', 'review');

-- CreateEnum
CREATE TYPE "FeedOutcome" AS ENUM ('done', 'unmodified', 'held', 'failed', 'stopped');

-- CreateTable
CREATE TABLE "Feed" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "key" TEXT,
    "hour" INTEGER NOT NULL,
    "institutionId" INTEGER,
    "action" "FeedAction" NOT NULL,
    "madeBy" BIGINT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "pausedAt" TIMESTAMPTZ(3),
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "claimedUntil" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "Feed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeedRun" (
    "id" SERIAL NOT NULL,
    "feedId" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "FeedOutcome" NOT NULL,
    "account" JSONB NOT NULL,

    CONSTRAINT "FeedRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeedDocument" (
    "feedId" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "etag" TEXT,
    "lastModified" TEXT,
    "readAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FeedDocument_pkey" PRIMARY KEY ("feedId","url")
);

-- CreateTable
CREATE TABLE "FeedRecord" (
    "feedId" INTEGER NOT NULL,
    "eventId" INTEGER NOT NULL,
    "recordId" TEXT NOT NULL,
    "url" TEXT,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "missingSince" TIMESTAMPTZ(3),

    CONSTRAINT "FeedRecord_pkey" PRIMARY KEY ("feedId","eventId")
);

-- CreateTable
CREATE TABLE "FeedHint" (
    "id" SERIAL NOT NULL,
    "feedId" INTEGER NOT NULL,
    "recordId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "url" TEXT,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "FeedHint_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Feed_nextAt_idx" ON "Feed"("nextAt");

-- CreateIndex
CREATE INDEX "Feed_institutionId_idx" ON "Feed"("institutionId");

-- CreateIndex
CREATE INDEX "Feed_madeBy_idx" ON "Feed"("madeBy");

-- CreateIndex
CREATE INDEX "FeedRun_feedId_startedAt_idx" ON "FeedRun"("feedId", "startedAt");

-- CreateIndex
CREATE INDEX "FeedRecord_eventId_idx" ON "FeedRecord"("eventId");

-- CreateIndex
CREATE INDEX "FeedHint_feedId_settledAt_seenAt_idx" ON "FeedHint"("feedId", "settledAt", "seenAt");

-- CreateIndex
CREATE UNIQUE INDEX "FeedHint_feedId_recordId_key" ON "FeedHint"("feedId", "recordId");

-- AddForeignKey
ALTER TABLE "Feed" ADD CONSTRAINT "Feed_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feed" ADD CONSTRAINT "Feed_madeBy_fkey" FOREIGN KEY ("madeBy") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedRun" ADD CONSTRAINT "FeedRun_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "Feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedDocument" ADD CONSTRAINT "FeedDocument_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "Feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedRecord" ADD CONSTRAINT "FeedRecord_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "Feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedRecord" ADD CONSTRAINT "FeedRecord_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedHint" ADD CONSTRAINT "FeedHint_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "Feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Feed" ADD CONSTRAINT "Feed_hour" CHECK ("hour" BETWEEN 0 AND 23);
