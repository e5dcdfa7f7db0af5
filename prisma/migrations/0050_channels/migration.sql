-- Channels in which the bot is an administrator, and their posts that tell of events.
-- CreateTable
CREATE TABLE "Channel" (
    "id" SERIAL NOT NULL,
    "door" "Door" NOT NULL,
    "chatId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "offeredBy" BIGINT,
    "offeredAt" TIMESTAMPTZ(3) NOT NULL,
    "institutionId" INTEGER,
    "connectedBy" BIGINT,
    "connectedAt" TIMESTAMPTZ(3),
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "Channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChannelPost" (
    "id" SERIAL NOT NULL,
    "channelId" INTEGER NOT NULL,
    "messageId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "entities" JSONB NOT NULL,
    "photo" TEXT,
    "url" TEXT,
    "postedAt" TIMESTAMPTZ(3) NOT NULL,
    "found" JSONB NOT NULL,
    "untilAt" TIMESTAMPTZ(3) NOT NULL,
    "takenAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "changedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ChannelPost_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Channel_institutionId_idx" ON "Channel"("institutionId");

-- CreateIndex
CREATE INDEX "Channel_offeredBy_idx" ON "Channel"("offeredBy");

-- CreateIndex
CREATE INDEX "Channel_connectedBy_idx" ON "Channel"("connectedBy");

-- CreateIndex
CREATE UNIQUE INDEX "Channel_door_chatId_key" ON "Channel"("door", "chatId");

-- CreateIndex
CREATE INDEX "ChannelPost_channelId_settledAt_postedAt_idx" ON "ChannelPost"("channelId", "settledAt", "postedAt");

-- CreateIndex
CREATE INDEX "ChannelPost_untilAt_idx" ON "ChannelPost"("untilAt");

-- CreateIndex
CREATE UNIQUE INDEX "ChannelPost_channelId_messageId_key" ON "ChannelPost"("channelId", "messageId");

-- AddForeignKey
ALTER TABLE "Channel" ADD CONSTRAINT "Channel_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Channel" ADD CONSTRAINT "Channel_offeredBy_fkey" FOREIGN KEY ("offeredBy") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Channel" ADD CONSTRAINT "Channel_connectedBy_fkey" FOREIGN KEY ("connectedBy") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelPost" ADD CONSTRAINT "ChannelPost_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "Channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;
