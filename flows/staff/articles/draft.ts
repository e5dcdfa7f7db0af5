import type { ArticleKind, ArticleWords, LinkedThing } from "../../../bot/articles/article.ts";
import type { Texts } from "../../../bot/words/language.ts";
import type { House } from "../programme/make/draft.ts";

/** An article while it is written: plain JSON, because a dialogue is replayed. */
export interface ArticleDraft {
  house: House | null;
  kind: ArticleKind;
  texts: Texts<ArticleWords>;
  pictureUrl: string | null;
  events: LinkedThing[];
  isPublished: boolean;
}

export const emptyDraft: ArticleDraft = {
  ...{ house: null, kind: "news", texts: {}, pictureUrl: null, events: [], isPublished: false },
};

export const emptyWords: ArticleWords = { title: "", body: "", byline: null, pictureAlt: null };
