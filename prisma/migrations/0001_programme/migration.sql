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
CREATE INDEX "SearchWord_word_idx" ON "SearchWord" USING SPGIST ("word");

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

-- Finds what matches "query" near now, and what matches "titled" anywhere. "horizons" are tsqueries of dates, narrow to wide;
-- "first" is the one most often right. Where "most" or more match, a narrower one is taken, because more cannot be ranked in
-- time, and where so many match the date matters more than the rank. Where fewer than "enough" do, a wider one, so that the
-- archive is read only by those who need it. Each attempt is one look into the GIN index, which starts from the shortest
-- list. "isWhole": nothing was left out.
--
-- Never without the index: the planner does not count what unpacking a document costs (5,300 read in 71 ms to find
-- 1,000). Nor planned anew, which takes longer than looking.
CREATE FUNCTION "findDocuments"(
  "query" tsquery, "titled" tsquery, "horizons" tsquery[], "first" int, "from" timestamptz, "until" timestamptz,
  "enough" int, "most" int
)
RETURNS TABLE ("eventId" int, "titles" text, "heading" tsvector, "isWhole" boolean)
LANGUAGE plpgsql STABLE ROWS 100 SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  "widest" int := cardinality("horizons");
  "at" int := "first";
  "fitting" int := 0;
  "overflowing" int := "widest" + 1;
  "found" int[];
  "best" int[];
BEGIN
  WHILE "at" > "fitting" AND "at" < "overflowing" AND ("best" IS NULL OR cardinality("best") < "enough") LOOP
    "found" := ARRAY(
      SELECT s."eventId" FROM "EventSearch" s
      WHERE s."document" @@ (("query" && "horizons"["at"]) || "titled") LIMIT "most"
    );
    IF cardinality("found") < "most" THEN
      "fitting" := "at";
      "best" := "found";
      -- Few even here: there may be few altogether.
      "at" := CASE WHEN cardinality("found") * 40 < "most" AND "overflowing" > "widest" THEN "widest" ELSE "at" + 1 END;
    ELSE
      "overflowing" := "at";
      "at" := CASE WHEN "fitting" = 0 THEN "at" - 1 ELSE "fitting" + 1 END;
    END IF;
  END LOOP;
  IF "fitting" = 0 THEN
    -- Too many even in the narrowest: the soonest, without what lasts for days.
    "best" := ARRAY(
      SELECT o."eventId" FROM "Occurrence" o JOIN "EventSearch" s ON s."eventId" = o."eventId"
      WHERE NOT o."spansDays" AND o."startsAt" >= "from" AND o."startsAt" < "until" AND s."document" @@ "query"
      ORDER BY o."startsAt" LIMIT "most"
    );
  END IF;
  IF cardinality("best") < "enough" THEN
    -- Few near now and very many farther away: some of those as well.
    "best" := "best" || "found"[:"enough"];
  END IF;
  RETURN QUERY
    SELECT s."eventId", s."titles", s."heading", "fitting" = "widest" FROM "EventSearch" s WHERE s."eventId" = ANY("best");
END
$$;

-- Symmetric deletion (Garbe's SymSpell): two words within two edits share a form with at most two letters left out. So
-- "which known words are near this one" is an index lookup of whole strings. Trigrams cannot do it: мосур and мусор share
-- one of six, and on a server with a C ctype they ignore Cyrillic. Only the first seven letters are taken, which bounds
-- the forms to 29 a word.
CREATE FUNCTION "deletions"("word" text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY(
    SELECT left("word", 7)
    UNION SELECT overlay(left("word", 7) PLACING '' FROM i FOR 1) FROM generate_series(1, least(length("word"), 7)) i
    UNION SELECT overlay(overlay(left("word", 7) PLACING '' FROM i FOR 1) PLACING '' FROM j FOR 1)
      FROM generate_series(1, least(length("word"), 7)) i, generate_series(i, least(length("word"), 7) - 1) j
  )
$$;
