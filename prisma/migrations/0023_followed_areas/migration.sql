-- CreateTable
CREATE TABLE "FollowedArea" (
    "personId" BIGINT NOT NULL,
    "area" TEXT NOT NULL,
    "knownTo" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FollowedArea_pkey" PRIMARY KEY ("personId","area")
);

-- CreateIndex
CREATE INDEX "FollowedArea_area_idx" ON "FollowedArea"("area");

-- AddForeignKey
ALTER TABLE "FollowedArea" ADD CONSTRAINT "FollowedArea_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
