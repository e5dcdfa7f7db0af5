import type { ApiClientOptions } from "grammy";
import type { Update } from "grammy/types";
import { asGrammyClient } from "../../telegram/client/client.ts";
import { currentRun } from "../../telegram/intake/update-run.ts";
import { refused, type WireAnswer } from "./answer.ts";
import { methods } from "./methods.ts";
import { readCall, type WireCall } from "./payload.ts";
import { Presses } from "./presses.ts";
import type { WireDeps } from "./speaking.ts";

/**
 * MAX, spoken below grammY: flows call Telegram's methods, and each becomes what MAX has in its place. The calls of dialogues
 * come here too, below their log.
 */
export class MaxWire {
  readonly #deps: WireDeps;
  readonly #presses = new Presses();

  constructor(deps: WireDeps) {
    this.#deps = deps;
  }

  /** What grammY is given in place of Telegram. */
  get client(): ApiClientOptions {
    return asGrammyClient("https://max.invalid", async (address, init = {}) => {
      const call = await readCall(String(address), init);
      const answer = await this.#answer(call);
      return { ok: answer.ok, json: async () => answer };
    });
  }

  /**
   * Takes an update through the bot. A press that ended in neither a change of its message nor a word is answered with a short
   * one, because MAX has no silent answer. After an error the apology answers it.
   */
  async handle(update: Update, handleUpdate: (update: Update) => Promise<void>): Promise<void> {
    this.#presses.open(update);
    const tap = update.callback_query;
    if (tap?.chat_instance) this.#deps.messages.remember(tap.chat_instance);
    await handleUpdate(update);
    const press = tap && this.#presses.find(tap.id);
    if (press === undefined || press.isAnswered) return;
    const text = this.#deps.sayTaken(press.languageCode);
    await this.#answer({
      method: "answerCallbackQuery",
      payload: { callback_query_id: press.callbackId, text },
      parts: new Map(),
    });
  }

  async #answer(call: WireCall): Promise<WireAnswer> {
    const method = methods.get(call.method);
    if (method === undefined) return refused(404, `Not Found: MAX has no counterpart of ${call.method}`);
    const speaking = { ...this.#deps, presses: this.#presses, signal: currentRun()?.signal };
    return method(speaking, call);
  }
}
