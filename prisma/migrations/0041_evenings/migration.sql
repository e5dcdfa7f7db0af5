-- Evenings are tables of their own: the version before knows neither, and goes on as it was.

-- CreateEnum
CREATE TYPE "EveningSetting" AS ENUM ('town', 'home');

-- CreateEnum
CREATE TYPE "EveningCompany" AS ENUM ('anyone', 'children', 'seniors');

-- CreateTable
CREATE TABLE "Evening" (
    "id" SERIAL NOT NULL,
    "personId" BIGINT NOT NULL,
    "day" CHAR(10) NOT NULL,
    "setting" "EveningSetting" NOT NULL,
    "company" "EveningCompany" NOT NULL,
    "priceLimit" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "keptAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Evening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EveningPiece" (
    "id" SERIAL NOT NULL,
    "eveningId" INTEGER NOT NULL,
    "occurrenceId" INTEGER,
    "offerId" INTEGER,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "isAnchor" BOOLEAN NOT NULL DEFAULT false,
    "isOut" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "EveningPiece_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Evening_personId_endsAt_idx" ON "Evening"("personId", "endsAt");

-- CreateIndex
CREATE INDEX "Evening_endsAt_idx" ON "Evening"("endsAt");

-- CreateIndex
CREATE INDEX "EveningPiece_eveningId_idx" ON "EveningPiece"("eveningId");

-- CreateIndex
CREATE INDEX "EveningPiece_occurrenceId_idx" ON "EveningPiece"("occurrenceId");

-- CreateIndex
CREATE INDEX "EveningPiece_offerId_idx" ON "EveningPiece"("offerId");

-- AddForeignKey
ALTER TABLE "Evening" ADD CONSTRAINT "Evening_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EveningPiece" ADD CONSTRAINT "EveningPiece_eveningId_fkey" FOREIGN KEY ("eveningId") REFERENCES "Evening"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EveningPiece" ADD CONSTRAINT "EveningPiece_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EveningPiece" ADD CONSTRAINT "EveningPiece_offerId_fkey" FOREIGN KEY ("offerId") REFERENCES "StandingOffer"("id") ON DELETE SET NULL ON UPDATE CASCADE;
