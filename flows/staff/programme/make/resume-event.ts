import { putKeyboardAway } from "../../../kit/away-keyboard.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { defineDialogue } from "../../../kit/dialogue.ts";
import { findOwnHouses } from "../ask/ask-institution.ts";
import { finishDrafts } from "./finish-drafts.ts";
import { findDrafts } from "./unfinished.ts";

/** Goes on with events that were begun in another dialogue: all that is known of them, each field a tap from being said. */
export const resumeEvent = defineDialogue(
  "resume-event",
  { version: 5 },
  async (conversation: Conversation): Promise<void> => {
    const houses = await findOwnHouses(conversation);
    const drafts = await conversation.dialogue.external(findDrafts);
    await putKeyboardAway(conversation);
    await finishDrafts(conversation, houses, drafts);
  },
);
