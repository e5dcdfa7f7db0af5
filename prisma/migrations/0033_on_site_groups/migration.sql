-- Groups may meet at a place, and certificates say who issued them for how many hours.

-- AlterTable
ALTER TABLE "Certificate" ADD COLUMN     "issuer" TEXT,
ADD COLUMN     "minutes" INTEGER;

-- AlterTable
ALTER TABLE "Group" ADD COLUMN     "institutionId" INTEGER,
ADD COLUMN     "placeId" INTEGER;

-- CreateIndex
CREATE INDEX "Group_placeId_idx" ON "Group"("placeId");

-- CreateIndex
CREATE INDEX "Group_institutionId_idx" ON "Group"("institutionId");

-- AddForeignKey
ALTER TABLE "Group" ADD CONSTRAINT "Group_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Group" ADD CONSTRAINT "Group_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE SET NULL ON UPDATE CASCADE;
