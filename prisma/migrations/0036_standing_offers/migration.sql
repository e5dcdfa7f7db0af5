-- What is there without a date: tours, libraries, routes with stops, permanent exhibitions; opening hours of houses and of these.
-- CreateEnum
CREATE TYPE "StandingOfferKind" AS ENUM ('exhibition', 'walking_route', 'virtual_tour', 'e_library', 'web_collection', 'training');

-- AlterTable
ALTER TABLE "Institution" ADD COLUMN     "openingHours" JSONB;

-- AlterTable
ALTER TABLE "InstitutionText" ADD COLUMN     "about" TEXT;

-- CreateTable
CREATE TABLE "StandingOffer" (
    "id" SERIAL NOT NULL,
    "origin" TEXT,
    "institutionId" INTEGER,
    "kind" "StandingOfferKind" NOT NULL,
    "placeId" INTEGER,
    "url" TEXT,
    "isFree" BOOLEAN NOT NULL DEFAULT false,
    "priceMin" INTEGER,
    "priceMax" INTEGER,
    "currency" CHAR(3) NOT NULL DEFAULT 'RUB',
    "ageMin" INTEGER,
    "audiences" "Audience"[],
    "openingHours" JSONB,
    "publishedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "document" tsvector,

    CONSTRAINT "StandingOffer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandingOfferText" (
    "offerId" INTEGER NOT NULL,
    "language" "Language" NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT,

    CONSTRAINT "StandingOfferText_pkey" PRIMARY KEY ("offerId","language")
);

-- CreateTable
CREATE TABLE "RouteStop" (
    "id" SERIAL NOT NULL,
    "offerId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,

    CONSTRAINT "RouteStop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RouteStopText" (
    "stopId" INTEGER NOT NULL,
    "language" "Language" NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT,

    CONSTRAINT "RouteStopText_pkey" PRIMARY KEY ("stopId","language")
);

-- CreateIndex
CREATE UNIQUE INDEX "StandingOffer_origin_key" ON "StandingOffer"("origin");

-- CreateIndex
CREATE INDEX "StandingOffer_institutionId_idx" ON "StandingOffer"("institutionId");

-- CreateIndex
CREATE INDEX "StandingOffer_placeId_idx" ON "StandingOffer"("placeId");

-- CreateIndex
CREATE INDEX "StandingOffer_kind_id_idx" ON "StandingOffer"("kind", "id");

-- CreateIndex
CREATE INDEX "StandingOffer_document_idx" ON "StandingOffer" USING GIN ("document");

-- CreateIndex
CREATE UNIQUE INDEX "RouteStop_offerId_position_key" ON "RouteStop"("offerId", "position");

-- AddForeignKey
ALTER TABLE "StandingOffer" ADD CONSTRAINT "StandingOffer_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingOffer" ADD CONSTRAINT "StandingOffer_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingOfferText" ADD CONSTRAINT "StandingOfferText_offerId_fkey" FOREIGN KEY ("offerId") REFERENCES "StandingOffer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RouteStop" ADD CONSTRAINT "RouteStop_offerId_fkey" FOREIGN KEY ("offerId") REFERENCES "StandingOffer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RouteStopText" ADD CONSTRAINT "RouteStopText_stopId_fkey" FOREIGN KEY ("stopId") REFERENCES "RouteStop"("id") ON DELETE CASCADE ON UPDATE CASCADE;
