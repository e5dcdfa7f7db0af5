-- CreateEnum
CREATE TYPE "QuestionState" AS ENUM ('taken', 'held', 'waiting', 'answered', 'hidden', 'merged');

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "isConversation" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Question" (
    "id" SERIAL NOT NULL,
    "eventId" INTEGER NOT NULL,
    "authorId" BIGINT,
    "text" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "state" "QuestionState" NOT NULL DEFAULT 'waiting',
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "voices" INTEGER NOT NULL DEFAULT 0,
    "mergedIntoId" INTEGER,
    "movedFrom" INTEGER,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionVoice" (
    "id" SERIAL NOT NULL,
    "questionId" INTEGER NOT NULL,
    "personId" BIGINT,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "isNewcomer" BOOLEAN NOT NULL,
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "QuestionVoice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Question_eventId_state_voices_id_idx" ON "Question"("eventId", "state", "voices", "id");

-- CreateIndex
CREATE INDEX "Question_eventId_folded_idx" ON "Question"("eventId", "folded");

-- CreateIndex
CREATE INDEX "Question_authorId_createdAt_idx" ON "Question"("authorId", "createdAt");

-- CreateIndex
CREATE INDEX "Question_answeredAt_idx" ON "Question"("answeredAt");

-- CreateIndex
CREATE INDEX "Question_mergedIntoId_idx" ON "Question"("mergedIntoId");

-- CreateIndex
CREATE INDEX "QuestionVoice_personId_idx" ON "QuestionVoice"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "QuestionVoice_questionId_personId_key" ON "QuestionVoice"("questionId", "personId");

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionVoice" ADD CONSTRAINT "QuestionVoice_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionVoice" ADD CONSTRAINT "QuestionVoice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
