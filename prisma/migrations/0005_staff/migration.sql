-- AlterTable
ALTER TABLE "Institution" ADD COLUMN     "placeId" INTEGER;

-- AlterTable
ALTER TABLE "InstitutionText" ADD COLUMN     "isEdited" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE UNIQUE INDEX "Institution_placeId_key" ON "Institution"("placeId");

-- AddForeignKey
ALTER TABLE "Institution" ADD CONSTRAINT "Institution_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE SET NULL ON UPDATE CASCADE;
