-- What a load of a file made and changed is noted, so that it can be undone for a day.
-- CreateEnum
CREATE TYPE "LoadedKind" AS ENUM ('made', 'changed', 'taken');

-- CreateEnum
CREATE TYPE "UnloadedKind" AS ENUM ('deleted', 'withdrawn', 'given_back', 'left');

-- CreateTable
CREATE TABLE "Load" (
    "id" SERIAL NOT NULL,
    "source" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "madeBy" BIGINT,
    "beganAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),
    "missing" INTEGER[],
    "refused" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Load_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LoadedEvent" (
    "loadId" INTEGER NOT NULL,
    "eventId" INTEGER NOT NULL,
    "kind" "LoadedKind" NOT NULL,
    "title" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "fingerprint" TEXT,
    "madePlaceIds" INTEGER[],
    "madeInstitutionId" INTEGER,
    "undone" "UnloadedKind",
    "keptParts" TEXT[],

    CONSTRAINT "LoadedEvent_pkey" PRIMARY KEY ("loadId","eventId")
);

-- CreateIndex
CREATE INDEX "Load_madeBy_idx" ON "Load"("madeBy");

-- CreateIndex
CREATE INDEX "Load_beganAt_idx" ON "Load"("beganAt");

-- CreateIndex
CREATE INDEX "LoadedEvent_eventId_idx" ON "LoadedEvent"("eventId");

-- AddForeignKey
ALTER TABLE "Load" ADD CONSTRAINT "Load_madeBy_fkey" FOREIGN KEY ("madeBy") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LoadedEvent" ADD CONSTRAINT "LoadedEvent_loadId_fkey" FOREIGN KEY ("loadId") REFERENCES "Load"("id") ON DELETE CASCADE ON UPDATE CASCADE;
