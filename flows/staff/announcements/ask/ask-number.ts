import { formatNumber } from "../../../../bot/words/numbers.ts";
import { ask } from "../../../kit/ask/ask.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import type { Answer } from "../../../kit/steps/answer.ts";

/**
 * Asks to type a number of people, so that nobody sends to thousands by pressing once more.
 * Act "other": it is sent for the first time.
 */
export function askNumber(
  conversation: Conversation,
  count: number,
  act: "edit" | "delete" | "other",
): Promise<Answer<number>> {
  const { t } = conversation.ctx.reader;
  const number = formatNumber(count, t.language);
  return ask(conversation, {
    text: t.html("announce.confirm.type", { number, act }),
    read: ({ message }) => (readNumber(message?.text) === count ? count : undefined),
    again: t.html("announce.confirm.type_again", { number }),
    canGoBack: true,
  });
}

/** "9870", "9 870", "9,870". */
function readNumber(text: string | undefined): number | undefined {
  const digits = text?.trim().replace(/[\s\u00a0\u202f.,]/gu, "") ?? "";
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}
