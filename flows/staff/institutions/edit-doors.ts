import { setInstitutionAbout, setInstitutionHours } from "../../../bot/programme/editing/institution-doors-store.ts";
import { html } from "../../../bot/words/html.ts";
import type { Language } from "../../../bot/words/language.ts";
import { ask, type Choice } from "../../kit/ask/ask.ts";
import { type Conversation, typed } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { askHours } from "../offers/ask-hours.ts";
import { endRefused, finishEditing } from "./finish.ts";
import { loadInstitution } from "./institution-view.ts";

/** Characters of what an institution says of itself. */
const longestAbout = 400;

/** Asks when an institution is open. */
export const editInstitutionHours = defineDialogue(
  "institution-hours",
  { version: 1 },
  async (conversation: Conversation, institutionId: number): Promise<void> => {
    const { t } = conversation.ctx.reader;
    const answer = await askHours(conversation, { without: t("programme.button.without"), canGoBack: false });
    const at = { institutionId, step: "institution-hours" };
    return finishEditing(conversation, at, answer, (database, actor, hours) =>
      setInstitutionHours(database, actor, institutionId, hours),
    );
  },
);

/** Asks what an institution is, in a language. */
export const editInstitutionAbout = defineDialogue(
  "institution-about",
  { version: 1 },
  async (
    conversation: Conversation,
    { institutionId, language }: { institutionId: number; language: Language },
  ): Promise<void> => {
    const { dialogue } = conversation;
    const { t } = conversation.ctx.reader;
    const loaded = await dialogue.external(({ services, reader }) => loadInstitution(services, reader, institutionId));
    if (loaded === null) return endRefused(conversation);
    const old = loaded.institution.about[language];
    const keep: Choice<string>[] = old === undefined ? [] : [{ label: t("programme.button.keep"), value: old }];
    const answer = await ask<string | null>(conversation, {
      text: html`${t("always_edit.ask.about", { language })}`,
      again: html`${t("always_edit.again.body", { longest: longestAbout })}`,
      choices: [[...keep, { label: t("programme.button.without"), value: null }]],
      read: (said) => (typed(said) !== "" && typed(said).length <= longestAbout ? typed(said) : undefined),
    });
    const at = { institutionId, step: "institution-about" };
    return finishEditing(conversation, at, answer, (database, actor, about) =>
      setInstitutionAbout(database, actor, institutionId, { language, about }),
    );
  },
);
