import { findCollectionsOfArticle, findEventsOfArticle } from "../../bot/articles/article-store.ts";
import { showArticle } from "../../bot/articles/edit-store.ts";
import { findFollowedArticles } from "../../bot/articles/followed-store.ts";
import { findArticleIds } from "../../bot/articles/index-store.ts";
import { queryWords } from "../../bot/programme/search/query/query-word.ts";
import { type Calls, now } from "./stage.ts";

export const articles: Calls = {
  "articles/article-store.ts": async (database) => {
    await findEventsOfArticle(database, 1, { language: "ru", now });
    await findCollectionsOfArticle(database, 1, { language: "ru", now });
  },
  "articles/edit-store.ts": async (database, { owner }) => {
    const { id } = await database.article.findFirstOrThrow();
    await showArticle(database, { by: owner, now }, id, false);
  },
  "articles/followed-store.ts": (database, { owner }) =>
    findFollowedArticles(database, owner, { since: new Date(0), now, language: "tt" }),
  "articles/index-store.ts": (database) => findArticleIds(database, queryWords("самовар"), { now, limit: 2 }),
};
