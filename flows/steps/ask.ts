import type { Dialogue, FlowContext } from "../../bot/context.ts";
import { button } from "../../bot/telegram/keyboard.ts";
import { answerTap } from "../../bot/telegram/show.ts";
import { cancelCallback } from "../callbacks.ts";

export type Answer<T> = { kind: "answer"; value: T } | { kind: "cancelled" };

export interface Question<T> {
  question: string;
  /** Said when an answer does not fit. */
  again: string;
  /** What an answer means; undefined where it does not fit. */
  read: (answer: FlowContext) => T | undefined;
  /** Milliseconds that a person is held in the question; a later message is taken for what it says. */
  patience: number;
}

/**
 * Asks until an answer fits. A button leads out, and so do all commands, the buttons below the text field and those of
 * other screens (flows/way-out.ts).
 */
export async function ask<T>(
  dialogue: Dialogue,
  ctx: FlowContext,
  { question, again, read, patience }: Question<T>,
): Promise<Answer<T>> {
  const { t } = ctx.reader;
  const reply_markup = { inline_keyboard: [[button(t("button.cancel"), cancelCallback.data(null))]] };
  await ctx.reply(question, { reply_markup });
  for (;;) {
    const answer = await dialogue.wait({ maxMilliseconds: patience });
    if (answer.callbackQuery) {
      await answerTap(answer);
      return { kind: "cancelled" };
    }
    const value = read(answer);
    if (value !== undefined) return { kind: "answer", value };
    await answer.reply(again, { reply_markup });
  }
}
