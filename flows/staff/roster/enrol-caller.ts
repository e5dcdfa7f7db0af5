import { enrolByHand } from "../../../bot/classes/by-hand/enrol-store.ts";
import { parsePhone } from "../../../bot/classes/by-hand/parse-phone.ts";
import { formatEnrolledByHand } from "../../../bot/classes/by-hand/words.ts";
import { isFullName, readName } from "../../../bot/classes/learners/learner.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { ask } from "../../kit/ask/ask.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { answered } from "../../kit/steps/answer.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { type Step, walk } from "../../kit/steps/wizard.ts";
import { enrolCallerCallback, peopleCallback } from "../teach/callbacks.ts";
import { openGroup } from "../teach/open-group.ts";

interface Draft {
  name?: string;
  phone?: string | null;
}

/** Enrols somebody who telephoned: name → number → what they were told and agreed to → done. No messenger is needed. */
export const enrolCaller = defineDialogue(
  "enrol-caller",
  { version: 1 },
  async (conversation: Conversation, groupId: number): Promise<void> => {
    const { dialogue } = conversation;
    const { t, person } = conversation.ctx.reader;
    const group = await openGroup(dialogue, groupId);
    if (group === null) return void (await say(conversation, { text: html`${t("staff.not_open")}` }));
    const toPeople = button(t("by_hand.button.people"), peopleCallback.data({ id: groupId, page: 0 }));

    const name: Step<Draft> = {
      async ask(_, canGoBack) {
        const answer = await ask<string>(conversation, {
          text: html`${t("by_hand.ask.name", { title: group.title })}`,
          again: html`${t("enrol.name_again")}`,
          read: ({ message }) => {
            const read = readName(message?.text ?? "");
            return read !== undefined && isFullName(read) ? read : undefined;
          },
          canGoBack,
        });
        return answer.kind === "answer" ? answered({ name: answer.value }) : answer;
      },
    };
    const phone: Step<Draft> = {
      async ask(_, canGoBack) {
        const answer = await ask<string | null>(conversation, {
          text: html`${t("by_hand.ask.phone")}`,
          again: html`${t("by_hand.ask.phone_again")}`,
          choices: [[{ label: t("step.without_phone"), value: null }]],
          read: ({ message }) => parsePhone(message?.text ?? ""),
          canGoBack,
        });
        return answer.kind === "answer" ? answered({ phone: answer.value }) : answer;
      },
    };
    const consent: Step<Draft> = {
      async ask({ name: written = "", phone: number }, canGoBack) {
        const text = joinLines(
          html`<b>${written}</b>`,
          number ?? t("enrol.no_phone"),
          group.title,
          "",
          t("by_hand.ask.consent"),
        );
        const answer = await ask<true>(conversation, {
          text,
          again: html`${t("class_edit.press")}`,
          choices: [[{ label: t("by_hand.button.agreed"), value: true }]],
          canGoBack,
        });
        return answer.kind === "answer" ? answered({}) : answer;
      },
    };

    const asked = await walk<Draft>({}, [name, phone, consent]);
    if (asked.kind !== "answer") {
      const text = html`${t("by_hand.stopped")}`;
      return void (await say(conversation, { text, keyboard: [[toPeople]] }));
    }
    const caller = { name: asked.value.name ?? "", phone: asked.value.phone ?? null, language: t.language };
    const made = await dialogue.external((outer) =>
      once(outer, "enrol-caller", (database) =>
        enrolByHand(database, { by: person.id, now: outer.reader.now }, { groupId, caller }),
      ),
    );
    const text =
      made.kind === "forbidden" ? html`${t("staff.not_open")}` : formatEnrolledByHand(made.value, caller.name, t);
    await say(conversation, {
      text,
      keyboard: [[button(t("by_hand.button.another"), enrolCallerCallback.data(groupId))], [toPeople]],
    });
  },
);
