import { idleAt } from "../../programme/search/lexicon/lexicon.ts";
import { understand } from "../../programme/search/query/parse-query.ts";
import { type QueryWord, queryWords, readingsOf } from "../../programme/search/query/query-word.ts";
import type { Meaning, Term } from "../../programme/search/query/understanding.ts";
import { PhraseBook } from "../../text/phrase-book.ts";
import type { Reading } from "../../when/days.ts";
import { tag } from "../tagging.ts";
import { english } from "./en.ts";
import { russian } from "./ru.ts";
import { tatar } from "./tt.ts";
import type { FollowUpWords } from "./words.ts";

/** What a message says about the list that was shown before it. */
export type FollowUp =
  /** A row of it, from 1 on; -1 is the last one. */
  | { kind: "row"; number: number }
  /** More of the same. */
  | { kind: "more" }
  /** What the thing that was asked for costs, where or when it is. */
  | { kind: "about" }
  /** The same for less, or at another hour. */
  | { kind: "cheaper" | "later" | "earlier" }
  /** The same with other conditions: «а завтра?», "no, on Saturday". */
  | { kind: "change"; terms: readonly Term[] };

/** A new language is its file and its place here. */
const lexicons: readonly FollowUpWords[] = [russian, tatar, english];

const rows = new PhraseBook<number>();
const beside = new PhraseBook<true>();
const more = new PhraseBook<true>();
const turn = new PhraseBook<true>();
const narrow = new PhraseBook<true>();
const cheaper = new PhraseBook<true>();
const later = new PhraseBook<true>();
const earlier = new PhraseBook<true>();
const about = new PhraseBook<true>();
const asks = new PhraseBook<true>();

for (const lexicon of lexicons) {
  for (const [index, words] of lexicon.rows.entries()) rows.learn(words, index + 1);
  rows.learn(lexicon.last, -1);
  beside.learn(lexicon.beside, true);
  more.learn(lexicon.more, true);
  turn.learn(lexicon.turn, true);
  turn.learn(lexicon.not, true);
  narrow.learn(lexicon.narrow, true);
  cheaper.learn(lexicon.cheaper, true);
  later.learn(lexicon.later, true);
  earlier.learn(lexicon.earlier, true);
  about.learn(lexicon.about, true);
  asks.learn(lexicon.asks, true);
}

/** Nobody names a row by a story. */
const mostWords = 8;

/** Reads what goes on from a list; null where a message stands by itself. */
export function parseFollowUp(text: string, reading: Reading): FollowUp | null {
  const words = queryWords(text);
  if (words.length === 0 || words.length > mostWords) return null;
  const ways = readingsOf(words);
  if (ways.some((forms) => more.find(forms, 0)?.length === forms.length)) return { kind: "more" };
  if (ways.some((forms) => about.find(forms, 0)?.length === forms.length)) return { kind: "about" };
  if (ways.some((forms) => isMadeOf(cheaper, forms))) return { kind: "cheaper" };
  for (const [kind, book] of [
    ["later", later],
    ["earlier", earlier],
  ] as const)
    if (ways.some((forms) => isMadeOf(book, forms))) return isOfReminder(text) ? null : { kind };
  if (ways.some((forms) => isMadeOf(asks, forms)) && understand(text, reading.now, reading.zone).terms.length === 0)
    return { kind: "about" };
  const number = ways.map(rowNamed).find((each) => each !== null);
  return number == null ? changeIn(text, words, ways, reading) : { kind: "row", number };
}

/** «Второй», "show me the second one", "номер 3", "2": a number, and nothing but what stands beside one. */
function rowNamed(forms: readonly string[]): number | null {
  const numbers: number[] = [];
  for (let at = 0; at < forms.length; ) {
    const named = rows.find(forms, at);
    const figure = /^(\d{1,2})(?:нче|нчы|й|я|е|st|nd|rd|th)?$/u.exec(forms[at] ?? "")?.[1];
    const length = named?.length ?? (figure === undefined ? (beside.find(forms, at)?.length ?? 0) : 1);
    if (length === 0) return null;
    const [value] = named?.values ?? (figure === undefined ? [] : [Number(figure)]);
    if (value !== undefined) numbers.push(value);
    at += length;
  }
  const [first, second] = numbers;
  return first === undefined || second !== undefined || first === 0 ? null : first;
}

/** «Напомни попозже» moves a reminder. */
const isOfReminder = (text: string): boolean => tag(text).some(({ concepts }) => concepts.has("reminder"));

/** "Anything cheaper", «а подешевле есть?», «ну и почём билеты»: that, and nothing but what turns to it or narrows. */
function isMadeOf(book: PhraseBook<true>, forms: readonly string[]): boolean {
  let isSaid = false;
  for (let at = 0; at < forms.length; ) {
    const said = book.find(forms, at)?.length ?? 0;
    const length =
      said || Math.max(turn.find(forms, at)?.length ?? 0, narrow.find(forms, at)?.length ?? 0, idleAt(forms, at));
    if (length === 0) return false;
    isSaid ||= said > 0;
    at += length;
  }
  return isSaid;
}

/** A word that turns to something else, and conditions alone: a new name begins a search of its own. */
function changeIn(
  text: string,
  words: readonly QueryWord[],
  ways: readonly (readonly string[])[],
  { now, zone }: Reading,
): FollowUp | null {
  // "A concert tonight" begins with no «а».
  const turned = isArticle.test(words[0]?.raw ?? "") ? 0 : Math.max(0, ...ways.map((forms) => turnedBy(forms)));
  // "No, cinema" is no cinema refused.
  const anew = text.replace(refusal, "");
  const isRefused = anew.length < text.length;
  const read = understand(anew, now, zone);
  const isTurned = isRefused || (turned > 0 && turned < words.length);
  const isLeading = ({ raw }: QueryWord) =>
    words.some(
      (word, at) => word.raw === raw && ways.some((forms) => (narrow.find(forms, at) ?? turn.find(forms, at)) !== null),
    );
  if (!read.words.every(isLeading) || read.terms.length === 0 || read.isForClass || read.isOpen) return null;
  // "Any concerts tomorrow" and «есть что-нибудь завтра» are searches of their own, "any free ones", "any on Sunday" and
  // «вечером?» are none.
  const taken = new Set(read.terms.flatMap((term) => term.words.map(({ raw }) => raw)));
  const isBare = words.every(
    ({ raw }, at) => taken.has(raw) || ways.some((forms) => (narrow.find(forms, at) ?? turn.find(forms, at)) !== null),
  );
  const isLed = isTurned || ways.some((forms) => forms.some((_, at) => narrow.find(forms, at) !== null));
  const [term, another] = read.terms;
  const isAsked = text.trim().endsWith("?") || !beginsAnew(term);
  const isAlone = isBare && another === undefined && words.length <= mostAlone && isAsked;
  if (!isLed && !isAlone) return null;
  const isNarrow = ({ kind }: Term) => narrowing.includes(kind) || (kind === "when" && isBare);
  if (!isTurned && !read.terms.every(isNarrow)) return null;
  // «Не в пятницу, а в субботу»: the later one is meant.
  const terms = read.terms.filter((term, at) => !read.terms.slice(at + 1).some((later) => isInsteadOf(later, term)));
  return { kind: "change", terms };
}

const isArticle = /^an?$/iu;

/** What was shown is not wanted, with a stop behind it. */
const refusal = /^\s*(?:no|nope|nah|нет|неа|юк)\s*[,.!;–—-]+\s*/iu;

/** So many words go on from a list without a word that leads to it. */
const mostAlone = 3;

/** "Live now" and «бесплатно» are lists of their own, unless it is asked: «бесплатно?». */
const beginsAnew = (term: Term | undefined): boolean =>
  term?.kind === "free" || (term?.kind === "when" && term.value.kind === "now");

/** Conditions that say nothing of what or when: by themselves they narrow what was shown. */
const narrowing: readonly Meaning["kind"][] = ["free", "price", "mode", "audience", "age", "accessibility", "held_in"];

/** How many words turn, one phrase after another: «нет, лучше …». */
function turnedBy(forms: readonly string[]): number {
  let at = 0;
  for (let length = 1; length > 0; at += length) length = turn.find(forms, at)?.length ?? 0;
  return at;
}

/** Meanings of which a new one takes the place of an old one. */
const groups: readonly (readonly Meaning["kind"][])[] = [
  ["section", "exhibition"],
  ["free", "price"],
  ["mode"],
  ["audience", "age"],
  ["accessibility"],
  ["held_in", "of_language"],
  ["preference"],
];

/** Whether a term takes the place of an earlier one: another day that of a day, another section that of a section. */
export function isInsteadOf(later: Meaning, earlier: Meaning): boolean {
  if (later.kind === "when" && earlier.kind === "when") {
    // «Завтра» leaves «вечером» as it was, and takes the place of "tonight".
    return (
      isOfHours(later) === isOfHours(earlier) || earlier.value.kind === "tonight" || later.value.kind === "tonight"
    );
  }
  return groups.some((group) => group.includes(later.kind) && group.includes(earlier.kind));
}

/** Whether it says hours of a day, and no day. */
export const isOfHours = ({ value }: Extract<Meaning, { kind: "when" }>): boolean =>
  value.kind === "part_of_day" || value.kind === "hours";
