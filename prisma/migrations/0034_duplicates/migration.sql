-- CreateEnum
CREATE TYPE "PairState" AS ENUM ('suspected', 'merged', 'distinct');

-- AlterEnum
ALTER TYPE "WishKind" ADD VALUE 'institution';
ALTER TYPE "WishKind" ADD VALUE 'section';

-- AlterTable
ALTER TABLE "Rating" ADD COLUMN     "movedFrom" INTEGER;

-- AlterTable
ALTER TABLE "Reminder" ADD COLUMN     "movedFrom" INTEGER;

-- CreateTable
CREATE TABLE "EventPair" (
    "firstId" INTEGER NOT NULL,
    "secondId" INTEGER NOT NULL,
    "state" "PairState" NOT NULL,
    "keptId" INTEGER,
    "likeness" DOUBLE PRECISION NOT NULL,
    "reason" TEXT NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "EventPair_pkey" PRIMARY KEY ("firstId","secondId")
);

-- CreateTable
CREATE TABLE "Composition" (
    "eventId" INTEGER NOT NULL,
    "parts" JSONB NOT NULL,

    CONSTRAINT "Composition_pkey" PRIMARY KEY ("eventId")
);

-- CreateIndex
CREATE INDEX "EventPair_secondId_idx" ON "EventPair"("secondId");

-- CreateIndex
CREATE INDEX "EventPair_state_foundAt_idx" ON "EventPair"("state", "foundAt");

-- AddForeignKey
ALTER TABLE "EventPair" ADD CONSTRAINT "EventPair_firstId_fkey" FOREIGN KEY ("firstId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventPair" ADD CONSTRAINT "EventPair_secondId_fkey" FOREIGN KEY ("secondId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Composition" ADD CONSTRAINT "Composition_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "EventPair" ADD CONSTRAINT "EventPair_order" CHECK ("firstId" < "secondId");
ALTER TABLE "EventPair" ADD CONSTRAINT "EventPair_kept" CHECK (("state" = 'merged') = ("keptId" IS NOT NULL)
  AND coalesce("keptId" IN ("firstId", "secondId"), true));
