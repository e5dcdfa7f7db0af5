import { putKeyboardAway } from "../../../kit/away-keyboard.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { defineDialogue } from "../../../kit/dialogue.ts";
import { type Step, walk } from "../../../kit/steps/wizard.ts";
import { findOwnHouses } from "../ask/ask-institution.ts";
import { endWithDraft, endWithNothing } from "../finish.ts";
import { isAnother } from "./ask-similar.ts";
import type { Draft } from "./draft.ts";
import { finishDrafts } from "./finish-drafts.ts";
import { fields, ownHouse, stepsOf } from "./steps.ts";
import { keepDrafts } from "./unfinished.ts";

/** Makes an event by one question at a time; it is a draft until it is published under its preview. */
export const newEvent = defineDialogue(
  "new-event",
  { version: 6 },
  async (conversation: Conversation): Promise<void> => {
    const houses = await findOwnHouses(conversation);
    await putKeyboardAway(conversation);
    const steps = stepsOf(conversation, houses);
    const start: Draft = { language: conversation.ctx.reader.t.language, ...ownHouse(houses) };
    const answer = await walk(
      start,
      fields.map((field) => kept(conversation, steps[field])),
    );
    if (answer.kind !== "answer") return endWithNothing(conversation);
    const another = await isAnother(conversation, answer.value);
    if (another.kind === "cancelled") return endWithNothing(conversation);
    if (another.kind === "back") return void (await finishDrafts(conversation, houses, [answer.value]));
    if (another.value === "another") await endWithDraft(conversation, answer.value);
  },
);

/** A question whose answer is kept at once, so that a tap on another keyboard loses nothing. */
const kept = (conversation: Conversation, step: Step<Draft>): Step<Draft> => ({
  ...step,
  async ask(draft, canGoBack) {
    const answer = await step.ask(draft, canGoBack);
    if (answer.kind === "answer") await keepDrafts(conversation, [{ ...draft, ...answer.value }]);
    return answer;
  },
});
