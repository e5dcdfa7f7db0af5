import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect } from "vitest";
import { createBot } from "../../bot/bot.ts";
import type { Services } from "../../bot/context.ts";
import { createLog } from "../../bot/log.ts";
import { Metrics } from "../../bot/metrics.ts";
import { createClientOptions } from "../../bot/telegram/client.ts";
import { Polling } from "../../bot/telegram/polling.ts";
import { Receipts } from "../../bot/telegram/receipt-store.ts";
import { createUpdateHandler } from "../../bot/telegram/update-handler.ts";
import { loadWords } from "../../bot/words/translator.ts";
import { startTelegram, type Telegram } from "../../playground/telegram.ts";
import { plantDemoCity } from "../../prisma/seed/plant-store.ts";
import { testDatabase } from "./database.ts";
import { stoppedClock } from "./telegram.ts";

export const words = loadWords(fileURLToPath(new URL("../../locales", import.meta.url)));

export interface TestCity {
  telegram: Telegram;
  services: Services;
  clock: ReturnType<typeof stoppedClock>;
}

/**
 * The whole bot in a demo city, on a Friday at half past five in the afternoon, spoken to through the playground's
 * Telegram by long polling. Made once for the calling file and stopped after it.
 */
export function openCity(options: { at?: string; plant?: boolean; timeZone?: string } = {}): TestCity {
  const { at = "2026-11-20T14:30:00Z", plant = true, timeZone = "Europe/Moscow" } = options;
  const city = {} as TestCity;
  const stops: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    const clock = stoppedClock(at);
    const { database } = await testDatabase();
    if (plant) await plantDemoCity(database, { now: clock.now(), timeZone });
    const telegram = await startTelegram({ clock, limits: "lifted" });
    const log = createLog("silent", false);
    const services: Services = {
      database,
      words,
      clock,
      log,
      city: { timeZone, language: "ru" },
      publicUrl: undefined,
    };
    const client = createClientOptions(telegram.apiRoot);
    const receipts = new Receipts(database);
    const bot = createBot(services, { token: telegram.token, botInfo: telegram.bot, client });
    const handler = createUpdateHandler(bot, { services, receipts, metrics: new Metrics() });
    const polling = new Polling(bot.api, handler.handle, log);
    await polling.start();
    stops.push(() => polling.stop());
    stops.push(() => telegram.close());
    Object.assign(city, { telegram, services, clock });
  });

  afterAll(async () => {
    for (const stop of stops) await stop();
    // Whatever a test looked at: the bot may never do what Telegram would not take, nor leave a button spinning.
    expect(city.telegram.violations).toEqual([]);
    expect(city.telegram.unknownMethods).toEqual([]);
    expect(city.telegram.unansweredCallbacks).toEqual([]);
  });
  return city;
}
