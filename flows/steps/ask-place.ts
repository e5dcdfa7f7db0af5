import type { Dialogue, FlowContext } from "../../bot/context.ts";
import { button } from "../../bot/telegram/keyboard.ts";
import { answerTap } from "../../bot/telegram/show.ts";
import { cancelCallback } from "../callbacks.ts";

export type PlaceAnswer = { kind: "place"; latitude: number; longitude: number } | { kind: "cancelled" };

/** Nobody is held in a question for longer, in milliseconds. */
const patience = 3_600_000;

/** Asks for a shared location until one comes, repeating with `again`; a button leads out. */
export async function askPlace(
  dialogue: Dialogue,
  ctx: FlowContext,
  { question, again }: { question: string; again: string },
): Promise<PlaceAnswer> {
  const { t } = ctx.reader;
  const reply_markup = { inline_keyboard: [[button(t("button.cancel"), cancelCallback.data(null))]] };
  await ctx.reply(question, { reply_markup });
  for (;;) {
    const answer = await dialogue.wait({ maxMilliseconds: patience });
    if (answer.callbackQuery) {
      await answerTap(answer);
      return { kind: "cancelled" };
    }
    const location = answer.message?.location;
    if (location) return { kind: "place", latitude: location.latitude, longitude: location.longitude };
    await answer.reply(again, { reply_markup });
  }
}
