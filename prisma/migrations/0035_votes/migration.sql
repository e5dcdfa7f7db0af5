-- CreateEnum
CREATE TYPE "VoteResults" AS ENUM ('always', 'voted', 'ended');

-- CreateTable
CREATE TABLE "Vote" (
    "id" SERIAL NOT NULL,
    "createdBy" BIGINT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "results" "VoteResults" NOT NULL,
    "endsAt" TIMESTAMPTZ(3),

    CONSTRAINT "Vote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VoteText" (
    "voteId" INTEGER NOT NULL,
    "language" "Language" NOT NULL,
    "question" TEXT NOT NULL,
    "options" TEXT[],

    CONSTRAINT "VoteText_pkey" PRIMARY KEY ("voteId","language")
);

-- CreateTable
CREATE TABLE "Ballot" (
    "id" SERIAL NOT NULL,
    "voteId" INTEGER NOT NULL,
    "personId" BIGINT,
    "option" INTEGER NOT NULL,
    "castAt" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "Ballot_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Vote_createdBy_idx" ON "Vote"("createdBy");

-- CreateIndex
CREATE INDEX "Vote_endsAt_idx" ON "Vote"("endsAt");

-- CreateIndex
CREATE INDEX "Ballot_voteId_option_idx" ON "Ballot"("voteId", "option");

-- CreateIndex
CREATE INDEX "Ballot_personId_idx" ON "Ballot"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Ballot_voteId_personId_key" ON "Ballot"("voteId", "personId");

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_createdBy_fkey" FOREIGN KEY ("createdBy") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoteText" ADD CONSTRAINT "VoteText_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "Vote"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "Vote"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
