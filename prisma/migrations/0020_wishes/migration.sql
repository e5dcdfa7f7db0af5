-- "Tell me when there is." Each event looks into the index of anchors: no list of fresh entries may wait there to be read.
-- CreateEnum
CREATE TYPE "WishKind" AS ENUM ('search');

-- CreateTable
CREATE TABLE "Wish" (
    "id" SERIAL NOT NULL,
    "personId" BIGINT NOT NULL,
    "kind" "WishKind" NOT NULL,
    "text" TEXT NOT NULL,
    "dropped" INTEGER NOT NULL DEFAULT 0,
    "isTimed" BOOLEAN NOT NULL,
    "anchors" TEXT[],
    "query" tsquery NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Wish_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WishNews" (
    "id" SERIAL NOT NULL,
    "wishId" INTEGER NOT NULL,
    "eventId" INTEGER,
    "answer" TEXT,
    "foundAt" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "WishNews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FreshEvent" (
    "eventId" INTEGER NOT NULL,

    CONSTRAINT "FreshEvent_pkey" PRIMARY KEY ("eventId")
);

-- CreateIndex
CREATE INDEX "Wish_anchors_idx" ON "Wish" USING GIN ("anchors") WITH (fastupdate = off);

-- CreateIndex
CREATE UNIQUE INDEX "Wish_personId_kind_text_dropped_key" ON "Wish"("personId", "kind", "text", "dropped");

-- CreateIndex
CREATE INDEX "WishNews_eventId_idx" ON "WishNews"("eventId");

-- CreateIndex
CREATE INDEX "WishNews_foundAt_idx" ON "WishNews"("foundAt") WHERE ("toldAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "WishNews_wishId_eventId_key" ON "WishNews"("wishId", "eventId");

-- AddForeignKey
ALTER TABLE "Wish" ADD CONSTRAINT "Wish_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WishNews" ADD CONSTRAINT "WishNews_wishId_fkey" FOREIGN KEY ("wishId") REFERENCES "Wish"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WishNews" ADD CONSTRAINT "WishNews_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FreshEvent" ADD CONSTRAINT "FreshEvent_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- News of a wish is an event, or what staff answered.
ALTER TABLE "WishNews" ADD CONSTRAINT "WishNews_one" CHECK (("eventId" IS NULL) <> ("answer" IS NULL));
