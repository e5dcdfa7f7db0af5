import { deleteDraft, saveDraft } from "../../../bot/classes/learners/draft-store.ts";
import {
  consentDocument,
  consentDocumentDay,
  isFullName,
  readName,
  readPhone,
} from "../../../bot/classes/learners/learner.ts";
import { giveConsent, withdrawConsent } from "../../../bot/classes/learners/learner-store.ts";
import type { FlowContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button, type Row } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { parseAssent } from "../../../bot/understanding/parse-assent.ts";
import { Html, html, joinLines } from "../../../bot/words/html.ts";
import { formatDays } from "../../../bot/words/time/dates.ts";
import { simpleModeCallback } from "../../account/callbacks.ts";
import { toMenu } from "../../account/menu.ts";
import { ask } from "../../kit/ask/ask.ts";
import { askContact } from "../../kit/ask/ask-contact.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { type Answer, answered } from "../../kit/steps/answer.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { type Step, walk } from "../../kit/steps/wizard.ts";
import { isSimple, simpleView, toHome } from "../../simple/screen.ts";
import { ownClassesCallback } from "../callbacks.ts";
import { confirmEnrolment, type Entered, type PreparedEnrolment, prepareEnrolment } from "./enrolling.ts";
import { joinByContact } from "./own-contact.ts";

type Open = Extract<PreparedEnrolment, { kind: "open" }>;

/**
 * Enrols somebody: consent, phone, name, confirmation, of which only what is not known yet is asked. The name of the
 * messenger is taken and shown before the last tap, where it can be written otherwise: five taps and a shared contact,
 * counted from the main screen.
 */
export const enrol = defineDialogue(
  "enrol",
  { version: 4 },
  async (conversation: Conversation, groupId: number): Promise<void> => {
    const { dialogue } = conversation;
    const { t, person } = conversation.ctx.reader;
    const prepared = await dialogue.external(({ services, reader, from }) =>
      prepareEnrolment(services, reader, { groupId, from }),
    );
    if (prepared.kind === "refused") return end(conversation, html`${prepared.reason}`);
    const about = Html.trusted(prepared.about);
    const keep = (entered: Entered) =>
      dialogue.external((outer) =>
        once(outer, "keep", (database) => saveDraft(database, person.id, { ...entered, groupId }, outer.reader.now)),
      );

    /** A person who comes back to an enrolment is told first which one it is. */
    const opening: Opening = (question, canGoBack) => (canGoBack ? question : joinLines(about, "", question));

    let isRefused = false;
    const consent: Step<Entered> = {
      isNeeded: ({ hasConsented }) => !hasConsented,
      async ask() {
        const answer = await askConsent(conversation, about);
        if (answer.kind !== "answer") return answer;
        isRefused = !answer.value;
        // A person who refuses may have agreed, gone on, and come back.
        const write = isRefused ? withdrawConsent : giveConsent;
        await dialogue.external((outer) =>
          once(outer, "consent", (database) => write(database, person.id, outer.reader.now)),
        );
        return isRefused ? { kind: "cancelled" } : answered({ hasConsented: true });
      },
    };
    const phone: Step<Entered> = {
      isNeeded: (entered) => entered.phone === undefined,
      async ask(entered, canGoBack) {
        const words = { again: t("enrol.phone_again"), thanks: t("enrol.phone_thanks") };
        const text = opening(html`${t(isSimple(conversation.ctx.reader) ? "simple.phone" : "enrol.phone")}`, canGoBack);
        const answer = await askContact(conversation, { ...words, text, canGoBack });
        if (answer.kind !== "answer") return answer;
        const number = answer.value;
        const value = { phone: number === null ? null : readPhone(number) };
        // Who was enrolled by telephone before finds their places here.
        if (number !== null) await dialogue.external((outer) => joinByContact(outer, number));
        await keep({ ...entered, ...value });
        return answered(value);
      },
    };
    const name: Step<Entered> = {
      isNeeded: (entered) => entered.name === undefined,
      async ask(entered, canGoBack) {
        const answer = await askName(conversation, opening(html`${t("enrol.name_open")}`, canGoBack), canGoBack);
        if (answer.kind !== "answer") return answer;
        await keep({ ...entered, name: answer.value });
        return answered({ name: answer.value });
      },
    };
    const summary: Step<Entered> = {
      async ask(entered, canGoBack) {
        for (let { name = "" } = entered; ; ) {
          const answer = await askWhetherSo(conversation, { prepared, entered: { ...entered, name }, canGoBack });
          if (answer.kind !== "answer") return answer;
          if (answer.value === "so") return answered({ name });
          const written = await askName(conversation, html`${t("enrol.name_write")}`, true);
          if (written.kind === "cancelled") return written;
          if (written.kind === "back") continue;
          name = written.value;
          await keep({ ...entered, name });
        }
      },
    };

    const answer = await walk<Entered>(prepared.entered, [consent, phone, name, summary]);
    if (answer.kind === "cancelled") {
      await dialogue.external((outer) => once(outer, "stop", (database) => deleteDraft(database, person.id)));
      return end(conversation, html`${t(isRefused ? "enrol.refused" : "enrol.stopped")}`);
    }
    const said = await dialogue.external((outer) =>
      once(outer, "enrol", (database) =>
        confirmEnrolment({ database }, outer.reader, { groupId, entered: answer.value, about: prepared.about }),
      ),
    );
    if (!said.isDone || !prepared.offersSimpleMode) return end(conversation, Html.trusted(said.text));
    // Everybody who comes to learn the computer or the telephone is offered the simple screens, in a line as well.
    const simple = button(t("simple.on"), simpleModeCallback.data(true));
    await end(conversation, joinLines(Html.trusted(said.text), "", t("simple.offer")), [simple]);
  },
);

/** Everything once more, with what speaks against it; the last tap enrols, or another name is wanted. */
function askWhetherSo(
  conversation: Conversation,
  { prepared, entered, canGoBack }: { prepared: Open; entered: Entered; canGoBack: boolean },
): Promise<Answer<"so" | "rename">> {
  const { t } = conversation.ctx.reader;
  const { overlaps, position } = prepared;
  const about = joinLines(Html.trusted(prepared.about), prepared.forWhom);
  const { name = "" } = entered;
  const confirm = t(position === null ? "enrol.confirm" : "enrol.queue");
  return ask(conversation, {
    text: joinLines(
      t.html("enrol.summary", { about, name, phone: entered.phone ?? t("enrol.no_phone") }),
      isFullName(name) ? null : html`\n${t("enrol.full_name", { label: t("enrol.name_other") })}`,
      ...(overlaps.length > 0
        ? ["", html`${isSimple(conversation.ctx.reader) ? "" : "⚠ "}${t("enrol.overlap")}`, ...overlaps]
        : []),
      ...(position === null ? [] : ["", t("enrol.full", { position })]),
    ),
    choices: [[{ label: confirm, value: "so" }], [{ label: t("enrol.name_other"), value: "rename" }]],
    read: ({ message }) => (parseAssent(message?.text ?? "") === "yes" ? "so" : undefined),
    again: html`${t("enrol.again", { label: confirm })}`,
    canGoBack,
  });
}

async function end(conversation: Conversation, text: Html, offered: Row = []): Promise<void> {
  const { t } = conversation.ctx.reader;
  const own = button(t("classes.own"), ownClassesCallback.data(null));
  const { keyboard } = isSimple(conversation.ctx.reader)
    ? simpleView(t, text, [own, toHome(t)])
    : { keyboard: [[own, toMenu(t)], offered] };
  await say(conversation, { text, keyboard });
}

/** The screen of its own that the law wants, with the document a tap away. */
async function askConsent(conversation: Conversation, about: Html): Promise<Answer<boolean>> {
  const { t } = conversation.ctx.reader;
  const agree = { label: t("enrol.agree"), value: "yes" } as const;
  // Consent may be given in words; a word that says something else is no consent.
  const read = ({ message }: FlowContext) => parseAssent(message?.text ?? "");
  const refuse = { label: t("enrol.refuse"), value: "no" } as const;
  const again = html`${t("enrol.again", { label: agree.label })}`;
  const simple = isSimple(conversation.ctx.reader);
  for (;;) {
    const answer = await ask<"yes" | "no" | "read">(conversation, {
      text: t.html(simple ? "simple.consent" : "enrol.consent", { about }),
      // In simple mode there is room for two: who wants to refuse does so under the document, or by a word.
      choices: [[agree], [{ label: t("enrol.read"), value: "read" }], ...(simple ? [] : [[refuse]])],
      read,
      again,
    });
    if (answer.kind !== "answer") return answer;
    if (answer.value !== "read") return answered(answer.value === "yes");
    const decided = await ask<"yes" | "no">(conversation, {
      text: documentText(conversation.ctx),
      choices: [[agree], [refuse]],
      read,
      again,
      canGoBack: true,
    });
    if (decided.kind === "answer") return answered(decided.value === "yes");
    if (decided.kind === "cancelled") return decided;
  }
}

/** Who keeps the data, what for and for how long, with the version that is agreed to. */
function documentText({ reader: { t, zone }, services: { city } }: FlowContext): Html {
  const { version } = consentDocument;
  const day = formatDays(consentDocumentDay, consentDocumentDay, t, zone, new Date(0));
  return joinLines(
    t.html("enrol.document", { operator: city.operator ?? t("enrol.operator") }),
    html`\n${t("enrol.document_version", { version, day })}`,
  );
}

type Opening = (question: Html, canGoBack: boolean) => Html;

/** The name for the journal, as somebody writes it. */
const askName = (conversation: Conversation, text: Html, canGoBack: boolean): Promise<Answer<string>> =>
  ask(conversation, {
    text,
    read: ({ message }) => readName(message?.text ?? ""),
    again: html`${conversation.ctx.reader.t("enrol.name_again")}`,
    canGoBack,
  });
