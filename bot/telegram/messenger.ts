import { Api, type ApiClientOptions } from "grammy";
import type { Message, Messenger } from "../delivery/messenger.ts";
import { outcomeOf } from "./outcome.ts";

/** The rate above which Telegram wants `allow_paid_broadcast`, and a tenth of a Star for each message. */
const freeRate = 30;

/**
 * Sends deliveries through the Bot API, each in one call. `client` must answer 429 at once (createClientOptions with
 * `waitsOut429: false`): the dispatcher has to fall silent then, not this call alone.
 */
export function telegramMessenger(token: string, client: ApiClientOptions, perSecond: number): Messenger {
  const api = new Api(token, client);
  const paid = perSecond > freeRate ? { allow_paid_broadcast: true } : {};
  return {
    async send(chatId, message, signal) {
      try {
        // grammY's type of a signal is that of a polyfill.
        const sent = await api.sendMessage(
          chatId,
          String(message.text),
          { ...options(message), ...paid },
          signal as never,
        );
        return { kind: "delivered", messageId: sent.message_id };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

function options({ keyboard, isSilent, isProtected }: Message) {
  return {
    parse_mode: "HTML" as const,
    link_preview_options: { is_disabled: true },
    ...(keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard } } : {}),
    ...(isSilent ? { disable_notification: true } : {}),
    ...(isProtected ? { protect_content: true } : {}),
  };
}
