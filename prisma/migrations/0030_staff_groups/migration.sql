-- Residents' questions in a group of the staff: a topic a thread where the messenger has topics.
-- CreateTable
CREATE TABLE "StaffGroup" (
    "door" "Door" NOT NULL,
    "chatId" TEXT NOT NULL,
    "hasTopics" BOOLEAN NOT NULL,
    "language" "Language" NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StaffGroup_pkey" PRIMARY KEY ("door")
);

-- CreateTable
CREATE TABLE "ThreadTopic" (
    "threadId" INTEGER NOT NULL,
    "door" "Door" NOT NULL,
    "chatId" TEXT NOT NULL,
    "topicId" TEXT NOT NULL,

    CONSTRAINT "ThreadTopic_pkey" PRIMARY KEY ("threadId","door","chatId")
);

-- CreateTable
CREATE TABLE "ThreadPost" (
    "messageId" INTEGER NOT NULL,
    "door" "Door" NOT NULL,
    "chatId" TEXT NOT NULL,
    "claimedAt" TIMESTAMPTZ(3) NOT NULL,
    "isDone" BOOLEAN NOT NULL DEFAULT false,
    "postedIds" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "ThreadPost_pkey" PRIMARY KEY ("messageId","door","chatId")
);

-- CreateIndex
CREATE UNIQUE INDEX "ThreadTopic_door_chatId_topicId_key" ON "ThreadTopic"("door", "chatId", "topicId");

-- CreateIndex
CREATE INDEX "ThreadPost_postedIds_idx" ON "ThreadPost" USING GIN ("postedIds");

-- CreateIndex
CREATE INDEX "ThreadMessage_sentAt_idx" ON "ThreadMessage"("sentAt");

-- AddForeignKey
ALTER TABLE "ThreadTopic" ADD CONSTRAINT "ThreadTopic_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadPost" ADD CONSTRAINT "ThreadPost_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "ThreadMessage"("id") ON DELETE CASCADE ON UPDATE CASCADE;
