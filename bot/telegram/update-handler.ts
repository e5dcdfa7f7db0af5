import { type Bot, BotError, GrammyError, HttpError } from "grammy";
import type { Update } from "grammy/types";
import type { BotContext, Services } from "../context.ts";
import { isUnreachable } from "../database/unreachable.ts";
import type { Metrics } from "../metrics.ts";
import { markBlocked } from "../people/person-store.ts";
import { DeadlineError, withDeadline } from "../schedule/deadline.ts";
import { spoken } from "./arrive.ts";
import { changeOf, failDialogue } from "./dialogue-store.ts";
import { InOrder } from "./in-order.ts";
import type { Receipts } from "./receipt-store.ts";

/** An update that could not be handled now and must come again: it was not confirmed. */
export class ComesAgain extends Error {
  override readonly name = "ComesAgain";
}

/** Milliseconds for one update; a hanging one must not hold its chat up for ever. */
const deadline = 25_000;

/**
 * While Telegram takes no answer, an update is tried at least so often and so many milliseconds before it is given up: long
 * enough for an outage, short enough for the others of its batch when Telegram refuses only this one.
 */
const leastAttempts = 5;
const leastPatience = 60_000;

/** The person is told once a minute that things are slow, not at every attempt. */
const calm = 60_000;

/**
 * Takes an update through the bot, whichever way it came in: updates of a chat one after another, each within a
 * deadline, its receipt written when it is done. Rejects with ComesAgain when it must be delivered again.
 */
export function createUpdateHandler(
  bot: Bot<BotContext>,
  { services, receipts, metrics }: { services: Services; receipts: Receipts; metrics: Metrics },
): { handle(update: Update): Promise<void>; idle(): Promise<void> } {
  const inOrder = new InOrder();
  const attempts = new Map<number, { count: number; since: number }>();
  const toldBusy = new Map<number, number>();

  async function process({ ...update }: Update): Promise<void> {
    // A copy, because what an attempt made of a dialogue is kept by it: one that hung must not end in its repetition.
    const started = performance.now();
    let outcome: "handled" | "failed" | "again" = "handled";
    try {
      await withDeadline(deadline, bot.handleUpdate(update));
    } catch (thrown) {
      const error = thrown instanceof BotError ? thrown.error : thrown;
      outcome = await settle(update, error);
    } finally {
      metrics.update(kindOf(update), outcome, (performance.now() - started) / 1_000);
    }
    if (outcome === "again") throw new ComesAgain(`update ${update.update_id}`);
    attempts.delete(update.update_id);
    const dialogue = outcome === "handled" ? changeOf(update) : undefined;
    const at = services.clock.now();
    await receipts.record(update.update_id, dialogue && { ...dialogue, at }).catch((error: unknown) => {
      services.log.warn({ error, updateId: update.update_id }, "receipt not written");
      throw new ComesAgain(`receipt of update ${update.update_id}`);
    });
  }

  /** What an error means for the update, and a kind sentence for the person. */
  async function settle(update: Update, error: unknown): Promise<"handled" | "failed" | "again"> {
    const { log, database, clock } = services;
    const updateId = update.update_id;
    const from = senderOf(update);
    if (isUnreachable(error)) {
      log.warn({ error, updateId }, "database unreachable");
      await tellBusy(update);
      return "again";
    }
    if (error instanceof GrammyError && error.error_code === 403) {
      if (from) await markBlocked(database, from.id, true, clock.now()).catch(() => {});
      return "handled";
    }
    const moment = performance.now();
    const { count, since } = attempts.get(updateId) ?? { count: 0, since: moment };
    const attempt = count + 1;
    // What took too long mostly waited for a slow PostgreSQL or Telegram; a handler that hangs does so the next time too.
    if (isTelegramAway(error) || (error instanceof DeadlineError && attempt === 1)) {
      attempts.set(updateId, { count: attempt, since });
      log.warn({ error, updateId, attempt }, "no answer went out");
      if (attempt < leastAttempts || moment - since < leastPatience) return "again";
      await failDialogue(database, update).catch(() => {});
      return "failed";
    }
    log.error({ error, updateId, kind: kindOf(update) }, "update failed");
    // Without a database the receipt fails as well, and the update comes again.
    const dialogue = await failDialogue(database, update).catch(() => "none" as const);
    const key = dialogue === "over" ? "said.failed_over" : "said.failed";
    await tell(update, (t) => t(key, { reference: String(updateId) })).catch((cause: unknown) => {
      log.warn({ error: cause, updateId }, "no apology for a malformed update");
    });
    return "failed";
  }

  async function tellBusy(update: Update): Promise<void> {
    const from = senderOf(update);
    const now = services.clock.now().getTime();
    if (from === undefined || now - (toldBusy.get(from.id) ?? 0) < calm) return;
    if (toldBusy.size > 10_000) toldBusy.clear();
    toldBusy.set(from.id, now);
    await tell(update, (t) => t("said.busy"));
  }

  /** Says a sentence without asking the database whom it speaks to. */
  async function tell(update: Update, sentence: (t: ReturnType<typeof services.words.for>) => string): Promise<void> {
    const from = senderOf(update);
    const tap = update.callback_query;
    const chat = update.message?.chat ?? tap?.message?.chat;
    if (from === undefined) return;
    const text = sentence(services.words.for(spoken(from.language_code, services.city.language)));
    const apologies: Promise<unknown>[] = [];
    // The handler may have answered the tap before it failed, and a second answer is shown to nobody.
    if (tap) apologies.push(bot.api.answerCallbackQuery(tap.id, { text, show_alert: true }));
    if (chat?.type === "private") apologies.push(bot.api.sendMessage(chat.id, text));
    const results = await Promise.allSettled(apologies);
    if (results.length > 0 && results.every(({ status }) => status === "rejected")) {
      services.log.warn({ updateId: update.update_id }, "apology not delivered");
    }
  }

  return {
    handle: (update) => inOrder.run(orderKey(update), () => process(update)),
    idle: () => inOrder.idle(),
  };
}

/** Telegram could not be reached, was overloaded or broke the connection: worth another try. */
function isTelegramAway(error: unknown): boolean {
  if (error instanceof HttpError) return true;
  return error instanceof GrammyError && (error.error_code === 429 || error.error_code >= 500);
}

/**
 * The chat, as Telegram itself orders updates; for what has no chat, the person. Of a message without a chat, which only a
 * broken proxy would send, it must not throw: the update would never be confirmed and come again for ever.
 */
function orderKey(update: Update): number {
  return update.message?.chat?.id ?? update.callback_query?.message?.chat?.id ?? senderOf(update)?.id ?? 0;
}

function senderOf(update: Update) {
  return (update.message ?? update.callback_query ?? update.inline_query ?? update.my_chat_member)?.from;
}

const kindOf = (update: Update): string => Object.keys(update).find((key) => key !== "update_id") ?? "empty";
