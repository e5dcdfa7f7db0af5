import type { Api } from "grammy";
import type { Update } from "grammy/types";
import { expect } from "vitest";
import type { Services } from "../../bot/context.ts";
import type { Exit } from "../../bot/delivery/sending/exits.ts";
import { Pace } from "../../bot/delivery/sending/rate-limiter.ts";
import { createClientOptions } from "../../bot/doors/telegram/client/client.ts";
import { Inbox } from "../../bot/doors/telegram/intake/inbox-store.ts";
import { Polling } from "../../bot/doors/telegram/intake/polling.ts";
import type { Receipts } from "../../bot/doors/telegram/intake/receipt-store.ts";
import { createUpdateHandler } from "../../bot/doors/telegram/intake/update-handler.ts";
import { telegramMessenger } from "../../bot/doors/telegram/sending/messenger.ts";
import { Metrics } from "../../bot/metrics.ts";
import { createBot, redraws } from "../../flows/bot.ts";
import { startTelegram, type Telegram } from "../../playground/telegram.ts";
import type { stoppedClock } from "./telegram.ts";

/** Milliseconds: nothing is confirmed before it is done, so whoever has said something may look at the answer. */
export const soon = 600_000;

export type Handle = (update: Update, isKept?: boolean) => Promise<void>;

export interface TelegramSide {
  telegram: Telegram;
  /** What links into the bot call it. */
  username: string;
  /** Opens the door: the bot takes what people say, by polling. `intake`: what updates are handed to instead of the bot itself. */
  open(services: Services, receipts: Receipts, intake?: (handle: Handle) => Handle): Promise<Exit & { api: Api }>;
  /** Closes it. */
  stop(): Promise<void>;
  /** Fails where the bot did what Telegram would not take, or left a button spinning. */
  check(): void;
}

/** Starts the playground's Telegram, for a door of the bot that is opened afterwards. */
export async function startTelegramSide(clock: ReturnType<typeof stoppedClock>): Promise<TelegramSide> {
  const telegram = await startTelegram({ clock, limits: "lifted" });
  const { token, apiRoot, bot: botInfo } = telegram;
  const stops: (() => Promise<void>)[] = [];
  return {
    telegram,
    username: botInfo.username,
    async open(services, receipts, intake = (handle) => handle) {
      const { database, log } = services;
      const bot = createBot(services, { token, botInfo, client: createClientOptions(apiRoot) });
      // People in tests press as fast as they like, by a clock that stands still: no budget.
      const handler = createUpdateHandler(bot, { services, receipts, metrics: new Metrics(), redraws });
      const inbox = new Inbox(database);
      const polling = new Polling(bot.api, { finish: intake(handler.finish), inbox, clock, log, soon });
      await polling.start();
      stops.push(
        () => polling.stop(),
        () => handler.stop(),
      );
      return {
        api: bot.api,
        messenger: telegramMessenger(token, createClientOptions(apiRoot, undefined, { waitsOut429: false }), 1),
        // The clock stands still: who waits for the next second waits for ever.
        pace: new Pace({ perSecond: Number.POSITIVE_INFINITY, chatInterval: 0 }),
      };
    },
    async stop() {
      for (const stop of stops) await stop();
      await telegram.close();
    },
    check() {
      expect(telegram.violations).toEqual([]);
      expect(telegram.unknownMethods).toEqual([]);
      expect(telegram.unansweredCallbacks).toEqual([]);
    },
  };
}
