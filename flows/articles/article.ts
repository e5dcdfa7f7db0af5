import { type Article, isPlanned, type LinkedEvent, type LinkedThing } from "../../bot/articles/article.ts";
import { findArticle, findCollectionsOfArticle, findEventsOfArticle } from "../../bot/articles/article-store.ts";
import { type ArticleState, articleCallback } from "../../bot/articles/callbacks.ts";
import { articleTitle, formatArticle } from "../../bot/articles/words.ts";
import { collectionCallback } from "../../bot/collections/callbacks.ts";
import type { Reader, Services } from "../../bot/context.ts";
import { cardCallback, openCardData } from "../../bot/doors/telegram/screen/callbacks.ts";
import { deepLink, shareLink } from "../../bot/doors/telegram/screen/deep-links.ts";
import { button, listRows, type Row, rows, urlButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { html } from "../../bot/words/html.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { aboutOf } from "../collections/collection.ts";
import { onCallback } from "../kit/on-callback.ts";
import { posterOf } from "../kit/poster.ts";
import { Screen } from "../kit/screen.ts";
import { institutionData } from "../programme/callbacks.ts";
import { simpleArticleView } from "../simple/articles.ts";
import { toArticles } from "./list.ts";

type Stored = Pick<Services, "database" | "posterBase" | "publicUrl">;

function goneView({ t }: Reader): View {
  const menu = menuView(t, html`${t("article.gone")}`);
  return { ...menu, keyboard: [[toArticles(t)], ...menu.keyboard] };
}

/** An article with its picture and what it is about; when it is gone, a sentence that says so. */
export async function articleView(
  services: Stored,
  reader: Reader,
  state: ArticleState,
  username: string,
): Promise<View> {
  const { t, now } = reader;
  const { database } = services;
  const article = await findArticle(database, state.articleId);
  if (article?.state !== "shown" || isPlanned(article, now)) return goneView(reader);
  const seen = { language: t.language, now };
  const [events, collections] = await Promise.all([
    findEventsOfArticle(database, article.id, seen),
    findCollectionsOfArticle(database, article.id, seen),
  ]);
  const back = state.occurrenceId === null ? state.from : openCardData(state.occurrenceId);
  const picture = posterOf(article.pictureUrl, services);
  const [first] = events;
  return {
    inSimpleMode: {
      ...simpleArticleView(formatArticle(article, reader, { withAlt: true }), reader, {
        about: first && [first.title, cardData(first, state)],
        back,
      }),
      ...picture,
    },
    text: formatArticle(article, reader),
    ...picture,
    keyboard: [
      ...aboutRows({ events, collections }, state),
      ...rows([...houseButton(article, t), shareArticle(article, reader, username)]),
      back === "" ? [toArticles(t), toMenu(t)] : [button(t("button.back"), back)],
    ],
  };
}

/** What it is about: events, then collections. Whoever came from the card of an event finds it one step back. */
function aboutRows(
  { events, collections }: { events: readonly LinkedEvent[]; collections: readonly LinkedThing[] },
  state: ArticleState,
): Row[] {
  return [
    ...listRows(
      events.filter(({ occurrenceId }) => occurrenceId !== state.occurrenceId),
      ({ title }) => title,
      (event) => cardData(event, state),
    ),
    ...listRows(
      collections,
      ({ title }) => title,
      ({ id }) => collectionCallback.data(aboutOf(id, state.articleId)),
    ),
  ];
}

/** A card that leads back to the article. */
const cardData = ({ occurrenceId }: LinkedEvent, state: ArticleState): string =>
  cardCallback.data({ occurrenceId, whole: false, from: articleCallback.data(state) });

const houseButton = ({ id, institutionId }: Article, t: Reader["t"]) =>
  institutionId === null ? [] : [button(t("button.institution"), institutionData(institutionId, id))];

function shareArticle(article: Article, { t }: Reader, username: string) {
  // Each Cyrillic letter is six characters of an address.
  const text = cutAtWord(articleTitle(article, t), 120);
  return urlButton(
    t("button.share"),
    shareLink(username, { url: deepLink(username, { kind: "article", id: article.id }), text }),
  );
}

export const articleScreen = new Screen();

onCallback(articleScreen, articleCallback, async (ctx, state) =>
  show(ctx, await articleView(ctx.services, ctx.reader, state, ctx.me.username)),
);
