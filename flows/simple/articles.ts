import type { ArticleScope } from "../../bot/articles/article.ts";
import { findArticles } from "../../bot/articles/article-store.ts";
import { articleData } from "../../bot/articles/callbacks.ts";
import { formatArticleRow } from "../../bot/articles/words.ts";
import type { Reader, Services } from "../../bot/context.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { type Html, html } from "../../bot/words/html.ts";
import { simpleView, toHome, toNext } from "./screen.ts";

/** One article, by its place among all of the scope, from 0. */
export async function simpleArticlesView(
  { database }: Pick<Services, "database">,
  reader: Reader,
  { scope, index, dataOf }: { scope: ArticleScope; index: number; dataOf: (index: number) => string },
): Promise<View> {
  const { t, now } = reader;
  const { articles, total } = await findArticles(database, { scope, page: index, perPage: 1, now });
  const [article] = articles;
  if (article === undefined) return simpleView(t, html`${t("article.none")}`, [toHome(t)]);
  return simpleView(t, formatArticleRow(article, reader), [
    button(t("remind.open"), articleData(article.id, dataOf(index))),
    toNext(t, { index, total }, dataOf),
  ]);
}

/** An article opened: the first thing that it is about, and the way back. */
export function simpleArticleView(
  text: Html,
  { t }: Reader,
  { about, back }: { about: Parameters<typeof button> | undefined; back: string },
): View {
  const home = back === "" ? toHome(t) : button(t("button.back"), back);
  return simpleView(t, text, about === undefined ? [home] : [button(...about), home]);
}
