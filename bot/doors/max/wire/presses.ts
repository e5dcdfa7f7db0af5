import type { Update } from "grammy/types";

/** A press that MAX waits to hear of. */
export interface OpenPress {
  callbackId: string;
  /** The dialog's number, as flows know it. */
  chatId: number;
  /** The message with the button, as flows know it. */
  messageId: number;
  languageCode: string | undefined;
  isAnswered: boolean;
}

/** Presses remembered: an apology may follow a while after. */
const most = 10_000;

/**
 * The presses of updates in hand. MAX has no answer that says nothing: the edit of the pressed message is the answer, so
 * that both are one request.
 */
export class Presses {
  readonly #byId = new Map<string, OpenPress>();
  /** The last one on each message. */
  readonly #byMessage = new Map<string, OpenPress>();

  /** Notes the press that an update tells of, unless it is known from an earlier attempt. */
  open({ callback_query: tap }: Update): void {
    if (tap === undefined) return;
    const { message } = tap;
    const press: OpenPress = this.#byId.get(tap.id) ?? {
      callbackId: tap.id,
      chatId: message?.chat.id ?? tap.from.id,
      messageId: message?.message_id ?? 0,
      languageCode: tap.from.language_code,
      isAnswered: false,
    };
    this.#byId.set(press.callbackId, press);
    this.#byMessage.set(keyOf(press), press);
    for (const map of [this.#byId, this.#byMessage]) {
      const [oldest] = map.keys();
      if (map.size > most && oldest !== undefined) map.delete(oldest);
    }
  }

  find(callbackId: string): OpenPress | undefined {
    return this.#byId.get(callbackId);
  }

  /** The press on a message that is still to be answered. */
  on(chatId: number, messageId: number): OpenPress | undefined {
    const press = this.#byMessage.get(keyOf({ chatId, messageId }));
    return press?.isAnswered === false ? press : undefined;
  }
}

const keyOf = ({ chatId, messageId }: Pick<OpenPress, "chatId" | "messageId">): string => `${chatId} ${messageId}`;
