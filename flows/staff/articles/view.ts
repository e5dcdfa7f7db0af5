import { type Article, isPlanned } from "../../../bot/articles/article.ts";
import {
  findArticle,
  findCollectionsOfArticle,
  findEditableArticles,
  findEventsOfArticle,
} from "../../../bot/articles/article-store.ts";
import { articleTitle, formatArticle } from "../../../bot/articles/words.ts";
import type { Reader, Services } from "../../../bot/context.ts";
import { deepLink, shareLink } from "../../../bot/doors/telegram/screen/deep-links.ts";
import { button, listRows, type Row, rows, urlButton } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { may, reachOf } from "../../../bot/staff/permissions.ts";
import { cutAtWord } from "../../../bot/words/cut.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { formatDay, formatTime } from "../../../bot/words/time/dates.ts";
import { turnRow } from "../../kit/pagination.ts";
import { toStaffMenu } from "../menu.ts";
import {
  articleFieldCallback,
  articleFields,
  askWithdrawArticleCallback,
  editArticleCallback,
  editArticlesCallback,
  newArticleCallback,
  planArticleCallback,
  showArticleCallback,
  withdrawArticleCallback,
} from "./callbacks.ts";

type Stored = Pick<Services, "database">;
type Editor = Pick<Reader, "t" | "person" | "zone" | "now">;

const perPage = 8;

/** What somebody may edit, the newest first; `said` tells what has just happened. */
export async function editArticlesView(
  { database }: Stored,
  reader: Editor,
  page: number,
  said?: string,
): Promise<View> {
  const { t, person } = reader;
  const institutionIds = reachOf(await findStaff(database, person.id), "articles.edit");
  const { articles, hasMore } = await findEditableArticles(database, { institutionIds, page, perPage });
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<b>${t("article_edit.title")}</b>`,
      t("article_edit.what_for"),
      "",
      articles.length === 0 ? t("article_edit.none") : null,
      ...articles.map((article) =>
        t("always_edit.row", { title: cutAtWord(articleTitle(article, t), 60), state: stateOf(article, reader) }),
      ),
    ),
    keyboard: [
      [button(t("article_edit.button.new"), newArticleCallback.data(null))],
      ...listRows(
        articles,
        (article) => articleTitle(article, t),
        ({ id }) => editArticleCallback.data(id),
      ),
      turnRow(t, { page, hasMore }, editArticlesCallback.data),
      [toStaffMenu(t)],
    ],
  };
}

function stateOf(article: Article, { t, now, zone }: Editor): string {
  const { state, publishedAt } = article;
  if (publishedAt === null || !isPlanned(article, now)) return t(`always_edit.state.${state}`);
  const when = t("date.day_and_time", {
    day: formatDay(publishedAt, t, zone, now),
    time: formatTime(publishedAt, zone),
  });
  return t("article_edit.planned", { when });
}

/** Loads one for whoever may edit it; null for everybody else, and where there is none. */
export async function loadArticle(
  { database }: Stored,
  { person }: Pick<Reader, "person">,
  articleId: number,
): Promise<Article | null> {
  const [article, staff] = await Promise.all([findArticle(database, articleId), findStaff(database, person.id)]);
  return article !== null && may(staff, "articles.edit", { institutionId: article.institutionId }) ? article : null;
}

/** One as residents see it, with all that can be done to it; null where it is not the reader's to edit. */
export async function editArticleView(
  services: Stored,
  reader: Editor,
  which: { articleId: number; bot: string },
  { said, isWithdrawing = false }: { said?: string; isWithdrawing?: boolean } = {},
): Promise<View | null> {
  const { t, now } = reader;
  const article = await loadArticle(services, reader, which.articleId);
  if (article === null) return null;
  const { id } = article;
  const seen = { language: t.language, now };
  const about = [
    ...(await findEventsOfArticle(services.database, id, seen)),
    ...(await findCollectionsOfArticle(services.database, id, seen)),
  ];
  const asking: Row[] = [
    [
      button(t("always_edit.button.withdraw"), withdrawArticleCallback.data(id)),
      button(t("button.back"), editArticleCallback.data(id)),
    ],
  ];
  const titles = about.map(({ title }) => title).join(", ");
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<i>${stateOf(article, reader)}</i>`,
      formatArticle(article, reader, { withAlt: true }),
      titles === "" ? null : html`\n${t("article_edit.about", { titles: cutAtWord(titles, 300) })}`,
      isWithdrawing ? html`\n${t("always_edit.ask_withdraw")}` : null,
    ),
    keyboard: isWithdrawing ? asking : buttonsOf(article, reader, which.bot),
  };
}

function buttonsOf(article: Article, { t, now }: Editor, bot: string): Row[] {
  const { id, state } = article;
  const url = deepLink(bot, { kind: "article", id });
  const label = { draft: "always_edit.button.publish", withdrawn: "always_edit.button.give_back" } as const;
  const later = button(t("article_edit.button.later"), planArticleCallback.data(id));
  const withdraw = button(t("always_edit.button.withdraw"), askWithdrawArticleCallback.data(id));
  const share = urlButton(t("button.share"), shareLink(bot, { url, text: cutAtWord(articleTitle(article, t), 120) }));
  const first: Row[] =
    state !== "shown"
      ? [[button(t(label[state]), showArticleCallback.data(id)), later]]
      : isPlanned(article, now)
        ? [[button(t("always_edit.button.publish"), showArticleCallback.data(id)), later], [withdraw]]
        : [[withdraw, share]];
  const names = articleFields.map((field) =>
    field === "picture" || field === "events" || field === "collections"
      ? ([field, t(`article_edit.field.${field}`)] as const)
      : ([field, t(`always_edit.field.${field}`)] as const),
  );
  return [
    ...first,
    ...rows(names.map(([field, name]) => button(name, articleFieldCallback.data({ articleId: id, field })))),
    [button(t("article_edit.title"), editArticlesCallback.data(0)), toStaffMenu(t)],
  ];
}
