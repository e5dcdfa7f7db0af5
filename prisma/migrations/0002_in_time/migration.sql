-- CreateEnum
CREATE TYPE "Lane" AS ENUM ('urgent', 'normal', 'bulk');

-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('pending', 'claimed', 'sent', 'failed', 'expired', 'cancelled', 'uncertain');

-- CreateEnum
CREATE TYPE "Cadence" AS ENUM ('daily', 'weekly');

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "calendarToken" TEXT,
ADD COLUMN     "quietFrom" INTEGER DEFAULT 1320,
ADD COLUMN     "quietUntil" INTEGER DEFAULT 480;

-- CreateTable
CREATE TABLE "Delivery" (
    "id" BIGSERIAL NOT NULL,
    "personId" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "lane" "Lane" NOT NULL,
    "state" "DeliveryState" NOT NULL DEFAULT 'pending',
    "dedupeKey" TEXT NOT NULL,
    "occurrenceId" INTEGER,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "silent" BOOLEAN NOT NULL DEFAULT false,
    "claimedBy" TEXT,
    "attemptedAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "settledAt" TIMESTAMPTZ(3),
    "messageId" INTEGER,
    "reason" TEXT,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Lease" (
    "name" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "pausedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Lease_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "personId" BIGINT NOT NULL,
    "occurrenceId" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("personId","occurrenceId","minutes")
);

-- CreateTable
CREATE TABLE "Rating" (
    "personId" BIGINT NOT NULL,
    "occurrenceId" INTEGER NOT NULL,
    "stars" INTEGER NOT NULL,
    "ratedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Rating_pkey" PRIMARY KEY ("personId","occurrenceId")
);

-- CreateTable
CREATE TABLE "Digest" (
    "personId" BIGINT NOT NULL,
    "cadence" "Cadence" NOT NULL,
    "hour" INTEGER NOT NULL,
    "weekday" INTEGER NOT NULL DEFAULT 5,
    "sections" "Section"[],
    "nextAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Digest_pkey" PRIMARY KEY ("personId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_dedupeKey_key" ON "Delivery"("dedupeKey");

-- CreateIndex
CREATE INDEX "Delivery_state_lane_dueAt_idx" ON "Delivery"("state", "lane", "dueAt");

-- CreateIndex
CREATE INDEX "Delivery_personId_state_idx" ON "Delivery"("personId", "state");

-- CreateIndex
CREATE INDEX "Delivery_occurrenceId_state_idx" ON "Delivery"("occurrenceId", "state");

-- CreateIndex
CREATE INDEX "Reminder_occurrenceId_idx" ON "Reminder"("occurrenceId");

-- CreateIndex
CREATE INDEX "Rating_occurrenceId_idx" ON "Rating"("occurrenceId");

-- CreateIndex
CREATE INDEX "Event_publishedAt_idx" ON "Event"("publishedAt");

-- CreateIndex
CREATE INDEX "Digest_nextAt_idx" ON "Digest"("nextAt");

-- CreateIndex
CREATE UNIQUE INDEX "Person_calendarToken_key" ON "Person"("calendarToken");

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "Person" ADD CONSTRAINT "Person_quiet" CHECK ("quietFrom" BETWEEN 0 AND 1439 AND "quietUntil" BETWEEN 0 AND 1439);
ALTER TABLE "Person" ADD CONSTRAINT "Person_quiet_pair" CHECK (("quietFrom" IS NULL) = ("quietUntil" IS NULL));
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_minutes" CHECK ("minutes" IN (0, 15, 60, 180, 1440));
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_stars" CHECK ("stars" BETWEEN 1 AND 5);
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_hour" CHECK ("hour" BETWEEN 0 AND 23 AND "weekday" BETWEEN 1 AND 7);
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_span" CHECK ("expiresAt" >= "dueAt");
