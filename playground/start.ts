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

/** People to be, with the languages of their phones. Their ids stay: the bot's database remembers people by them. */
const people = [
  { id: 1001, name: "Алсу", languageCode: "tt" },
  { id: 1002, name: "Иван", languageCode: "ru" },
  { id: 1003, name: "Роза Ахметовна", languageCode: "tt" },
  { id: 1004, name: "Kate", languageCode: "en" },
];

/** A person of the playground who has been learning for a while: a certificate to open, and a lesson soon. */
const regular = {
  account: accountOf({ id: 1003 }),
  firstName: "Роза Ахметовна",
  name: "Роза Ахметовна Галиева",
  language: "tt",
} as const;

/** A person of the playground as whom one sees what staff sees. */
const owner = { id: 1005, name: "Гүзәл (дирекция)", languageCode: "ru" };

/** Starts a Telegram of our own with a few people in it, and the demo city in the database. */
export async function startPlayground(database: Database, clock: Clock, timeZone: string): Promise<Playground> {
  const now = clock.now();
  if (!(await isPlanted(database, now))) {
    await plantDemoCity(database, { now, timeZone });
    await plantRegular(database, regular, now);
  }
  const telegram = await startTelegram({ clock });
  for (const { name, ...options } of [...people, owner]) telegram.person(name, options);
  const max = await startMax({ clock });
  for (const { name, languageCode } of people) max.person(name, { languageCode });
  return {
    token: telegram.token,
    apiRoot: telegram.apiRoot,
    max: { token: max.token, apiRoot: max.apiRoot, intake: { mode: "polling" }, proxy: undefined, caFile: undefined },
    owners: [accountOf(owner)],
    page: createPage(telegram).get("/demo-poster/:name", (context) => servePoster(context, context.req.param("name"))),
    async stop() {
      await max.close();
      await telegram.close();
    },
  };
}
