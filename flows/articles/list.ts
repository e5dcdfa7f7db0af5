import type { Article, ArticleScope } from "../../bot/articles/article.ts";
import { findArticles } from "../../bot/articles/article-store.ts";
import { articleCallback, articlesCallback } from "../../bot/articles/callbacks.ts";
import { findScopeName } from "../../bot/articles/scope-store.ts";
import { articleTitle, formatArticleRow } from "../../bot/articles/words.ts";
import { collectionCallback } from "../../bot/collections/callbacks.ts";
import type { Reader, Services } from "../../bot/context.ts";
import { openCardData } from "../../bot/doors/telegram/screen/callbacks.ts";
import { button, listRows, type Row } from "../../bot/doors/telegram/screen/keyboard.ts";
import { send, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { type Html, html, joinLines } from "../../bot/words/html.ts";
import { textIn } from "../../bot/words/language.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { toMenu } from "../account/menu.ts";
import { aboutOf } from "../collections/collection.ts";
import { onCallback } from "../kit/on-callback.ts";
import { onCommand } from "../kit/on-command.ts";
import { turnRow } from "../kit/pagination.ts";
import { Screen } from "../kit/screen.ts";
import { institutionData } from "../programme/callbacks.ts";
import { simpleArticlesView } from "../simple/articles.ts";
import { isSimple } from "../simple/screen.ts";

type Stored = Pick<Services, "database">;

/** Rows of a page, each of three lines: what a phone shows above the buttons. */
const articlesPerPage = 5;

/** The button to all that is new. */
export const toArticles = (t: Translate) =>
  button(t("article.title"), articlesCallback.data({ scope: { kind: "all" }, page: 0 }));

/** A page of what is new, the newest first. */
export async function articlesView(
  { database }: Stored,
  reader: Reader,
  { scope, page }: { scope: ArticleScope; page: number },
): Promise<View> {
  const { t, now } = reader;
  const dataOf = (to: number) => articlesCallback.data({ scope, page: to });
  if (isSimple(reader)) return simpleArticlesView({ database }, reader, { scope, index: page, dataOf });
  const [{ articles, total }, name] = await Promise.all([
    findArticles(database, { scope, page, perPage: articlesPerPage, now }),
    findScopeName(database, scope, now),
  ]);
  const hasMore = (page + 1) * articlesPerPage < total;
  const first = page * articlesPerPage + 1;
  return {
    text: joinLines(
      html`<b>${headingOf(scope, textIn(name, t.language), t)}</b>`,
      scope.kind === "all" && page === 0 && articles.length > 0 ? t("article.hint") : null,
      ...rowLines(articles, reader),
      total > articlesPerPage
        ? html`\n${t("list.shown", { from: first, to: first + articles.length - 1, total })}`
        : null,
    ),
    keyboard: [...articleRows(articles, dataOf(page), t), turnRow(t, { page, hasMore }, dataOf, wayBack(scope, t))],
  };
}

function headingOf({ kind }: ArticleScope, name: string | undefined, t: Translate): string {
  if (name === undefined) return t("article.heading");
  const title = cutAtWord(name, 100);
  if (kind === "house") return t("article.of_house", { house: title });
  return t(kind === "date" ? "article.of_event" : "article.about", { title });
}

/** The rows of a list below their heading, with a line between them; a sentence where there are none. */
export const rowLines = (articles: readonly Article[], reader: Reader): (Html | string)[] =>
  articles.length === 0
    ? ["", reader.t("article.none")]
    : articles.map((article) => html`\n${formatArticleRow(article, reader)}`);

/** A button with the title of each; `from`: the screen to go back to. */
export const articleRows = (articles: readonly Article[], from: string, t: Translate): Row[] =>
  listRows(
    articles,
    (article) => articleTitle(article, t),
    ({ id }) => articleCallback.data({ articleId: id, occurrenceId: null, from }),
  );

/** To the screen whose news these are. */
function wayBack(scope: ArticleScope, t: Translate): Row {
  switch (scope.kind) {
    case "all":
      return [toMenu(t)];
    case "house":
      return [button(t("button.back"), institutionData(scope.id))];
    case "date":
      return [button(t("button.back"), openCardData(scope.id))];
    case "collection":
      return [button(t("button.back"), collectionCallback.data(aboutOf(scope.id)))];
  }
}

export const articlesScreen = new Screen();

onCommand(articlesScreen, "news", async (ctx) =>
  send(ctx, await articlesView(ctx.services, ctx.reader, { scope: { kind: "all" }, page: 0 })),
);
onCallback(articlesScreen, articlesCallback, async (ctx, state) =>
  show(ctx, await articlesView(ctx.services, ctx.reader, state)),
);
