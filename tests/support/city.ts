import { fileURLToPath } from "node:url";
import type { Update } from "grammy/types";
import { afterAll, beforeAll, expect } from "vitest";
import { moveAnnouncementsOn } from "../../bot/announcements/sending/runner.ts";
import type { Services } from "../../bot/context.ts";
import type { Database } from "../../bot/database/database.ts";
import { Dispatcher } from "../../bot/delivery/dispatcher.ts";
import { Pace } from "../../bot/delivery/sending/rate-limiter.ts";
import { createClientOptions } from "../../bot/doors/telegram/client/client.ts";
import { Inbox } from "../../bot/doors/telegram/intake/inbox-store.ts";
import { Polling } from "../../bot/doors/telegram/intake/polling.ts";
import { Receipts } from "../../bot/doors/telegram/intake/receipt-store.ts";
import { createUpdateHandler } from "../../bot/doors/telegram/intake/update-handler.ts";
import { telegramMessenger } from "../../bot/doors/telegram/sending/messenger.ts";
import { RunningImports } from "../../bot/feeds/preview/running.ts";
import { createLog } from "../../bot/log.ts";
import { Metrics } from "../../bot/metrics.ts";
import { allRenderers } from "../../bot/renderers.ts";
import { loadWords } from "../../bot/words/messages/translator.ts";
import { createBot, redraws } from "../../flows/bot.ts";
import { startTelegram, type Telegram } from "../../playground/telegram.ts";
import { testDatabase } from "./database.ts";
import { evening } from "./evening.ts";
import { stoppedClock } from "./telegram.ts";

export const words = loadWords(fileURLToPath(new URL("../../locales", import.meta.url)));

export interface TestCity {
  telegram: Telegram;
  services: Services;
  clock: ReturnType<typeof stoppedClock>;
  /** Sends everything that is due by the clock, and resolves when Telegram has it and the outbox knows. */
  deliver(): Promise<void>;
}

/** Milliseconds: nothing is confirmed before it is done, so whoever has said something may look at the answer. */
const soon = 600_000;

type Handle = (update: Update, isKept?: boolean) => Promise<void>;

interface CityOptions {
  plant?: boolean;
  /** Another database than an empty one or one with the demo city. */
  database?: () => Promise<Database>;
  /** What polling hands updates to, instead of the bot itself. */
  intake?: (handle: Handle) => Handle;
}

/**
 * The whole bot in a demo city, on a Friday at half past five in the afternoon, spoken to through the playground's
 * Telegram by long polling. Made once for the calling file and stopped after it.
 */
export function openCity({ plant = true, database: given, intake = (handle) => handle }: CityOptions = {}): TestCity {
  const { now, timeZone } = evening;
  const city = {} as TestCity;
  const stops: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    const clock = stoppedClock(now.toISOString());
    const database = given ? await given() : (await testDatabase(undefined, plant ? "city" : "empty")).database;
    const telegram = await startTelegram({ clock, limits: "lifted" });
    const log = createLog("silent", false);
    const services: Services = {
      database,
      words,
      clock,
      log,
      city: { timeZone, language: "ru" },
      publicUrl: undefined,
      botUsername: telegram.bot.username,
      imports: new RunningImports({ patience: soon }),
    };
    const client = createClientOptions(telegram.apiRoot);
    const receipts = new Receipts(database);
    const bot = createBot(services, { token: telegram.token, botInfo: telegram.bot, client });
    // People in tests press as fast as they like, by a clock that stands still: no budget.
    const handler = createUpdateHandler(bot, { services, receipts, metrics: new Metrics(), redraws });
    const polling = new Polling(bot.api, {
      finish: intake(handler.finish),
      inbox: new Inbox(database),
      clock,
      log,
      soon,
    });
    await polling.start();
    stops.push(() => polling.stop());
    stops.push(() => handler.stop());
    stops.push(() => telegram.close());
    const dispatcher = new Dispatcher({
      ...services,
      timeZone,
      exits: {
        telegram: {
          messenger: telegramMessenger(
            telegram.token,
            createClientOptions(telegram.apiRoot, undefined, { waitsOut429: false }),
            1,
          ),
          // The clock stands still: who waits for the next second waits for ever.
          pace: new Pace({ perSecond: Number.POSITIVE_INFINITY, chatInterval: 0 }),
        },
      },
      renderers: allRenderers(services),
      parallelism: 4,
      ticks: () => clock.now().getTime(),
      onSettled: () => {},
    });
    Object.assign(city, {
      telegram,
      services,
      clock,
      async deliver() {
        await moveAnnouncementsOn(services);
        await dispatcher.drain();
        await moveAnnouncementsOn(services);
      },
    });
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
