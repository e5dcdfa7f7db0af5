import { showArticle } from "../../../bot/articles/edit-store.ts";
import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { show } from "../../../bot/doors/telegram/screen/show.ts";
import { enter } from "../../kit/dialogue.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse } from "../authorize.ts";
import {
  articleFieldCallback,
  askWithdrawArticleCallback,
  editArticleCallback,
  editArticlesCallback,
  newArticleCallback,
  planArticleCallback,
  showArticleCallback,
  withdrawArticleCallback,
} from "./callbacks.ts";
import { changeArticle } from "./edit-article.ts";
import { newArticle } from "./new-article.ts";
import { planOneArticle } from "./plan-article.ts";
import { editArticlesView, editArticleView, loadArticle } from "./view.ts";

/** News and reviews, for those who write them. */
export const editArticlesScreen = new Screen();

const right = "articles.edit";

onStaffCallback(editArticlesScreen, editArticlesCallback, right, async (ctx, page) =>
  show(ctx, await editArticlesView(ctx.services, ctx.reader, page)),
);
onStaffCallback(editArticlesScreen, newArticleCallback, right, (ctx) => enter(ctx, newArticle));
onStaffCallback(editArticlesScreen, articleFieldCallback, right, (ctx, which) => enter(ctx, changeArticle, which));
onStaffCallback(editArticlesScreen, planArticleCallback, right, async (ctx, id) =>
  (await loadArticle(ctx.services, ctx.reader, id)) === null ? refuse(ctx) : enter(ctx, planOneArticle, id),
);
onStaffCallback(editArticlesScreen, editArticleCallback, right, (ctx, id) => showOne(ctx, id));
onStaffCallback(editArticlesScreen, askWithdrawArticleCallback, right, (ctx, id) =>
  showOne(ctx, id, { isWithdrawing: true }),
);
onStaffCallback(editArticlesScreen, withdrawArticleCallback, right, (ctx, id) => switchArticle(ctx, id, false));
onStaffCallback(editArticlesScreen, showArticleCallback, right, (ctx, id) => switchArticle(ctx, id, true));

async function showOne(
  ctx: BotContext,
  articleId: number,
  more: { said?: string; isWithdrawing?: boolean } = {},
): Promise<void> {
  const view = await editArticleView(ctx.services, ctx.reader, { articleId, bot: ctx.me.username }, more);
  await (view === null ? refuse(ctx) : show(ctx, view));
}

async function switchArticle(ctx: BotContext, articleId: number, isShown: boolean): Promise<void> {
  const { person, now, t } = ctx.reader;
  const done = await once(ctx, "show-article", (database) =>
    showArticle(database, { by: person.id, now }, articleId, isShown),
  );
  if (done.kind === "forbidden") return refuse(ctx);
  await showOne(ctx, articleId, { said: t(isShown ? "always_edit.shown" : "always_edit.withdrawn") });
}
