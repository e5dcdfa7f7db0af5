import { createHash } from "node:crypto";
import type { Database } from "../../bot/database/database.ts";
import { saveEvent } from "../../bot/programme/save-store.ts";
import { lastPlanted, plantDemoArticles } from "./articles/plant-store.ts";
import { plantDemoCourses } from "./courses/plant-store.ts";
import { demoCity } from "./demo-city.ts";
import { plantDemoCollections } from "./night/plant-store.ts";
import { plantDemoOffers } from "./offers/plant-store.ts";

const source = "demo";

/**
 * Saves the demo city around `now`: the programme made on another day is taken away first, because a demo of
 * yesterday would show everything as over. Returns how many events there are now.
 */
export async function plantDemoCity(
  database: Database,
  { now, timeZone }: { now: Date; timeZone: string },
): Promise<number> {
  const records = demoCity(now, timeZone);
  await database.event.deleteMany({ where: { origin: { source } } });
  for (const { recordId, draft } of records) {
    const fingerprint = createHash("sha256").update(JSON.stringify(draft)).digest("hex");
    await saveEvent(database, draft, { source, recordId, fingerprint }, { now, timeZone });
  }
  await plantDemoOffers(database, now);
  await plantDemoCourses(database, { now, timeZone });
  const count = records.length + (await plantDemoCollections(database, { now, timeZone }));
  await plantDemoArticles(database, now);
  return count;
}

/** Whether a demo city of the last `hours` stands already, up to the articles, which are planted last. */
export async function isPlanted(database: Database, now: Date, hours = 6): Promise<boolean> {
  const fresh = new Date(now.getTime() - hours * 3_600_000);
  return (await database.article.count({ where: { origin: lastPlanted, createdAt: { gt: fresh } } })) > 0;
}
