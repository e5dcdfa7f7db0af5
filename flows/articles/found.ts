import type { Article } from "../../bot/articles/article.ts";
import { findArticlesByIds } from "../../bot/articles/article-store.ts";
import { findArticleIds } from "../../bot/articles/index-store.ts";
import type { Reader, Services } from "../../bot/context.ts";
import type { SearchOutcome } from "../../bot/programme/search/search-store.ts";
import { type Html, html, joinLines } from "../../bot/words/html.ts";
import { rowLines } from "./list.ts";

/** So many stand beside events that were found; more where there were none. */
const most = { found: 1, nearest: 2, nothing: 3 } as const satisfies Record<SearchOutcome["kind"], number>;

/** What is written about the very words of a search: a day or a section alone asks for no news. */
export async function findArticlesMeant(
  { database }: Pick<Services, "database">,
  { now }: Reader,
  { kind, understanding: { words, said } }: SearchOutcome,
): Promise<Article[]> {
  if (words.length === 0) return [];
  const found = await Promise.all(
    [said, words].map((way) => findArticleIds(database, way, { now, limit: most[kind] })),
  );
  const ids = [...new Set(found.flat())].slice(0, most[kind]);
  return ids.length === 0 ? [] : findArticlesByIds(database, ids, now);
}

/** The section of a search for what is written; null without any. */
export const formatWritten = (articles: readonly Article[], reader: Reader): Html | null =>
  articles.length === 0
    ? null
    : joinLines(html`\n<i>${reader.t("article.found")}</i>`, ...rowLines(articles, reader), "");
