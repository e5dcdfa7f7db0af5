import type { Language } from "../words/language.ts";
import { likenessOf } from "./classifier/classify.ts";
import type { Concept } from "./concept.ts";
import type { Intent, PlainIntent } from "./intent.ts";
import { type Rule, rules } from "./rules.ts";
import { type MessageUnit, tag } from "./tagging.ts";

/** So many words are compared with the examples. */
const wordsCompared = 3;
/** From this likelihood on a message is what the examples say, without a look at the programme. */
const sure = 0.9;
/** From this one on, a message of a word or two is what the examples say, whatever a rule finds in its words. */
const certain = 0.98;
/** From this one on, where the programme has nothing of what it says. */
const likely = 0.4;

/** From this one on, it counts for more than what is found where a part of the message is passed over. */
const probable = 0.7;

/** What is asked about a thing or a class by name as well: such a thing comes first, if there is one. */
const ofThings: readonly PlainIntent[] = ["cost", "tickets"];
const ofClasses: readonly PlainIntent[] = ["own_classes", "classes"];

/**
 * Reads what a message wants; `language` is the one that its reader reads. Rules say it for certain; what none of them knows
 * is compared with example sentences.
 */
export function parseMessage(text: string, language: Language): Intent {
  if (!/\p{L}/u.test(text)) return parseSigns(text);
  const units = tag(text);
  const ordered = languageOrdered(units, language);
  if (ordered !== null) return { kind: "speak", language: ordered };
  const like = likenessOf(text);
  const isShort = units.length < wordsCompared;
  const isSure = like !== null && like.likelihood >= sure;
  const found = rules.find((rule) => holds(rule, units));
  // A rule knows words, the examples whole sentences: «в какую группу меня записали» asks for no list of classes.
  const isOutvoted = like !== null && like.likelihood >= (isShort ? certain : sure) && like.intent !== found?.intent;
  if (found !== undefined && !isOutvoted) return { kind: found.intent, isGuessed: false };
  // A message of one or two words is looked up in the programme first: "English", «Пушкин».
  if (isShort && !(found !== undefined && isOutvoted))
    return { kind: "search", instead: isSure ? like.intent : null, isLikely: false };
  const isSaid = (concept: Concept) => units.some(({ concepts }) => concepts.has(concept));
  const isToLearn = isSaid("learn") && !isSaid("leave");
  const yields = [...ofThings, ...(isToLearn ? ofClasses : [])];
  if (isSure && !yields.includes(like.intent)) return { kind: like.intent, isGuessed: true };
  // A subject that nobody teaches is named by the search; the list of all classes would pass it over.
  const isOfLearning = like?.intent === "classes" || (isToLearn && like?.intent === "help");
  const isLikely = like !== null && like.likelihood >= (isOfLearning ? sure : likely);
  return { kind: "search", instead: isLikely ? like.intent : null, isLikely: isLikely && like.likelihood >= probable };
}

const kind = /[👍👏🙏❤🔥💐🌹😊🙂😀😃😄😁🥰😍🤗👌🤝💪🎉✅♥]/u;

/** What is said without a letter: a thumb up, a date, a number that nobody asked for. */
function parseSigns(text: string): Intent {
  if (kind.test(text)) return { kind: "praised", isGuessed: false };
  const isTime = /^\D*\d{1,2}(?:[.:/]\d{1,2}(?:[.:/]\d{2,4})?)?\+?\D*$/u.test(text) && /\d/u.test(text);
  return isTime ? { kind: "search", instead: null, isLikely: false } : { kind: "unclear", isGuessed: false };
}

const ofTime: readonly Concept[] = ["hour", "regularly"];

/** Whether a message says all that a rule asks for, and little else. */
function holds({ says, without, others }: Rule, units: readonly MessageUnit[]): boolean {
  // First, because nearly every rule ends here.
  if (!canAssign(says, units, new Set())) return false;
  const asked = new Set(says.flat());
  // "Good on Friday night" is no praise: a time is something else, where a rule does not ask for it.
  const isElse = ({ concepts }: MessageUnit) =>
    [...concepts].every((concept) => ofTime.includes(concept) && !asked.has(concept));
  if (units.filter(isElse).length > others) return false;
  return !units.some(({ concepts }) => without.some((concept) => concepts.has(concept)));
}

/** Whether each of these is said by a unit of its own. */
function canAssign(says: Rule["says"], units: readonly MessageUnit[], taken: ReadonlySet<MessageUnit>): boolean {
  const [first, ...rest] = says;
  if (first === undefined) return true;
  return units.some(
    (unit) =>
      !taken.has(unit) &&
      first.some((concept) => unit.concepts.has(concept)) &&
      canAssign(rest, units, new Set([...taken, unit])),
  );
}

const spoken: Readonly<Record<Language, readonly [Concept, Concept]>> = {
  ru: ["russian", "russian_named"],
  tt: ["tatar", "tatar_named"],
  en: ["english", "english_named"],
};

/**
 * The language that a message orders: by a verb ("write in Tatar"), or by its name alone for somebody who reads another
 * one. In the reader's own language, «татарча» asks for what is held in it.
 */
function languageOrdered(units: readonly MessageUnit[], own: Language): Language | null {
  const isElse = ({ concepts }: MessageUnit) =>
    concepts.size === 0 || (concepts.has("learn") && !concepts.has("speak"));
  if (units.some(isElse)) return null;
  const isSaid = (concept: Concept) => units.some(({ concepts }) => concepts.has(concept));
  // "I only speak English, what can I go to" tells who reads English what to look for.
  const isOrder = isSaid("speak") || isSaid("change");
  const asksForMore = isSaid("things") || isSaid("where");
  for (const [language, [alone, named]] of Object.entries(spoken) as [Language, readonly [Concept, Concept]][]) {
    if (isOrder && (isSaid(alone) || isSaid(named))) return language === own && asksForMore ? null : language;
    if (language !== own && units.length === 1 && isSaid(alone)) return language;
  }
  return null;
}
