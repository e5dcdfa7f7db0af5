import { insertArticle } from "../../bot/articles/edit-store.ts";
import type { Database } from "../../bot/database/database.ts";
import type { Things } from "./things.ts";

/** Plants a draft of news and a review that was withdrawn, whose words begin with `said`. */
export async function plantArticles(
  database: Database,
  { i: houses, e: eventIds, said }: Pick<Things, "i" | "e"> & { said: string },
  now: Date,
): Promise<Pick<Things, "A">> {
  const [institutionId = null] = houses;
  const words = { title: `${said} title`, body: `${said} body`, byline: `${said} byline`, pictureAlt: `${said} alt` };
  const article = { institutionId, pictureUrl: null, texts: { ru: words }, links: { eventIds, collectionIds: [] } };
  const draft = await insertArticle(database, { ...article, kind: "news" }, { now, publishedAt: null });
  const gone = await insertArticle(database, { ...article, kind: "review" }, { now, publishedAt: now });
  await database.article.update({ where: { id: gone }, data: { withdrawnAt: now } });
  return { A: [draft, gone] };
}
