import type { BotContext } from "../../bot/context.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import type { PlainIntent } from "../../bot/understanding/intent.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { searchThisCallback } from "../programme/callbacks.ts";
import { answers } from "./answers.ts";

/** Characters of a query that fit on its button. */
const longest = 22;

/**
 * The answer to what a message is most like, with one button that searches the programme for it after all. It is a reply: the
 * button finds the words there, and nothing is kept of what was not searched for.
 */
export async function guessedView(ctx: BotContext, intent: PlainIntent, text: string): Promise<View> {
  const view = await answers[intent](ctx);
  const label = ctx.reader.t("understood.search_instead", { query: cutAtWord(text.trim(), longest) });
  return { ...view, keyboard: [...view.keyboard, [button(label, searchThisCallback.data(null))]], isReply: true };
}
