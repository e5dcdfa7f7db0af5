import { removeByHand } from "../../../bot/classes/by-hand/change-store.ts";
import { findRosterPerson } from "../../../bot/classes/by-hand/roster-store.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { html } from "../../../bot/words/html.ts";
import { ask } from "../../kit/ask/ask.ts";
import { type Conversation, typed } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { learnerCallback, peopleCallback } from "../teach/callbacks.ts";

/** Characters of the word that goes with it. */
const longestWord = 300;

/** Takes somebody out of a group: a word to them, or none → done. Whoever no message reaches is removed after one tap. */
export const removeLearner = defineDialogue(
  "remove-learner",
  { version: 1 },
  async (conversation: Conversation, enrolmentId: number): Promise<void> => {
    const { dialogue } = conversation;
    const { t, person: reader } = conversation.ctx.reader;
    const person = await dialogue.external(({ services }) => findRosterPerson(services.database, enrolmentId));
    if (person === null) return void (await say(conversation, { text: html`${t("by_hand.gone")}` }));
    const { name, isRecorded, groupId } = person;
    const answer = await ask<string | null>(conversation, {
      text: html`${isRecorded ? t("by_hand.ask.remove_recorded", { name }) : t("by_hand.ask.remove", { name })}`,
      again: html`${t("by_hand.ask.word_again", { longest: longestWord })}`,
      choices: [[{ label: t(isRecorded ? "by_hand.button.remove_now" : "by_hand.button.without_word"), value: null }]],
      ...(!isRecorded && {
        read: (said) => (typed(said).length > 0 && typed(said).length <= longestWord ? typed(said) : undefined),
      }),
    });
    if (answer.kind !== "answer") {
      const back = button(t("button.back"), learnerCallback.data(enrolmentId));
      return void (await say(conversation, { text: html`${t("by_hand.kept", { name })}`, keyboard: [[back]] }));
    }
    const removed = await dialogue.external((outer) =>
      once(outer, "remove-learner", (database) =>
        removeByHand(database, { by: reader.id, now: outer.reader.now }, { enrolmentId, word: answer.value }),
      ),
    );
    const toPeople = button(t("by_hand.button.people"), peopleCallback.data({ id: groupId, page: 0 }));
    const said = () => {
      if (removed.kind === "forbidden") return t("staff.not_open");
      if (removed.value.kind === "gone") return t("by_hand.gone");
      return removed.value.isTold ? t("by_hand.removed_told", { name }) : t("by_hand.removed_untold", { name });
    };
    await say(conversation, { text: html`${said()}`, keyboard: [[toPeople]] });
  },
);
