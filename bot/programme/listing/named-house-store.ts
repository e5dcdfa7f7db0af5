import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { fold } from "../../text/fold.ts";
import type { Language } from "../../words/language.ts";
import { preferred } from "../preferred.sql.ts";
import { weigh } from "../search/index/document.ts";
import { allOf } from "../search/match/tsquery.sql.ts";
import type { QueryWord } from "../search/query/query-word.ts";
import { wordConditions } from "../search/query/text-query.ts";
import { onlyPlace } from "./house-store.ts";

/** An institution that was named. */
export interface NamedHouse {
  id: number;
  /** Its page says where it is. */
  hasAddress: boolean;
}

/** Finds the institution that all of these words name, by itself or by its place, in any language; null for none or several. */
export async function findNamedHouse(queries: Queries, words: readonly QueryWord[]): Promise<NamedHouse | null> {
  const houses = await queries.$queryRaw<{ id: number; names: string }[]>`
    SELECT i."id", concat_ws(' ',
      (SELECT string_agg(t."name", ' ') FROM "InstitutionText" t WHERE t."institutionId" = i."id"),
      (SELECT string_agg(t."title", ' ') FROM "PlaceText" t WHERE t."placeId" = i."placeId")) AS "names"
    FROM "Institution" i`;
  const named = await findNamed(queries, words, houses);
  if (named === null) return null;
  // Asked of this one alone: where nobody said the place of an institution, all of its events are looked through.
  const [house] = await queries.$queryRaw<NamedHouse[]>`
    SELECT i."id", coalesce(i."placeId", ${onlyPlace}) IS NOT NULL AS "hasAddress" FROM "Institution" i WHERE i."id" = ${named.id}`;
  return house ?? null;
}

/** A place that was named: its title and address in the reader's language or the next one. */
export interface NamedPlace {
  title: string;
  address: string;
}

/** Finds the place that all of these words name, in any language; null for none or several, and for one without an address. */
export async function findNamedPlace(
  queries: Queries,
  words: readonly QueryWord[],
  language: Language,
): Promise<NamedPlace | null> {
  const text = (field: Prisma.Sql) =>
    Prisma.sql`(SELECT ${field} FROM "PlaceText" t WHERE t."placeId" = p."id" AND t."address" <> '' ${preferred(language)})`;
  const places = await queries.$queryRaw<(NamedPlace & { id: number; names: string })[]>`
    SELECT p."id", ${text(Prisma.sql`t."title"`)} AS "title", ${text(Prisma.sql`t."address"`)} AS "address",
      (SELECT string_agg(t."title", ' ') FROM "PlaceText" t WHERE t."placeId" = p."id") AS "names"
    FROM "Place" p WHERE EXISTS (SELECT FROM "PlaceText" t WHERE t."placeId" = p."id" AND t."address" <> '')`;
  return findNamed(queries, words, places);
}

/** The one of these whose names have all of the words; null where none or several have. */
async function findNamed<T extends { id: number; names: string }>(
  queries: Queries,
  words: readonly QueryWord[],
  all: readonly T[],
): Promise<T | null> {
  if (words.length === 0) return null;
  const weighed = all.map(({ names }) => weigh([], fold(names)).names);
  const named = await queries.$queryRaw<{ id: number }[]>`
    SELECT h."id" FROM unnest(${all.map(({ id }) => id)}::int[], ${weighed.map(({ text }) => text)}::text[],
      ${weighed.map(({ plain }) => plain)}::text[]) AS h("id", "text", "plain")
    WHERE setweight(to_tsvector('russian', h."text") || to_tsvector('simple', h."plain"), 'B')
      @@ ${allOf(wordConditions(words, new Map()))}
    LIMIT 2`;
  const [one, other] = named;
  return one === undefined || other !== undefined ? null : (all.find(({ id }) => id === one.id) ?? null);
}
