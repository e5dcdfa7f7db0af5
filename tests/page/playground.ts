import type { Bot } from "grammy";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { systemClock } from "../../bot/schedule/clock.ts";
import { startPage } from "../../playground/page/serve.ts";
import { startTelegram, type Telegram } from "../../playground/telegram.ts";
import { patience } from "../support/patience.ts";
import { launchChromium } from "./chromium.ts";
import { createDemoBot, introduceBot, Latch } from "./demo-bot.ts";

export type Playground = {
  telegram: Telegram;
  bot: Bot;
  address: string;
  /** Holds back the bot's "slow" answers until opened. */
  latch: Latch;
  /** Opens the chat page, such as "/?as=Kate", in a tab that replaces the last one; `options` describe the screen it is seen on. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
};

/** Starts a real playground with a small bot on it and three people, and Chromium in front. */
export async function startPlayground(): Promise<Playground> {
  const telegram = await startTelegram({ clock: systemClock });
  telegram.person("Алсу", { languageCode: "tt" });
  telegram.person("Иван", { languageCode: "ru" });
  telegram.person("Kate", { languageCode: "en" });
  const latch = new Latch();
  const bot = createDemoBot(telegram, latch);
  await introduceBot(bot);
  const polling = bot.start();
  const page = await startPage({ telegram });
  const browser = await launchChromium();
  const contexts = new Map<string, Promise<BrowserContext>>();
  return {
    telegram,
    bot,
    address: page.address,
    latch,
    async open(path, options = {}) {
      const kind = JSON.stringify(options);
      const opening = contexts.get(kind) ?? browser.newContext(options); // a context costs a second, a tab a tenth
      contexts.set(kind, opening);
      const context = await opening;
      // Six tabs that all believe to be visible would use up the browser's connections to the page.
      await Promise.all(context.pages().map((last) => last.close()));
      const opened = await context.newPage();
      opened.setDefaultTimeout(patience);
      opened.on("pageerror", (error) => {
        throw error;
      });
      await opened.goto(page.address + path);
      return opened;
    },
    async close() {
      latch.open();
      await browser.close();
      await bot.stop();
      await polling;
      await page.close();
      await telegram.close();
    },
  };
}
