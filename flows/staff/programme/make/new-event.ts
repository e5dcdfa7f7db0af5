import type { Conversation } from "../../../kit/conversation.ts";
import { defineDialogue } from "../../../kit/dialogue.ts";
import { walk } from "../../../kit/steps/wizard.ts";
import { findOwnHouses } from "../ask/ask-institution.ts";
import { endWithDraft, endWithNothing } from "../finish.ts";
import type { Draft } from "./draft.ts";
import { fields, ownHouse, stepsOf } from "./steps.ts";

/** Makes an event by one question at a time; it is a draft until it is published under its preview. */
export const newEvent = defineDialogue(
  "new-event",
  { version: 2 },
  async (conversation: Conversation): Promise<void> => {
    const houses = await findOwnHouses(conversation);
    const steps = stepsOf(conversation, houses);
    const start: Draft = { language: conversation.ctx.reader.t.language, ...ownHouse(houses) };
    const answer = await walk(
      start,
      fields.map((field) => steps[field]),
    );
    return answer.kind === "answer" ? endWithDraft(conversation, answer.value) : endWithNothing(conversation);
  },
);
