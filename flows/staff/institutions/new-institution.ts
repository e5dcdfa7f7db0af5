import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import {
  createInstitution,
  type InstitutionWords,
  type Position,
} from "../../../bot/programme/editing/institution-store.ts";
import { type Language, languages, type Texts } from "../../../bot/words/language.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { mapAnswer } from "../../kit/steps/answer.ts";
import { type Step, walk } from "../../kit/steps/wizard.ts";
import { languageOf } from "../programme/ask/ask-words.ts";
import { askLineOfCard, askPosition } from "./ask-words.ts";
import { endRefused, endUnsaved, endWithInstitution } from "./finish.ts";

interface Draft {
  /** In the language that was written first, and those that were not skipped. */
  names: Texts<string>;
  first?: Language;
  address?: string | null;
  position?: Position | null;
}

/** Makes an institution by one question at a time: its name, its address, its other names, the place on the map. */
export const newInstitution = defineDialogue(
  "new-institution",
  { version: 2 },
  async (conversation: Conversation): Promise<void> => {
    const { t, person } = conversation.ctx.reader;
    const skip = { label: t("programme.button.skip"), value: null };
    const name: Step<Draft> = {
      ask: async (_, canGoBack) =>
        mapAnswer(await askLineOfCard(conversation, { question: t("institution.ask.name"), canGoBack }), (said) => {
          const first = languageOf(said, t.language);
          return { first, names: { [first]: said } };
        }),
    };
    const address: Step<Draft> = {
      ask: async (_, canGoBack) =>
        mapAnswer(
          await askLineOfCard(conversation, { question: t("institution.ask.address"), without: skip, canGoBack }),
          (said) => ({
            address: said,
          }),
        ),
    };
    const nameIn = (language: Language): Step<Draft> => ({
      isNeeded: ({ first }) => first !== language,
      ask: async ({ names }, canGoBack) =>
        mapAnswer(
          await askLineOfCard(conversation, {
            question: t("institution.ask.name_in", { language }),
            without: skip,
            canGoBack,
          }),
          (said) => ({ names: said === null ? names : { ...names, [language]: said } }),
        ),
    });
    const place: Step<Draft> = {
      ask: async (_, canGoBack) =>
        mapAnswer(await askPosition(conversation, { without: skip, canGoBack }), (position) => ({ position })),
    };
    const walked = await walk<Draft>({ names: {} }, [name, address, ...languages.map(nameIn), place]);
    if (walked.kind !== "answer") return endUnsaved(conversation);
    const made = await conversation.dialogue.external((outer) =>
      once(outer, "new-institution", (database) =>
        createInstitution(database, { by: person.id, now: outer.reader.now }, institutionOf(walked.value)),
      ),
    );
    return made.kind === "done"
      ? endWithInstitution(conversation, made.value.institutionId, t("institution.made"))
      : endRefused(conversation);
  },
);

function institutionOf({ names, first, address = null, position = null }: Draft): {
  texts: Texts<InstitutionWords>;
  position: Position | null;
} {
  const words = languages.flatMap((language) => {
    const name = names[language];
    return name === undefined ? [] : [[language, { name, address: language === first ? address : null }] as const];
  });
  return { texts: Object.fromEntries(words), position };
}
