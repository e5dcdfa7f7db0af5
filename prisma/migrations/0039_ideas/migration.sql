-- CreateEnum
CREATE TYPE "IdeaState" AS ENUM ('new', 'considered', 'accepted', 'declined', 'done', 'merged');

-- CreateTable
CREATE TABLE "Idea" (
    "id" SERIAL NOT NULL,
    "authorId" BIGINT,
    "language" "Language" NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "state" "IdeaState" NOT NULL DEFAULT 'new',
    "answer" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "voices" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3),
    "mergedIntoId" INTEGER,
    "titleTrigrams" INTEGER NOT NULL,
    "bodyTrigrams" INTEGER NOT NULL,
    "eventId" INTEGER,
    "courseId" INTEGER,
    "voteId" INTEGER,

    CONSTRAINT "Idea_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdeaVoice" (
    "id" SERIAL NOT NULL,
    "ideaId" INTEGER NOT NULL,
    "personId" BIGINT,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "isFresh" BOOLEAN NOT NULL,
    "knownTo" INTEGER NOT NULL,

    CONSTRAINT "IdeaVoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdeaTrigram" (
    "trigram" TEXT NOT NULL,
    "ideaId" INTEGER NOT NULL,
    "inTitle" BOOLEAN NOT NULL,

    CONSTRAINT "IdeaTrigram_pkey" PRIMARY KEY ("trigram","inTitle","ideaId")
);

-- CreateIndex
CREATE INDEX "Idea_authorId_idx" ON "Idea"("authorId");

-- CreateIndex
CREATE INDEX "Idea_folded_idx" ON "Idea"("folded");

-- CreateIndex
CREATE INDEX "Idea_state_voices_id_idx" ON "Idea"("state", "voices", "id");

-- CreateIndex
CREATE INDEX "Idea_changedAt_idx" ON "Idea"("changedAt");

-- CreateIndex
CREATE INDEX "Idea_mergedIntoId_idx" ON "Idea"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Idea_eventId_idx" ON "Idea"("eventId");

-- CreateIndex
CREATE INDEX "Idea_courseId_idx" ON "Idea"("courseId");

-- CreateIndex
CREATE INDEX "Idea_voteId_idx" ON "Idea"("voteId");

-- CreateIndex
CREATE INDEX "IdeaVoice_personId_idx" ON "IdeaVoice"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "IdeaVoice_ideaId_personId_key" ON "IdeaVoice"("ideaId", "personId");

-- CreateIndex
CREATE INDEX "IdeaTrigram_ideaId_inTitle_idx" ON "IdeaTrigram"("ideaId", "inTitle");

-- AddForeignKey
ALTER TABLE "Idea" ADD CONSTRAINT "Idea_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Idea" ADD CONSTRAINT "Idea_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Idea"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Idea" ADD CONSTRAINT "Idea_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Idea" ADD CONSTRAINT "Idea_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Idea" ADD CONSTRAINT "Idea_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "Vote"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaVoice" ADD CONSTRAINT "IdeaVoice_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaVoice" ADD CONSTRAINT "IdeaVoice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaTrigram" ADD CONSTRAINT "IdeaTrigram_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE CASCADE ON UPDATE CASCADE;
