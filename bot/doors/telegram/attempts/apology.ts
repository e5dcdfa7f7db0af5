import type { Bot } from "grammy";
import type { Update } from "grammy/types";
import type { BotContext, Services } from "../../../context.ts";
import { writeToUs } from "../../../threads/buttons.ts";
import type { Translate } from "../../../words/messages/translator.ts";
import { spoken } from "../intake/identify.ts";
import { chatOf, senderOf } from "../intake/updates.ts";

/** The person is told once a minute that things are slow, not at every attempt. */
const calm = 60_000;

/** Sentences for when a handler cannot speak; they ask nothing of the database. */
export class Apology {
  readonly #bot: Pick<Bot<BotContext>, "api">;
  readonly #services: Services;
  readonly #toldBusy = new Map<number, number>();

  constructor(bot: Pick<Bot<BotContext>, "api">, services: Services) {
    this.#bot = bot;
    this.#services = services;
  }

  /** Something broke, and is not tried again; `isOver`: the dialogue ends by it. */
  failed(update: Update, isOver: boolean): Promise<void> {
    const key = isOver ? "said.failed_over" : "said.failed";
    return this.#tell(update, (t) => t(key, { reference: String(update.update_id) }), true);
  }

  /** The program died of it again and again. */
  givenUp(update: Update): Promise<void> {
    return this.#tell(update, (t) => t("said.given_up", { reference: String(update.update_id) }), true);
  }

  /** The answer comes later; said once a minute. */
  async busy(update: Update): Promise<void> {
    const from = senderOf(update);
    const now = this.#services.clock.now().getTime();
    if (from === undefined || now - (this.#toldBusy.get(from.id) ?? 0) < calm) return;
    if (this.#toldBusy.size > 10_000) this.#toldBusy.clear();
    this.#toldBusy.set(from.id, now);
    await this.#tell(update, (t) => t("said.busy"));
  }

  /** Too much at once; `isFirst`: not told of it a moment ago. A button stops waiting either way. */
  async declined(update: Update, isFirst: boolean): Promise<void> {
    const query = update.inline_query;
    if (query) await this.#try(update, [this.#bot.api.answerInlineQuery(query.id, [], { cache_time: 0 })]);
    else if (isFirst) await this.#tell(update, (t) => t("said.slow_down"));
    else await this.release(update);
  }

  /** Stops the waiting sign of a button without a word. */
  async release(update: Update): Promise<void> {
    const tap = update.callback_query;
    if (tap) await this.#try(update, [this.#bot.api.answerCallbackQuery(tap.id)]);
  }

  /** `offersHuman`: below it stands the way to somebody who can help. */
  async #tell(update: Update, sentence: (t: Translate) => string, offersHuman = false): Promise<void> {
    try {
      const from = senderOf(update);
      const chat = chatOf(update);
      if (from === undefined) return;
      const t = this.#services.words.for(spoken(from.language_code, this.#services.city.language));
      const text = sentence(t);
      const human = offersHuman ? { reply_markup: { inline_keyboard: [[writeToUs(t)]] } } : {};
      const tap = update.callback_query;
      const apologies: Promise<unknown>[] = [];
      // The handler may have answered the tap before it failed, and a second answer is shown to nobody.
      if (tap) apologies.push(this.#bot.api.answerCallbackQuery(tap.id, { text, show_alert: true }));
      if (chat?.type === "private") apologies.push(this.#bot.api.sendMessage(chat.id, text, human));
      await this.#try(update, apologies);
    } catch (error) {
      this.#services.log.warn({ error, updateId: update.update_id }, "no apology for a malformed update");
    }
  }

  async #try(update: Update, calls: Promise<unknown>[]): Promise<void> {
    const results = await Promise.allSettled(calls);
    if (results.length > 0 && results.every(({ status }) => status === "rejected")) {
      this.#services.log.warn({ updateId: update.update_id }, "apology not delivered");
    }
  }
}
