-- Fresh entries of a GIN index wait in a list that each query reads from end to end until somebody tidies up. After the demo
-- city came into one of 500,000 events, a mistyped word took 30 to 110 ms instead of 2; after 1,000 more changes any search
-- took four times as long. New words are rare and go to their places at once. Documents may wait up to 64 kB, the least there
-- is: indexing in bulk takes 20 % more of PostgreSQL, at once it would take 80 %; of a single change neither is to be seen.
ALTER INDEX "SearchWord_deletions_idx" SET (fastupdate = off);
ALTER INDEX "EventSearch_document_idx" SET (gin_pending_list_limit = 64);
SELECT gin_clean_pending_list('"SearchWord_deletions_idx"'), gin_clean_pending_list('"EventSearch_document_idx"');

-- As before, but wider step by step. Few near now led at once to the whole archive, which took 5 to 28 ms for words that are
-- common each and rare together. Only what a wider horizon adds nothing to is rare, and then fast to find anywhere. And what
-- is added from an archive too large to be ranked is no longer lost when a narrower horizon is looked into after it.
CREATE OR REPLACE FUNCTION "findDocuments"(
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
  "more" int[];
BEGIN
  WHILE "at" > "fitting" AND "at" < "overflowing" AND ("best" IS NULL OR cardinality("best") < "enough") LOOP
    "found" := ARRAY(
      SELECT s."eventId" FROM "EventSearch" s
      WHERE s."document" @@ (("query" && "horizons"["at"]) || "titled") LIMIT "most"
    );
    IF cardinality("found") < "most" THEN
      "fitting" := "at";
      "at" := CASE WHEN cardinality("found") = cardinality("best") THEN "overflowing" - 1 ELSE "at" + 1 END;
      "best" := "found";
    ELSE
      "overflowing" := "at";
      "more" := "found";
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
    "best" := "best" || "more"[:"enough"];
  END IF;
  RETURN QUERY
    SELECT s."eventId", s."titles", s."heading", "fitting" = "widest" FROM "EventSearch" s WHERE s."eventId" = ANY("best");
END
$$;
