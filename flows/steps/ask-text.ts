import type { Dialogue, FlowContext } from "../../bot/context.ts";
import { button } from "../../bot/telegram/keyboard.ts";
import { answerTap } from "../../bot/telegram/show.ts";
import { cancelCallback } from "../callbacks.ts";

export type TextAnswer = { kind: "text"; text: string } | { kind: "cancelled" };

/** Nobody is held in a question for longer, in milliseconds; a later message is taken for what it says. */
const patience = 24 * 3_600_000;

/**
 * Asks for a text until `accept` takes it, repeating with `again`. A button leads out, and so do all commands and
 * buttons of other screens (flows/way-out.ts).
 */
export async function askText(
  dialogue: Dialogue,
  ctx: FlowContext,
  { question, again, accept }: { question: string; again: string; accept: (text: string) => boolean },
): Promise<TextAnswer> {
  const { t } = ctx.reader;
  const reply_markup = { inline_keyboard: [[button(t("button.cancel"), cancelCallback.data(null))]] };
  await ctx.reply(question, { reply_markup });
  for (;;) {
    const answer = await dialogue.wait({ maxMilliseconds: patience });
    if (answer.callbackQuery) {
      await answerTap(answer);
      return { kind: "cancelled" };
    }
    const text = answer.message?.text;
    if (text !== undefined && accept(text)) return { kind: "text", text };
    await answer.reply(again, { reply_markup });
  }
}
