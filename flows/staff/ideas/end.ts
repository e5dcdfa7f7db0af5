import { Html } from "../../../bot/words/html.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { answerIdeaView } from "./views.ts";

/** Ends a dialogue with the idea as it stands now; `said` tells what has become of it. */
export async function endWithIdea(conversation: Conversation, ideaId: number, said: string): Promise<void> {
  const view = await conversation.dialogue.external(async (outer) => {
    const { text, keyboard } = await answerIdeaView(outer, ideaId, said);
    return { text: String(text), keyboard };
  });
  await say(conversation, { text: Html.trusted(view.text), keyboard: view.keyboard });
}
