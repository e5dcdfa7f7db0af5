import { findArticlesByIds } from "../../bot/articles/article-store.ts";
import { articlesCallback } from "../../bot/articles/callbacks.ts";
import { findArticleIds } from "../../bot/articles/index-store.ts";
import type { BotContext } from "../../bot/context.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import { send, type View } from "../../bot/doors/telegram/screen/show.ts";
import { findNamedHouse } from "../../bot/programme/listing/named-house-store.ts";
import type { QueryWord } from "../../bot/programme/search/query/query-word.ts";
import { parseNewsQuestion } from "../../bot/understanding/news-question.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { toMenu } from "../account/menu.ts";
import { onSaid } from "../kit/on-said.ts";
import { Screen } from "../kit/screen.ts";
import { isSimple, simpleView, toHome } from "../simple/screen.ts";
import { articleRows, articlesView, rowLines } from "./list.ts";

/** «Новости театра», "reviews of Uncle Vanya": the news of a house that is named, else what has these words. */
export const newsAsked = new Screen();

onSaid(newsAsked, async (ctx, text, next) => {
  const names = parseNewsQuestion(text, ctx.reader);
  const view = names === null ? null : await newsView(ctx, names);
  return view === null ? next() : send(ctx, view);
});

/** Rows of what is found by words. */
const most = 5;

/** Null where nothing is written about what was named. */
async function newsView({ services, reader }: BotContext, names: readonly QueryWord[]): Promise<View | null> {
  const { database } = services;
  const { t, now } = reader;
  const house = await findNamedHouse(database, names);
  if (house !== null) return articlesView(services, reader, { scope: { kind: "house", id: house.id }, page: 0 });
  const ids = await findArticleIds(database, names, { now, limit: most, order: "newest" });
  const articles = await findArticlesByIds(database, ids, now);
  if (articles.length === 0) return null;
  const all = articlesCallback.data({ scope: { kind: "all" }, page: 0 });
  const query = names.map(({ raw }) => raw).join(" ");
  const text = joinLines(html`<b>${t("article.asked", { query })}</b>`, ...rowLines(articles, reader));
  const rows = articleRows(articles, all, t);
  const [first] = rows.flat();
  if (isSimple(reader) && first !== undefined) {
    const shown = joinLines(html`<b>${t("article.asked", { query })}</b>`, ...rowLines(articles.slice(0, 1), reader));
    return simpleView(t, shown, [first, toHome(t)]);
  }
  return { text, keyboard: [...rows, [button(t("article.button.all"), all), toMenu(t)]] };
}
