-- CreateEnum
CREATE TYPE "Language" AS ENUM ('ru', 'tt', 'en');

-- CreateEnum
CREATE TYPE "Section" AS ENUM ('theatre', 'music', 'museums', 'cinema', 'literature', 'shows', 'excursions', 'knowledge');

-- CreateEnum
CREATE TYPE "AttendanceMode" AS ENUM ('online', 'on_site', 'mixed');

-- CreateEnum
CREATE TYPE "OccurrenceStatus" AS ENUM ('scheduled', 'moved', 'postponed', 'cancelled');

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('children', 'family', 'seniors');

-- CreateEnum
CREATE TYPE "Accessibility" AS ENUM ('sign_language', 'subtitles', 'wheelchair', 'quiet_hour');

-- CreateEnum
CREATE TYPE "LinkKind" AS ENUM ('stream', 'ticket', 'recording', 'site');

-- CreateTable
CREATE TABLE "Person" (
    "id" BIGINT NOT NULL,
    "language" "Language" NOT NULL,
    "firstName" TEXT NOT NULL,
    "timeZone" TEXT,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "blockedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Institution" (
    "id" SERIAL NOT NULL,
    "origin" TEXT,

    CONSTRAINT "Institution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InstitutionText" (
    "institutionId" INTEGER NOT NULL,
    "language" "Language" NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "InstitutionText_pkey" PRIMARY KEY ("institutionId","language")
);

-- CreateTable
CREATE TABLE "Place" (
    "id" SERIAL NOT NULL,
    "origin" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,

    CONSTRAINT "Place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlaceText" (
    "placeId" INTEGER NOT NULL,
    "language" "Language" NOT NULL,
    "title" TEXT NOT NULL,
    "address" TEXT,

    CONSTRAINT "PlaceText_pkey" PRIMARY KEY ("placeId","language")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" SERIAL NOT NULL,
    "institutionId" INTEGER,
    "section" "Section" NOT NULL,
    "attendanceMode" "AttendanceMode" NOT NULL,
    "isFree" BOOLEAN NOT NULL,
    "priceMin" INTEGER,
    "priceMax" INTEGER,
    "currency" CHAR(3) NOT NULL DEFAULT 'RUB',
    "ageMin" INTEGER,
    "heldIn" TEXT,
    "audiences" "Audience"[],
    "accessibility" "Accessibility"[],
    "posterUrl" TEXT,
    "publishedAt" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),
    "editedFields" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventText" (
    "eventId" INTEGER NOT NULL,
    "language" "Language" NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT,
    "body" TEXT,
    "who" TEXT,
    "posterAlt" TEXT,

    CONSTRAINT "EventText_pkey" PRIMARY KEY ("eventId","language")
);

-- CreateTable
CREATE TABLE "Occurrence" (
    "id" SERIAL NOT NULL,
    "eventId" INTEGER NOT NULL,
    "placeId" INTEGER,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "hasStartTime" BOOLEAN NOT NULL DEFAULT true,
    "hasEndTime" BOOLEAN NOT NULL DEFAULT true,
    "spansDays" BOOLEAN NOT NULL GENERATED ALWAYS AS ("endsAt" - "startsAt" > '24:00:00'::interval) STORED,
    "startsLocal" TIMESTAMP(0) NOT NULL,
    "timeZone" TEXT NOT NULL,
    "status" "OccurrenceStatus" NOT NULL DEFAULT 'scheduled',
    "previousStartsAt" TIMESTAMPTZ(3),
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Occurrence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Link" (
    "id" SERIAL NOT NULL,
    "eventId" INTEGER NOT NULL,
    "kind" "LinkKind" NOT NULL,
    "url" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventSearch" (
    "eventId" INTEGER NOT NULL,
    "titles" TEXT NOT NULL,
    "heading" tsvector NOT NULL,
    "document" tsvector NOT NULL,

    CONSTRAINT "EventSearch_pkey" PRIMARY KEY ("eventId")
);

-- CreateTable
CREATE TABLE "SearchWord" (
    "word" TEXT NOT NULL,
    "deletions" TEXT[],

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word")
);

-- CreateTable
CREATE TABLE "SearchQuery" (
    "id" SERIAL NOT NULL,
    "text" TEXT NOT NULL,
    "asked" INTEGER NOT NULL DEFAULT 1,
    "found" INTEGER NOT NULL DEFAULT 0,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SearchQuery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Origin" (
    "source" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "eventId" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Origin_pkey" PRIMARY KEY ("source","recordId")
);

-- CreateTable
CREATE TABLE "Dialogue" (
    "key" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Dialogue_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "UpdateReceipt" (
    "updateId" BIGINT NOT NULL,
    "handledAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "UpdateReceipt_pkey" PRIMARY KEY ("updateId")
);

-- CreateTable
CREATE TABLE "JobRun" (
    "job" TEXT NOT NULL,
    "slot" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "JobRun_pkey" PRIMARY KEY ("job","slot")
);

-- CreateIndex
CREATE UNIQUE INDEX "Institution_origin_key" ON "Institution"("origin");

-- CreateIndex
CREATE UNIQUE INDEX "Place_origin_key" ON "Place"("origin");

-- CreateIndex
CREATE INDEX "Place_latitude_longitude_idx" ON "Place"("latitude", "longitude");

-- CreateIndex
CREATE INDEX "Event_institutionId_idx" ON "Event"("institutionId");

-- CreateIndex
CREATE INDEX "Occurrence_eventId_startsAt_idx" ON "Occurrence"("eventId", "startsAt");

-- CreateIndex
CREATE INDEX "Occurrence_spansDays_startsAt_idx" ON "Occurrence"("spansDays", "startsAt");

-- CreateIndex
CREATE INDEX "Occurrence_spansDays_endsAt_idx" ON "Occurrence"("spansDays", "endsAt");

-- CreateIndex
CREATE INDEX "Occurrence_placeId_endsAt_idx" ON "Occurrence"("placeId", "endsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Link_eventId_kind_url_key" ON "Link"("eventId", "kind", "url");

-- CreateIndex
CREATE INDEX "EventSearch_document_idx" ON "EventSearch" USING GIN ("document");

-- CreateIndex
CREATE INDEX "SearchWord_deletions_idx" ON "SearchWord" USING GIN ("deletions");

-- CreateIndex
CREATE UNIQUE INDEX "SearchQuery_text_key" ON "SearchQuery"("text");

-- CreateIndex
CREATE INDEX "SearchQuery_askedAt_idx" ON "SearchQuery"("askedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Origin_eventId_key" ON "Origin"("eventId");

-- CreateIndex
CREATE INDEX "Dialogue_updatedAt_idx" ON "Dialogue"("updatedAt");

-- CreateIndex
CREATE INDEX "UpdateReceipt_handledAt_idx" ON "UpdateReceipt"("handledAt");

-- AddForeignKey
ALTER TABLE "InstitutionText" ADD CONSTRAINT "InstitutionText_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaceText" ADD CONSTRAINT "PlaceText_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventText" ADD CONSTRAINT "EventText_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Occurrence" ADD CONSTRAINT "Occurrence_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Occurrence" ADD CONSTRAINT "Occurrence_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventSearch" ADD CONSTRAINT "EventSearch_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Origin" ADD CONSTRAINT "Origin_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "Event" ADD CONSTRAINT "Event_price" CHECK ("priceMin" >= 0 AND "priceMax" >= "priceMin");
ALTER TABLE "Event" ADD CONSTRAINT "Event_age" CHECK ("ageMin" IN (0, 6, 12, 16, 18));
ALTER TABLE "Occurrence" ADD CONSTRAINT "Occurrence_order" CHECK ("endsAt" >= "startsAt");
ALTER TABLE "Place" ADD CONSTRAINT "Place_position" CHECK ("latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180);

-- Finding through the index always. When a query matches many events the planner prefers to read them one by one, because
-- it does not count what unpacking a document costs (seen with 60,000 events: 5,300 read in 71 ms to find 1,000).
CREATE FUNCTION "findDocuments"("query" tsquery, "most" int)
RETURNS TABLE ("eventId" int, "titles" text, "heading" tsvector)
LANGUAGE sql STABLE ROWS 1000 SET enable_seqscan = off AS $$
  SELECT s."eventId", s."titles", s."heading" FROM "EventSearch" s WHERE s."document" @@ "query" LIMIT "most"
$$;

-- The same along the dates, the soonest first; for windows so dense that not all can be ranked.
CREATE FUNCTION "findDocumentsByDate"("query" tsquery, "from" timestamptz, "until" timestamptz, "most" int)
RETURNS TABLE ("eventId" int, "titles" text, "heading" tsvector)
LANGUAGE sql STABLE ROWS 200 SET enable_seqscan = off AS $$
  SELECT s."eventId", s."titles", s."heading"
  FROM "Occurrence" o JOIN "EventSearch" s ON s."eventId" = o."eventId"
  WHERE o."startsAt" >= "from" AND o."startsAt" < "until" AND s."document" @@ "query"
  ORDER BY o."startsAt" LIMIT "most"
$$;
