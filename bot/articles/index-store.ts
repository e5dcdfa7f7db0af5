import type { Queries } from "../database/database.ts";
import { weigh } from "../programme/search/index/document.ts";
import { allOf } from "../programme/search/match/tsquery.sql.ts";
import type { QueryWord } from "../programme/search/query/query-word.ts";
import { wordConditions } from "../programme/search/query/text-query.ts";
import { fold } from "../text/fold.ts";
import { languages } from "../words/language.ts";
import { findArticle } from "./article-store.ts";

/**
 * Brings what an article is found by up to date, in the caller's transaction: call it after every change of its texts, its
 * institution or its events.
 */
export async function indexArticle(queries: Queries, id: number): Promise<void> {
  const article = await findArticle(queries, id);
  if (article === null) return;
  const texts = languages.flatMap((language) => {
    const words = article.texts[language];
    return words === undefined ? [] : [{ language, title: words.title, summary: null, body: words.body }];
  });
  const events = await queries.eventText.findMany({
    where: { event: { articles: { some: { articleId: id } } } },
    select: { title: true },
  });
  const bylines = Object.values(article.texts).flatMap(({ byline }) => byline ?? []);
  const names = [...Object.values(article.institution), ...events.map(({ title }) => title), ...bylines];
  const { title, names: called, prose } = weigh(texts, fold(names.join(" ")));
  await queries.$executeRaw`
    UPDATE "Article" SET "document" =
      setweight(to_tsvector('russian', ${title.text}) || to_tsvector('simple', ${title.plain}), 'A') ||
      setweight(to_tsvector('russian', ${called.text}) || to_tsvector('simple', ${called.plain}), 'B') ||
      strip(to_tsvector('russian', ${prose.text}) || to_tsvector('simple', ${prose.plain}))
    WHERE "id" = ${id}`;
}

/**
 * The ids of articles that residents see and that have all of these words: those called so first, or, where somebody asks for
 * news, the newest.
 */
export async function findArticleIds(
  queries: Queries,
  words: readonly QueryWord[],
  { now, limit, order = "likeness" }: { now: Date; limit: number; order?: "likeness" | "newest" },
): Promise<number[]> {
  if (words.length === 0) return [];
  const asked = allOf(wordConditions(words, new Map()));
  const rows = await queries.$queryRaw<{ id: number }[]>`
    SELECT a."id" FROM "Article" a
    WHERE a."document" @@ ${asked} AND a."withdrawnAt" IS NULL AND a."publishedAt" <= ${now}
    ORDER BY CASE WHEN ${order === "likeness"} THEN ts_rank(a."document", ${asked}) END DESC, a."publishedAt" DESC, a."id" LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}
