import type { ArticleWords } from "../../../bot/articles/article.ts";
import { insertArticle, type NewArticle } from "../../../bot/articles/edit-store.ts";
import type { TestCity } from "../../support/city.ts";

export const wordsOf = (title: string, more: Partial<ArticleWords> = {}): ArticleWords => ({
  ...{ title, body: `${title}: текст.`, byline: null, pictureAlt: null },
  ...more,
});

/** Puts an article into the city and resolves to its id; it is news of nobody's unless told otherwise. */
export const plantArticle = (
  { services, clock }: TestCity,
  more: Partial<NewArticle> = {},
  isPublished = true,
): Promise<number> => {
  const now = clock.now();
  return insertArticle(
    services.database,
    {
      ...{ kind: "news", institutionId: null, pictureUrl: null, texts: { ru: wordsOf("Новость дня") } },
      links: { eventIds: [], collectionIds: [] },
      ...more,
    },
    { now, publishedAt: isPublished ? now : null },
  );
};
