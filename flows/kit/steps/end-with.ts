import type { BotContext } from "../../../bot/context.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import { Html } from "../../../bot/words/html.ts";
import type { Conversation } from "../conversation.ts";
import { say } from "./dialogue-message.ts";

/** Ends a dialogue with a screen, which is looked up in the update's own context. */
export async function endWith(conversation: Conversation, viewOf: (ctx: BotContext) => Promise<View>): Promise<void> {
  const view = await conversation.dialogue.external(async (ctx) => {
    const { text, keyboard } = await viewOf(ctx);
    return { text: String(text), keyboard };
  });
  await say(conversation, { text: Html.trusted(view.text), keyboard: view.keyboard });
}
