-- Collections are tables of their own: the version before knows none of them, and goes on as it was.

-- CreateEnum
CREATE TYPE "CollectionKind" AS ENUM ('collection', 'festival', 'night');

-- CreateTable
CREATE TABLE "Collection" (
    "id" SERIAL NOT NULL,
    "origin" TEXT,
    "kind" "CollectionKind" NOT NULL,
    "institutionId" INTEGER,
    "parentId" INTEGER,
    "startsAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3),
    "hasHours" BOOLEAN NOT NULL DEFAULT true,
    "isByRule" BOOLEAN NOT NULL DEFAULT false,
    "sections" "Section"[],
    "audiences" "Audience"[],
    "words" TEXT,
    "query" tsquery,
    "publishedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CollectionText" (
    "collectionId" INTEGER NOT NULL,
    "language" "Language" NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT,

    CONSTRAINT "CollectionText_pkey" PRIMARY KEY ("collectionId","language")
);

-- CreateTable
CREATE TABLE "CollectionMember" (
    "id" SERIAL NOT NULL,
    "collectionId" INTEGER NOT NULL,
    "eventId" INTEGER,
    "courseId" INTEGER,
    "position" INTEGER NOT NULL,
    "isLeftOut" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CollectionMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CollectionReminder" (
    "personId" BIGINT NOT NULL,
    "collectionId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "plannedFor" TIMESTAMPTZ(3),

    CONSTRAINT "CollectionReminder_pkey" PRIMARY KEY ("personId","collectionId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Collection_origin_key" ON "Collection"("origin");

-- CreateIndex
CREATE INDEX "Collection_institutionId_idx" ON "Collection"("institutionId");

-- CreateIndex
CREATE INDEX "Collection_parentId_idx" ON "Collection"("parentId");

-- CreateIndex
CREATE INDEX "CollectionMember_eventId_idx" ON "CollectionMember"("eventId");

-- CreateIndex
CREATE INDEX "CollectionMember_courseId_idx" ON "CollectionMember"("courseId");

-- CreateIndex
CREATE UNIQUE INDEX "CollectionMember_collectionId_eventId_key" ON "CollectionMember"("collectionId", "eventId");

-- CreateIndex
CREATE UNIQUE INDEX "CollectionMember_collectionId_courseId_key" ON "CollectionMember"("collectionId", "courseId");

-- CreateIndex
CREATE INDEX "CollectionReminder_collectionId_idx" ON "CollectionReminder"("collectionId");

-- AddForeignKey
ALTER TABLE "Collection" ADD CONSTRAINT "Collection_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Collection" ADD CONSTRAINT "Collection_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Collection"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionText" ADD CONSTRAINT "CollectionText_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionMember" ADD CONSTRAINT "CollectionMember_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionMember" ADD CONSTRAINT "CollectionMember_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionMember" ADD CONSTRAINT "CollectionMember_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionReminder" ADD CONSTRAINT "CollectionReminder_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionReminder" ADD CONSTRAINT "CollectionReminder_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;
