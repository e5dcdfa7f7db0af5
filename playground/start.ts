import type { Hono } from "hono";
import type { Database } from "../bot/database/database.ts";
import { accountOf } from "../bot/doors/telegram/door.ts";
import type { ExternalAccount } from "../bot/people/address.ts";
import { plantRegular } from "../prisma/seed/courses/regular-store.ts";
import { isPlanted, plantDemoCity } from "../prisma/seed/plant-store.ts";
import { servePoster } from "../prisma/seed/posters/serve-poster.ts";
import { startMax } from "./max/max.ts";
import { createPage } from "./page/serve.ts";
import { startTelegram } from "./telegram.ts";
import type { Clock } from "./world/clock.ts";

export interface Playground {
  token: string;
  apiRoot: string;
  /** MAX, as a configuration names it. */
  max: { token: string; apiRoot: string; intake: { mode: "polling" }; proxy: undefined; caFile: undefined };
  /** Who of its people runs the city: there is nobody else to invite staff. */
  owners: ExternalAccount[];
  /** The chat page, to be served on loopback. */
  page: Hono;
  stop(): Promise<void>;
}

/**
 * People to be, with the languages of their phones and what they are at Telegram and at MAX. Their ids stay: the bot's database
 * remembers people by them.
 */
const people = [
  { name: "Алсу", languageCode: "tt", telegram: 1001, max: 70_001 },
  { name: "Иван", languageCode: "ru", telegram: 1002, max: 70_002 },
  { name: "Роза Ахметовна", languageCode: "tt", telegram: 1003, max: 70_003 },
  { name: "Kate", languageCode: "en", telegram: 1004 },
  { name: "Рамил", languageCode: "ru", max: 70_006 },
];

/** A person of the playground who has been learning for a while: a certificate to open, and a lesson soon. */
const regular = {
  account: accountOf({ id: 1003 }),
  firstName: "Роза Ахметовна",
  name: "Роза Ахметовна Галиева",
  language: "tt",
} as const;

/** A person of the playground as whom one sees what staff sees. */
const owner = { name: "Гүзәл (дирекция)", languageCode: "ru", telegram: 1005, max: 70_005 };

/**
 * Starts a Telegram and a MAX of our own with a few people in them, and the demo city in the database. `onPlant`: told before
 * the city is made, which takes some seconds.
 */
export async function startPlayground(
  database: Database,
  clock: Clock,
  { timeZone, onPlant }: { timeZone: string; onPlant?: () => void },
): Promise<Playground> {
  const now = clock.now();
  if (!(await isPlanted(database, now))) {
    onPlant?.();
    await plantDemoCity(database, { now, timeZone });
    await plantRegular(database, regular, now);
  }
  const telegram = await startTelegram({ clock });
  const max = await startMax({ clock });
  for (const { name, languageCode, ...ids } of [...people, owner]) {
    if (ids.telegram !== undefined) telegram.person(name, { id: ids.telegram, languageCode });
    if (ids.max !== undefined) max.person(name, { id: ids.max, languageCode });
  }
  const page = createPage({ telegram, max });
  return {
    token: telegram.token,
    apiRoot: telegram.apiRoot,
    max: { token: max.token, apiRoot: max.apiRoot, intake: { mode: "polling" }, proxy: undefined, caFile: undefined },
    owners: [accountOf({ id: owner.telegram }), accountOf({ id: owner.max }, "max")],
    page: page.get("/demo-poster/:name", (context) => servePoster(context, context.req.param("name"))),
    async stop() {
      await max.close();
      await telegram.close();
    },
  };
}
