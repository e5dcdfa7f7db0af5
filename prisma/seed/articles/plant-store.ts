import type { ArticleWords } from "../../../bot/articles/article.ts";
import { insertArticle } from "../../../bot/articles/edit-store.ts";
import type { Database } from "../../../bot/database/database.ts";
import { saveInstitution } from "../../../bot/programme/place-store.ts";
import { languages, type Texts } from "../../../bot/words/language.ts";
import { posterOf } from "../posters/posters.ts";
import { demoArticles } from "./articles.ts";
import type { DemoArticle } from "./demo-article.ts";

/** The origin of the article that is saved after all else of the demo city. */
export const lastPlanted = "demo:shamail-review";

const hour = 3_600_000;

/** Saves news and reviews of the demo city, behind its events and collections; what was planted before goes. */
export async function plantDemoArticles(database: Database, now: Date): Promise<void> {
  await database.article.deleteMany({ where: { origin: { startsWith: "demo:" } } });
  for (const demo of demoArticles) {
    const { origin, kind, institution, hoursAgo, events, collections } = demo;
    const records = await database.origin.findMany({ where: { source: "demo", recordId: { in: [...events] } } });
    const about = await database.collection.findMany({ where: { origin: { in: [...collections] } } });
    const links = { eventIds: records.map(({ eventId }) => eventId), collectionIds: about.map(({ id }) => id) };
    const institutionId = institution === undefined ? null : await saveInstitution(database, institution);
    const pictureUrl = (demo.poster && posterOf(demo.poster)?.path) ?? null;
    const publishedAt = new Date(now.getTime() - hoursAgo * hour);
    const written = { kind, institutionId, pictureUrl, texts: textsOf(demo), links };
    await insertArticle(database, written, { now, publishedAt, origin });
  }
}

function textsOf({ texts, poster }: DemoArticle): Texts<ArticleWords> {
  const alt = poster === undefined ? undefined : posterOf(poster)?.alt;
  return Object.fromEntries(
    languages.map((language) => [language, { ...texts[language], pictureAlt: alt?.[language] ?? null }]),
  );
}
