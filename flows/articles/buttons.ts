import type { InlineKeyboardButton } from "grammy/types";
import type { ArticleScope } from "../../bot/articles/article.ts";
import { countArticles } from "../../bot/articles/article-store.ts";
import { articleCallback, articlesCallback } from "../../bot/articles/callbacks.ts";
import { bylineIn } from "../../bot/articles/words.ts";
import type { Reader, Services } from "../../bot/context.ts";
import { button, type Row, wideButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { Card } from "../../bot/programme/card/card.ts";

/** The button to the news of something, with how many there are; none where there are none. */
export const countedArticles = (
  scope: ArticleScope,
  count: number,
  { t }: Pick<Reader, "t">,
): InlineKeyboardButton[] =>
  count === 0 ? [] : [button(t("article.button.count", { count }), articlesCallback.data({ scope, page: 0 }))];

/** The button to what is written about something, looked up. */
export const articlesAbout = async (
  { database }: Pick<Services, "database">,
  scope: ArticleScope,
  reader: Reader,
): Promise<InlineKeyboardButton[]> => countedArticles(scope, await countArticles(database, scope, reader.now), reader);

/** On a card: what those wrote who saw it. One review by the name of who wrote it, several as a list. */
export function reviewRow({ occurrenceId, reviews }: Card, { t }: Pick<Reader, "t">): Row[] {
  const [first, ...others] = reviews;
  if (first === undefined) return [];
  if (others.length > 0) {
    const label = t("article.button.reviews", { count: reviews.length });
    return [[button(label, articlesCallback.data({ scope: { kind: "date", id: occurrenceId }, page: 0 }))]];
  }
  const name = bylineIn(first.bylines, t);
  const label = name === "" ? t("article.button.review_unsigned") : t("article.button.review", { name });
  return [[wideButton(label, articleCallback.data({ articleId: first.articleId, occurrenceId, from: "" }))]];
}
