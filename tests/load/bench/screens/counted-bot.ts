import { pino } from "pino";
import type { Services } from "../../../../bot/context.ts";
import { type Database, openDatabase } from "../../../../bot/database/database.ts";
import { createClientOptions } from "../../../../bot/doors/telegram/client/client.ts";
import { Inbox } from "../../../../bot/doors/telegram/intake/inbox-store.ts";
import { Polling } from "../../../../bot/doors/telegram/intake/polling.ts";
import { Receipts } from "../../../../bot/doors/telegram/intake/receipt-store.ts";
import { createUpdateHandler } from "../../../../bot/doors/telegram/intake/update-handler.ts";
import { RunningImports } from "../../../../bot/feeds/preview/running.ts";
import { Metrics } from "../../../../bot/metrics.ts";
import { systemClock } from "../../../../bot/schedule/clock.ts";
import { createBot } from "../../../../flows/bot.ts";
import { startTelegram, type Telegram } from "../../../../playground/telegram.ts";
import { words } from "../../../support/words.ts";

/** The bot in this process, because only here statements can be counted one by one. */
export interface CountedBot {
  telegram: Telegram;
  database: Database;
  /** How many statements the bot has sent so far. */
  statements(): number;
  close(): Promise<void>;
}

/** Starts the bot by polling on a database, with a Telegram of its own. */
export async function startCounted(url: string, zone: string): Promise<CountedBot> {
  let count = 0;
  const database = openDatabase(url, {
    onStatement: () => {
      count += 1;
    },
  });
  const telegram = await startTelegram({ clock: systemClock, limits: "lifted" });
  const services: Services = {
    database,
    words,
    log: pino({ level: "silent" }),
    clock: systemClock,
    city: { timeZone: zone, language: "ru" },
    publicUrl: undefined,
    botUsername: telegram.bot.username,
    imports: new RunningImports(),
  };
  const client = createClientOptions(telegram.apiRoot);
  const bot = createBot(services, { token: telegram.token, botInfo: telegram.bot, client });
  const receipts = new Receipts(database);
  const handler = createUpdateHandler(bot, { services, receipts, metrics: new Metrics() });
  const polling = new Polling(bot.api, {
    finish: handler.finish,
    inbox: new Inbox(database),
    clock: systemClock,
    log: services.log,
    soon: 600_000,
  });
  await polling.start();
  return {
    telegram,
    database,
    statements: () => count,
    async close() {
      await polling.stop();
      await telegram.close();
      await database.$disconnect();
    },
  };
}
