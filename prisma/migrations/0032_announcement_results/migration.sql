-- What came of an announcement, until when it is repeated, why it was refused, and what people look at, by whom it is for.
-- AlterTable
ALTER TABLE "Announcement" ADD COLUMN     "optOuts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "refusal" TEXT,
ADD COLUMN     "repeatUntil" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "AnnouncementTap" (
    "announcementId" INTEGER NOT NULL,
    "button" INTEGER NOT NULL,
    "taps" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "AnnouncementTap_pkey" PRIMARY KEY ("announcementId","button")
);

-- CreateTable
CREATE TABLE "Interest" (
    "personId" BIGINT NOT NULL,
    "audience" "Audience" NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Interest_pkey" PRIMARY KEY ("personId","audience")
);

-- CreateIndex
CREATE INDEX "Interest_audience_idx" ON "Interest"("audience");

-- AddForeignKey
ALTER TABLE "AnnouncementTap" ADD CONSTRAINT "AnnouncementTap_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
