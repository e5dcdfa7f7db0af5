import type { Hono } from "hono";
import type { Database } from "../bot/database/database.ts";
import { isPlanted, plantDemoCity } from "../prisma/seed/plant-store.ts";
import type { Clock } from "./clock.ts";
import { createPage } from "./page/serve.ts";
import { startTelegram } from "./telegram.ts";

export interface Playground {
  token: string;
  apiRoot: string;
  /** The chat page, to be served on loopback. */
  page: Hono;
  stop(): Promise<void>;
}

/** People to be, with the languages of their phones. */
const people = [
  { name: "Алсу", languageCode: "tt" },
  { name: "Иван", languageCode: "ru" },
  { name: "Роза Ахметовна", languageCode: "tt" },
  { name: "Kate", languageCode: "en" },
];

/** Starts a Telegram of our own with a few people in it, and the demo city in the database. */
export async function startPlayground(database: Database, clock: Clock, timeZone: string): Promise<Playground> {
  const now = clock.now();
  if (!(await isPlanted(database, now))) await plantDemoCity(database, { now, timeZone });
  const telegram = await startTelegram({ clock });
  for (const { name, languageCode } of people) telegram.person(name, { languageCode });
  return { token: telegram.token, apiRoot: telegram.apiRoot, page: createPage(telegram), stop: () => telegram.close() };
}
