-- News of institutions and reviews of events: their texts, and the events and collections that they are about.
-- CreateEnum
CREATE TYPE "ArticleKind" AS ENUM ('news', 'review');

-- CreateTable
CREATE TABLE "Article" (
    "id" SERIAL NOT NULL,
    "origin" TEXT,
    "kind" "ArticleKind" NOT NULL,
    "institutionId" INTEGER,
    "pictureUrl" TEXT,
    "publishedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "document" tsvector,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArticleText" (
    "articleId" INTEGER NOT NULL,
    "language" "Language" NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "byline" TEXT,
    "pictureAlt" TEXT,

    CONSTRAINT "ArticleText_pkey" PRIMARY KEY ("articleId","language")
);

-- CreateTable
CREATE TABLE "ArticleEvent" (
    "articleId" INTEGER NOT NULL,
    "eventId" INTEGER NOT NULL,
    "movedFrom" INTEGER,

    CONSTRAINT "ArticleEvent_pkey" PRIMARY KEY ("articleId","eventId")
);

-- CreateTable
CREATE TABLE "ArticleCollection" (
    "articleId" INTEGER NOT NULL,
    "collectionId" INTEGER NOT NULL,

    CONSTRAINT "ArticleCollection_pkey" PRIMARY KEY ("articleId","collectionId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Article_origin_key" ON "Article"("origin");

-- CreateIndex
CREATE INDEX "Article_institutionId_idx" ON "Article"("institutionId");

-- CreateIndex
CREATE INDEX "Article_publishedAt_idx" ON "Article"("publishedAt");

-- CreateIndex
CREATE INDEX "Article_document_idx" ON "Article" USING GIN ("document");

-- CreateIndex
CREATE INDEX "ArticleEvent_eventId_idx" ON "ArticleEvent"("eventId");

-- CreateIndex
CREATE INDEX "ArticleCollection_collectionId_idx" ON "ArticleCollection"("collectionId");

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleText" ADD CONSTRAINT "ArticleText_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleEvent" ADD CONSTRAINT "ArticleEvent_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleEvent" ADD CONSTRAINT "ArticleEvent_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleCollection" ADD CONSTRAINT "ArticleCollection_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleCollection" ADD CONSTRAINT "ArticleCollection_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;
