import type { Queries } from "../../database/database.ts";
import { fold } from "../../text/fold.ts";
import { weigh } from "../search/index/document.ts";
import { allOf } from "../search/match/tsquery.sql.ts";
import type { QueryWord } from "../search/query/query-word.ts";
import { wordConditions } from "../search/query/text-query.ts";

/** Finds the institution that all of these words name, by itself or by its place, in any language; null for none or several. */
export async function findNamedHouse(queries: Queries, words: readonly QueryWord[]): Promise<number | null> {
  if (words.length === 0) return null;
  const houses = await queries.$queryRaw<{ id: number; names: string }[]>`
    SELECT i."id", concat_ws(' ',
      (SELECT string_agg(t."name", ' ') FROM "InstitutionText" t WHERE t."institutionId" = i."id"),
      (SELECT string_agg(t."title", ' ') FROM "PlaceText" t WHERE t."placeId" = i."placeId")) AS "names"
    FROM "Institution" i`;
  const weighed = houses.map(({ names }) => weigh([], fold(names)).names);
  const named = await queries.$queryRaw<{ id: number }[]>`
    SELECT h."id" FROM unnest(${houses.map(({ id }) => id)}::int[], ${weighed.map(({ text }) => text)}::text[],
      ${weighed.map(({ plain }) => plain)}::text[]) AS h("id", "text", "plain")
    WHERE setweight(to_tsvector('russian', h."text") || to_tsvector('simple', h."plain"), 'B')
      @@ ${allOf(wordConditions(words, new Map()))}
    LIMIT 2`;
  const [house, other] = named;
  return house === undefined || other !== undefined ? null : house.id;
}
