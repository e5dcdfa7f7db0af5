import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered, mapAnswer } from "../../../kit/steps/answer.ts";
import type { Step } from "../../../kit/steps/wizard.ts";
import { askDates } from "../ask/ask-dates.ts";
import { askInstitution, type Houses } from "../ask/ask-institution.ts";
import { askLinks } from "../ask/ask-links.ts";
import { askPoster } from "../ask/ask-poster.ts";
import { askAgeRating, askPrice, askSection } from "../ask/ask-traits.ts";
import { askWhere } from "../ask/ask-where.ts";
import { askBody, askLanguage, askTitle, languageOf } from "../ask/ask-words.ts";
import type { Draft } from "./draft.ts";

/** The fields of a draft, in the order in which they are asked for. */
export const fields = [
  "title",
  "dates",
  "where",
  "section",
  "price",
  "ageMin",
  "links",
  "body",
  "posterUrl",
  "institution",
] as const;

/** The fields of a draft that is shown as a whole: the language is told by the words, and may be said. */
export const fieldsOfDraft = ["title", "language", ...fields.slice(1)] as const;
export type Field = (typeof fieldsOfDraft)[number];

/** A question for each field: those of a new event, and of one that was guessed out of a text. */
export function stepsOf(conversation: Conversation, houses: Houses): Record<Field, Step<Draft>> {
  const { isAll, own } = houses;
  return {
    title: {
      // The words below it tell better which language it is in, where there are any.
      async ask({ body }, canGoBack) {
        const { language } = conversation.ctx.reader.t;
        return mapAnswer(await askTitle(conversation, canGoBack), (title) => ({
          title,
          language: languageOf(`${title} ${body ?? ""}`, language),
        }));
      },
    },
    language: asks("language", (canGoBack) => askLanguage(conversation, canGoBack)),
    dates: asks("dates", (canGoBack) => askDates(conversation, { canGoBack, canSkip: true })),
    where: asks("where", (canGoBack) => askWhere(conversation, canGoBack, { houses })),
    section: asks("section", (canGoBack) => askSection(conversation, canGoBack)),
    price: asks("price", (canGoBack) => askPrice(conversation, canGoBack)),
    ageMin: asks("ageMin", (canGoBack) => askAgeRating(conversation, canGoBack)),
    links: asks("links", (canGoBack) => askLinks(conversation, canGoBack)),
    body: {
      // A Russian title may name a Tatar song: what is written below it tells better which language it is.
      async ask({ title = "" }, canGoBack) {
        const { language } = conversation.ctx.reader.t;
        return mapAnswer(await askBody(conversation, canGoBack), (body) => ({
          body,
          ...(body !== null && { language: languageOf(`${title} ${body}`, language) }),
        }));
      },
    },
    posterUrl: { ask: (_, canGoBack) => askPoster(conversation, canGoBack) },
    institution: {
      // An editor of one institution is not asked whose event it is.
      isNeeded: () => isAll || own.length > 1,
      ...asks("institution", (canGoBack) => askInstitution(conversation, houses, canGoBack)),
    },
  };
}

function asks<Name extends Field>(
  name: Name,
  question: (canGoBack: boolean) => Promise<Answer<Exclude<Draft[Name], undefined>>>,
): Step<Draft> {
  return {
    async ask(_, canGoBack) {
      const answer = await question(canGoBack);
      return answer.kind === "answer" ? answered<Partial<Draft>>({ [name]: answer.value }) : answer;
    },
  };
}

/** Whose event it is before anybody asks. */
export const ownHouse = ({ isAll, own }: Houses): Pick<Draft, "institution"> =>
  !isAll && own[0] && own.length === 1 ? { institution: own[0] } : {};
