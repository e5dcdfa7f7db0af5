import { Api, type ApiClientOptions } from "grammy";
import type { Display, Displayed } from "../../../announcements/progress/progress-message.ts";
import { outcomeOf } from "../client/outcome.ts";
import { isGone, isNotModified, isUneditable } from "../client/refusal.ts";

/** A message of the bot that is changed again and again. `client` should answer 429 at once: the next change follows. */
export function telegramDisplay(token: string, client: ApiClientOptions): Display {
  const api = new Api(token, client);
  return {
    async show(chatId, messageId, { text, keyboard }) {
      const options = {
        parse_mode: "HTML" as const,
        link_preview_options: { is_disabled: true },
        reply_markup: { inline_keyboard: keyboard.filter((row) => row.length > 0) },
      };
      try {
        if (messageId === null) {
          const sent = await api.sendMessage(Number(chatId), String(text), options);
          return { kind: "shown", messageId: String(sent.message_id) };
        }
        await api.editMessageText(Number(chatId), Number(messageId), String(text), options);
        return { kind: "shown", messageId };
      } catch (error) {
        return failureOf(error, messageId);
      }
    },
  };
}

function failureOf(error: unknown, messageId: string | null): Displayed {
  if (messageId !== null && isNotModified(error)) return { kind: "shown", messageId };
  if (messageId !== null && (isGone(error) || isUneditable(error))) return { kind: "gone" };
  const { kind } = outcomeOf(error);
  return { kind: kind === "throttled" || kind === "unsent" || kind === "uncertain" ? "later" : "never" };
}
