-- CreateEnum
CREATE TYPE "JobOutcome" AS ENUM ('done', 'failed');

-- AlterTable
ALTER TABLE "Reading" ADD COLUMN     "watched" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "JobRun" ADD COLUMN     "outcome" "JobOutcome";

-- CreateTable
CREATE TABLE "Participation" (
    "id" SERIAL NOT NULL,
    "occurrenceId" INTEGER,
    "lessonId" INTEGER,
    "isErased" BOOLEAN NOT NULL DEFAULT false,
    "people" INTEGER NOT NULL,
    "reminded" INTEGER NOT NULL,
    "joined" INTEGER NOT NULL,
    "attended" INTEGER NOT NULL,

    CONSTRAINT "Participation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Participation_of_one" CHECK (num_nonnulls("occurrenceId", "lessonId") = 1)
);

-- CreateTable
CREATE TABLE "CountedUntil" (
    "what" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CountedUntil_pkey" PRIMARY KEY ("what")
);

-- CreateTable
CREATE TABLE "Trouble" (
    "name" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Trouble_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "Participation_occurrenceId_isErased_key" ON "Participation"("occurrenceId", "isErased");

-- CreateIndex
CREATE UNIQUE INDEX "Participation_lessonId_isErased_key" ON "Participation"("lessonId", "isErased");

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "Lesson"("id") ON DELETE CASCADE ON UPDATE CASCADE;
