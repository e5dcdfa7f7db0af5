-- CreateTable
CREATE TABLE "RecordingWish" (
    "personId" BIGINT NOT NULL,
    "eventId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "movedFrom" INTEGER,

    CONSTRAINT "RecordingWish_pkey" PRIMARY KEY ("personId","eventId")
);

-- CreateIndex
CREATE INDEX "RecordingWish_eventId_idx" ON "RecordingWish"("eventId");

-- AddForeignKey
ALTER TABLE "RecordingWish" ADD CONSTRAINT "RecordingWish_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecordingWish" ADD CONSTRAINT "RecordingWish_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
