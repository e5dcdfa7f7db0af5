-- A resident and a human of the staff. What Prisma cannot say stands at the end.
-- CreateEnum
CREATE TYPE "ThreadSubject" AS ENUM ('question', 'event', 'mistake', 'class');

-- CreateEnum
CREATE TYPE "ThreadState" AS ENUM ('waiting', 'answered', 'closed');

-- CreateTable
CREATE TABLE "Thread" (
    "id" SERIAL NOT NULL,
    "personId" BIGINT NOT NULL,
    "subject" "ThreadSubject" NOT NULL,
    "occurrenceId" INTEGER,
    "groupId" INTEGER,
    "state" "ThreadState" NOT NULL DEFAULT 'waiting',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "waitingSince" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThreadMessage" (
    "id" SERIAL NOT NULL,
    "threadId" INTEGER NOT NULL,
    "isFromStaff" BOOLEAN NOT NULL,
    "authorId" BIGINT,
    "content" JSONB NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ThreadMessage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Thread_personId_lastAt_idx" ON "Thread"("personId", "lastAt");

-- CreateIndex
CREATE INDEX "Thread_state_waitingSince_idx" ON "Thread"("state", "waitingSince");

-- CreateIndex
CREATE INDEX "Thread_lastAt_idx" ON "Thread"("lastAt");

-- CreateIndex
CREATE INDEX "Thread_occurrenceId_idx" ON "Thread"("occurrenceId");

-- CreateIndex
CREATE INDEX "Thread_groupId_idx" ON "Thread"("groupId");

-- CreateIndex
CREATE INDEX "ThreadMessage_threadId_id_idx" ON "ThreadMessage"("threadId", "id");

-- CreateIndex
CREATE INDEX "ThreadMessage_authorId_idx" ON "ThreadMessage"("authorId");

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadMessage" ADD CONSTRAINT "ThreadMessage_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadMessage" ADD CONSTRAINT "ThreadMessage_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A thread waits exactly as long as somebody is waiting in it, and only staff has an author.
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_waiting" CHECK (("state" = 'waiting') = ("waitingSince" IS NOT NULL));
ALTER TABLE "ThreadMessage" ADD CONSTRAINT "ThreadMessage_author" CHECK ("authorId" IS NULL OR "isFromStaff");
