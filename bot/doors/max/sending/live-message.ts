import type { Display } from "../../../announcements/progress/progress-message.ts";
import type { MaxClient } from "../client/max-client.ts";
import { outcomeOfError, outcomeOfRefusal } from "../client/outcome.ts";
import { isUnchangeable, refusalOf } from "../client/refusal.ts";
import { parseSent } from "../client/sent.ts";
import type { SentMessages } from "../wire/sent-messages-store.ts";
import { bodyOf } from "../writing/body.ts";
import { layKeyboard } from "../writing/keyboard.ts";
import { layText } from "../writing/text.ts";

/** A message of the bot at MAX that is changed again and again. Flows name it by its number. */
export function maxDisplay(client: MaxClient, messages: SentMessages, now: () => Date): Display {
  return {
    async show(chatId, messageId, { text, keyboard }) {
      const body = bodyOf(layText(String(text)), [layKeyboard(keyboard)]);
      try {
        const mid = messageId === null ? undefined : await messages.find(Number(messageId));
        if (messageId !== null && mid === undefined) return { kind: "gone" };
        const query = mid === undefined ? { user_id: chatId } : { message_id: mid };
        const method = mid === undefined ? "POST" : "PUT";
        const answer = await client.call({ method, path: "/messages", query, body });
        const refusal = refusalOf(answer);
        if (refusal === undefined) return { kind: "shown", messageId: messageId ?? (await keep(answer.body)) };
        if (messageId !== null && isUnchangeable(refusal)) return { kind: "gone" };
        return failed(outcomeOfRefusal(refusal, 1).kind);
      } catch (error) {
        return failed(outcomeOfError(error).kind);
      }
    },
  };

  async function keep(answer: unknown): Promise<string> {
    return String(await messages.keep(parseSent(answer).mid, now()));
  }
}

const failed = (kind: string) =>
  ({ kind: kind === "throttled" || kind === "unsent" || kind === "uncertain" ? "later" : "never" }) as const;
