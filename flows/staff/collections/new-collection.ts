import { type CollectionKind, collectionKinds } from "../../../bot/collections/collection.ts";
import { makeCollection } from "../../../bot/collections/editing/edit-store.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { type Language, languages } from "../../../bot/words/language.ts";
import { choose } from "../../kit/ask/choose.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { mapAnswer } from "../../kit/steps/answer.ts";
import { type Step, walk } from "../../kit/steps/wizard.ts";
import { askInstitution, findOwnHouses } from "../programme/ask/ask-institution.ts";
import { languageOf } from "../programme/ask/ask-words.ts";
import { askCollectionDates, datesOf, type SaidTime } from "./ask-dates.ts";
import { askCollectionTitle, askSummary } from "./ask-texts.ts";
import { endForbidden, endWithCollection, endWithCollections } from "./finish.ts";

interface Draft {
  kind: CollectionKind;
  /** Null: the city's. */
  institutionId?: number | null;
  first: Language;
  titles: Partial<Record<Language, string>>;
  summaries: Partial<Record<Language, string>>;
  time: SaidTime | null;
}

/** Makes a draft of a collection: what it is, whose, what it is called and about in each language, when it is. */
export const newCollection = defineDialogue(
  "new-collection",
  { version: 1 },
  async (conversation: Conversation): Promise<void> => {
    const { t, person } = conversation.ctx.reader;
    // Whoever makes a collection makes no institution on the way.
    const houses = { ...(await findOwnHouses(conversation)), mayMake: false };
    const [only, ...others] = houses.own;
    const ownId = !houses.isAll && others.length === 0 ? (only?.id ?? undefined) : undefined;
    const steps: Step<Draft>[] = [
      {
        async ask(_, canGoBack) {
          const kinds = collectionKinds.map((kind) => ({ label: t(`collection.kind.${kind}`), value: kind }));
          const kind = await choose(conversation, t("collection.edit.ask.kind"), [kinds], canGoBack);
          return mapAnswer(kind, (value) => ({ kind: value }));
        },
      },
      {
        isNeeded: () => ownId === undefined,
        ask: async (_, canGoBack) =>
          mapAnswer(await askInstitution(conversation, houses, canGoBack), (house) => ({
            institutionId: house?.id ?? null,
          })),
      },
      {
        ask: async (_, canGoBack) =>
          mapAnswer(await askCollectionTitle(conversation, { canGoBack }), (title) => {
            const first = languageOf(title ?? "", t.language);
            return { first, titles: { [first]: title ?? "" } };
          }),
      },
      {
        ask: async ({ first }, canGoBack) =>
          mapAnswer(await askSummary(conversation, { canGoBack }), (summary) => ({
            summaries: summary === null ? {} : { [first]: summary },
          })),
      },
      ...languages.flatMap((language) => stepsIn(conversation, language)),
      {
        ask: async ({ kind }, canGoBack) =>
          mapAnswer(
            await askCollectionDates(conversation, { mayBeNone: kind === "collection", canGoBack }),
            (time) => ({
              time,
            }),
          ),
      },
    ];
    const start: Draft = { kind: "collection", first: t.language, titles: {}, summaries: {}, time: null };
    const walked = await walk<Draft>(start, steps);
    if (walked.kind !== "answer") return endWithCollections(conversation, t("collection.edit.said.stopped"));
    const { kind, institutionId = ownId ?? null, time } = walked.value;
    const made = await conversation.dialogue.external((outer) =>
      once(outer, "new-collection", (database) =>
        makeCollection(
          database,
          { by: person.id, now: outer.reader.now },
          { kind, institutionId, texts: textsOf(walked.value), dates: datesOf(time) },
        ),
      ),
    );
    return made.kind === "done"
      ? endWithCollection(conversation, made.value, t("collection.edit.said.made"))
      : endForbidden(conversation);
  },
);

/** What it is called and about in a language that was not written first; without a title nothing else is asked. */
const stepsIn = (conversation: Conversation, language: Language): Step<Draft>[] => [
  {
    isNeeded: ({ first }) => first !== language,
    ask: async ({ titles }, canGoBack) =>
      mapAnswer(await askCollectionTitle(conversation, { language, canGoBack }), (title) => ({
        titles: title === null ? titles : { ...titles, [language]: title },
      })),
  },
  {
    isNeeded: ({ first, titles, summaries }) =>
      first !== language && titles[language] !== undefined && summaries[first] !== undefined,
    ask: async ({ summaries }, canGoBack) =>
      mapAnswer(await askSummary(conversation, { language, canGoBack }), (summary) => ({
        summaries: summary === null ? summaries : { ...summaries, [language]: summary },
      })),
  },
];

const textsOf = ({ titles, summaries }: Draft) =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const title = titles[language];
      return title === undefined ? [] : [[language, { title, summary: summaries[language] ?? null }] as const];
    }),
  );
