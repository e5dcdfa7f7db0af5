import { type ArticleKind, articleKinds } from "../../../bot/articles/article.ts";
import { choose, inRows } from "../../kit/ask/choose.ts";
import type { Conversation } from "../../kit/conversation.ts";
import type { Answer } from "../../kit/steps/answer.ts";
import { askPoster, type Poster } from "../programme/ask/ask-poster.ts";

/** Asks whether it is news or a review. */
export function askArticleKind(conversation: Conversation, canGoBack: boolean): Promise<Answer<ArticleKind>> {
  const { t } = conversation.ctx.reader;
  const choices = articleKinds.map((kind) => ({ label: t(`article.kind.${kind}`), value: kind }));
  return choose(conversation, t("article_edit.ask.kind"), inRows(choices, 2), canGoBack);
}

/** Asks for the picture of an article, and what is on it. */
export function askPicture(conversation: Conversation, canGoBack: boolean): Promise<Answer<Poster>> {
  const { t } = conversation.ctx.reader;
  return askPoster(conversation, canGoBack, {
    picture: t("article_edit.ask.picture"),
    alt: t("article_edit.ask.picture_alt"),
  });
}
