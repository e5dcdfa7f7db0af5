import type { Queries } from "../database/database.ts";
import { weigh } from "../programme/search/index/document.ts";
import { allOf } from "../programme/search/match/tsquery.sql.ts";
import type { QueryWord } from "../programme/search/query/query-word.ts";
import { wordConditions } from "../programme/search/query/text-query.ts";
import { fold } from "../text/fold.ts";
import { languages } from "../words/language.ts";
import { kindWords } from "./kind-words.ts";
import { findOffer } from "./offer-store.ts";

/**
 * Brings what a standing offer is found by up to date, in the caller's transaction: call it after every change of its texts,
 * stops, place or institution.
 */
export async function indexOffer(queries: Queries, id: number): Promise<void> {
  const offer = await findOffer(queries, id);
  if (offer === null) return;
  const stops = offer.stops.flatMap(({ texts }) => Object.values(texts));
  const texts = languages.flatMap((language) => {
    const words = offer.texts[language];
    const walked = offer.stops.flatMap((stop) => stop.texts[language] ?? []);
    const body = [words?.body, ...walked.flatMap(({ title, body: more }) => [title, more])].filter(Boolean).join(" ");
    return words === undefined ? [] : [{ language, title: words.title, summary: null, body }];
  });
  const places = Object.values(offer.place?.texts ?? {}).map(({ title }) => title);
  const names = [
    ...Object.values(offer.institution),
    ...places,
    ...stops.map(({ title }) => title),
    kindWords[offer.kind],
  ];
  const { title, names: called, prose } = weigh(texts, fold(names.join(" ")));
  await queries.$executeRaw`
    UPDATE "StandingOffer" SET "document" =
      setweight(to_tsvector('russian', ${title.text}) || to_tsvector('simple', ${title.plain}), 'A') ||
      setweight(to_tsvector('russian', ${called.text}) || to_tsvector('simple', ${called.plain}), 'B') ||
      strip(to_tsvector('russian', ${prose.text}) || to_tsvector('simple', ${prose.plain}))
    WHERE "id" = ${id}`;
}

/** The ids of what residents see that has all of these words, titles first. */
export async function findOfferIds(
  queries: Queries,
  words: readonly QueryWord[],
  { now, limit }: { now: Date; limit: number },
): Promise<number[]> {
  const asked = allOf(wordConditions(words, new Map()));
  const rows = await queries.$queryRaw<{ id: number }[]>`
    SELECT o."id" FROM "StandingOffer" o
    WHERE o."document" @@ ${asked} AND o."withdrawnAt" IS NULL AND o."publishedAt" <= ${now}
    ORDER BY ts_rank(o."document", ${asked}) DESC, o."id" LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}
