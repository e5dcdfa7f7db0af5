-- Why a date is off; places that staff names, pins and merges.
-- AlterTable
ALTER TABLE "Place" ADD COLUMN     "isPinned" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "PlaceText" ADD COLUMN     "isEdited" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "PlaceMerge" (
    "placeId" INTEGER NOT NULL,
    "intoId" INTEGER NOT NULL,
    "mergedAt" TIMESTAMPTZ(3) NOT NULL,
    "dates" INTEGER[],
    "places" INTEGER[],

    CONSTRAINT "PlaceMerge_pkey" PRIMARY KEY ("placeId")
);

-- CreateTable
CREATE TABLE "StatusReason" (
    "occurrenceId" INTEGER NOT NULL,
    "language" "Language" NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "StatusReason_pkey" PRIMARY KEY ("occurrenceId","language")
);

-- CreateIndex
CREATE INDEX "PlaceMerge_intoId_idx" ON "PlaceMerge"("intoId");

-- AddForeignKey
ALTER TABLE "PlaceMerge" ADD CONSTRAINT "PlaceMerge_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaceMerge" ADD CONSTRAINT "PlaceMerge_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusReason" ADD CONSTRAINT "StatusReason_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE CASCADE ON UPDATE CASCADE;
