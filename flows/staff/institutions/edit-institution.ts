import { placeInstitution, setInstitutionWords } from "../../../bot/programme/editing/institution-store.ts";
import type { Language } from "../../../bot/words/language.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { mapAnswer } from "../../kit/steps/answer.ts";
import { walk } from "../../kit/steps/wizard.ts";
import { askLineOfCard, askPosition } from "./ask-words.ts";
import { endRefused, finishEditing } from "./finish.ts";
import { loadInstitution } from "./institution-view.ts";

/** Asks for an institution's name and address in a language; what is there may stay. */
export const editInstitutionWords = defineDialogue(
  "institution-words",
  { version: 1 },
  async (
    conversation: Conversation,
    { institutionId, language }: { institutionId: number; language: Language },
  ): Promise<void> => {
    const { dialogue } = conversation;
    const { t } = conversation.ctx.reader;
    const loaded = await dialogue.external(({ services, reader }) => loadInstitution(services, reader, institutionId));
    if (loaded === null) return endRefused(conversation);
    const old = loaded.institution.texts[language];
    const without = { label: t("programme.button.without"), value: null };
    const walked = await walk<{ name: string; address: string | null }>({ name: "", address: null }, [
      {
        ask: async (_, canGoBack) => {
          const question = t("institution.ask.name_in", { language });
          return mapAnswer(
            await askLineOfCard(conversation, { question, canGoBack, ...(old && { old: old.name }) }),
            (name) => ({
              name,
            }),
          );
        },
      },
      {
        ask: async (_, canGoBack) => {
          const question = t("institution.ask.address_in", { language });
          const known = old?.address == null ? {} : { old: old.address };
          return mapAnswer(
            await askLineOfCard(conversation, { question, without, canGoBack, ...known }),
            (address) => ({
              address,
            }),
          );
        },
      },
    ]);
    const at = { institutionId, step: "institution-words" };
    return finishEditing(conversation, at, walked, (database, actor, words) =>
      setInstitutionWords(database, actor, institutionId, { language, words }),
    );
  },
);

/** Asks where on the map an institution is. */
export const askInstitutionPlace = defineDialogue(
  "institution-place",
  { version: 1 },
  async (conversation: Conversation, institutionId: number): Promise<void> => {
    const at = { institutionId, step: "institution-place" };
    return finishEditing(
      conversation,
      at,
      await askPosition(conversation, { canGoBack: false }),
      (database, actor, position) => placeInstitution(database, actor, institutionId, position),
    );
  },
);
