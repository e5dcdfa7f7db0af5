import { defineCallback, idCallback, plainCallback } from "../../../bot/doors/telegram/screen/callback.ts";
import { fields, id, page } from "../../../bot/doors/telegram/screen/codec.ts";
import { oneOf } from "../../../bot/doors/telegram/screen/list-codec.ts";

/** Buttons by which staff writes and changes news and reviews. */

export const editArticlesCallback = defineCallback("ae", page);
export const newArticleCallback = plainCallback("an");
export const editArticleCallback = idCallback("av");

/** What can be changed of one, a field at a time. */
export const articleFields = [
  "words_ru",
  "words_tt",
  "words_en",
  "picture",
  "events",
  "collections",
  "institution",
] as const;
export type ArticleField = (typeof articleFields)[number];

export const articleFieldCallback = defineCallback(
  "af",
  fields("{articleId}.{field}", { articleId: id, field: oneOf(articleFields) }),
);

/** Shows it to residents, for the first time or again; asks whether to withdraw it, and does. */
export const showArticleCallback = idCallback("au");

/** Asks from when on residents shall see it. */
export const planArticleCallback = idCallback("ag");
export const askWithdrawArticleCallback = idCallback("aq");
export const withdrawArticleCallback = idCallback("aw");
