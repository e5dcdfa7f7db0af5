import { editDistance } from "../../../text/edit-distance.ts";
import type { Reading } from "../../../when/days.ts";
import { type PeriodReading, readPeriod } from "../../../when/periods.ts";
import { type Token, tokenise } from "../../../when/tokens.ts";
import { longWords, lookUpWord } from "../../../when/vocabulary.ts";
import {
  idleAt,
  isAgedBefore,
  learningAt,
  lookUp,
  lookUpMistyped,
  lookUpWhole,
  nearestTo,
  titledAlike,
  titledMistyped,
} from "../lexicon/lexicon.ts";
import { isUnitOfAge } from "./age-units.ts";
import { parsePriceAt } from "./parse-price.ts";
import type { QueryWord } from "./query-word.ts";
import type { Meaning } from "./understanding.ts";

/** What a query says from one of its words on, by so many words. */
export type Recognised = { length: number } & (
  | { kind: "meaning"; meaning: Meaning }
  /** To be looked for as it stands, or as one thing by what titles call it. */
  | { kind: "text"; alike?: readonly string[] }
  | { kind: "learning" }
  /** Says nothing about what is looked for. */
  | { kind: "idle" }
);

/** A meaning said by so many words. */
interface Said {
  meaning: Meaning;
  length: number;
}

/** The longest phrase that begins here and means something, in the first way of reading that gives one. */
export function recognise(words: readonly QueryWord[], at: number, ways: readonly Way[], reading: Reading): Recognised {
  const whole = at > 0 ? undefined : ways.map(({ forms }) => lookUpWhole(forms)).find(Boolean);
  if (whole !== undefined) return { kind: "meaning", meaning: whole, length: words.length };
  const found: Said[] = ways.flatMap((way, index) =>
    [phraseAt(way, at), priceAt(way, at), periodAt(way, at, { ...reading, isTyped: index === 0 })].filter(
      (one) => one !== null,
    ),
  );
  // The first of equally long ones comes first: sorting keeps the order.
  const [longest] = found.sort((one, other) => other.length - one.length);
  const most = (lengthOf: (forms: readonly string[]) => number) =>
    Math.max(...ways.map(({ forms }) => lengthOf(forms)));
  const [idle, learning] = [most((forms) => idleAt(forms, at)), most((forms) => learningAt(forms, at))];
  const theme = most((forms) => nearestTo(forms, at)?.length ?? 0);
  const other = Math.max(idle, learning, theme);
  const alike = ways
    .flatMap(({ forms }) => titledAlike(forms, at) ?? [])
    .sort((one, more) => more.length - one.length)[0];
  if (alike !== undefined && alike.length >= other && alike.length > (longest?.length ?? 0))
    return { kind: "text", length: alike.length, alike: alike.names };
  if (longest !== undefined && longest.length >= other) return { kind: "meaning", ...longest };
  if (other === 0 && ways.some((way) => isCountAt(way, at))) return { kind: "idle", length: 1 };
  if (other === 0) {
    const meaning = mistypedAt(ways, at, reading);
    if (meaning !== undefined) return { kind: "meaning", meaning, length: 1 };
    const names = ways.map(({ forms }) => titledMistyped(forms[at] ?? "")).find(({ length }) => length > 0);
    return { kind: "text", length: 1, ...(names === undefined ? {} : { alike: names }) };
  }
  // «Новый год» is a theme, although «новый» says nothing.
  if (theme > Math.max(idle, learning)) return { kind: "text", length: theme, ...(theme > 1 && { alike: [] }) };
  return { kind: learning >= idle ? "learning" : "idle", length: Math.max(idle, learning) };
}

/** A query read in one way, as words and as the tokens of the grammar of "when". */
export interface Way {
  forms: readonly string[];
  tokens: readonly Token[];
  /** By token, which word it begins; null inside of one. */
  wordOf: readonly (number | null)[];
}

export function wayOf(forms: readonly string[]): Way {
  const tokens = tokenise(forms.join(" "));
  const starts = new Map<number, number>();
  let start = 0;
  for (const [index, form] of forms.entries()) {
    starts.set(start, index);
    start += form.length + 1;
  }
  return { forms, tokens, wordOf: tokens.map((token) => starts.get(token.start) ?? null) };
}

function phraseAt({ forms }: Way, at: number): Said | null {
  const isAged =
    isAgedBefore(forms, at) || (isAnd(forms[at - 1]) && isAge(forms[at - 2]) && isAgedBefore(forms, at - 2));
  return (
    saidAges(forms, at) ??
    saidAge(forms.slice(at, at + 2)) ??
    saidAge(forms.slice(at, at + 1), isAged) ??
    lookUp(forms, at)
  );
}

function priceAt({ forms }: Way, at: number): Said | null {
  const price = parsePriceAt(forms, at);
  return price && { meaning: { kind: "price", value: price.value }, length: price.length };
}

function periodAt({ forms, tokens, wordOf }: Way, at: number, reading: PeriodReading): Said | null {
  const first = wordOf.indexOf(at);
  const period = first < 0 ? null : readPeriod(tokens, first, reading);
  if (period === null) return null;
  // A word of which a part is left over was not understood.
  const next = period.next < tokens.length ? wordOf[period.next] : forms.length;
  return next == null ? null : { meaning: { kind: "when", value: period.when }, length: next - at };
}

/** A single word, if one slip of the finger is forgiven. */
function mistypedAt(ways: readonly Way[], at: number, reading: Reading): Meaning | undefined {
  for (const { forms } of ways) {
    const form = forms[at] ?? "";
    const meaning = lookUpMistyped(form) ?? mistypedPeriod(form, reading);
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

function mistypedPeriod(form: string, reading: Reading): Meaning | undefined {
  const meant = oneSlipFrom(form, longWords);
  const period = meant === undefined ? null : readPeriod(tokenise(meant), 0, { ...reading, isTyped: true });
  return period === null ? undefined : { kind: "when", value: period.when };
}

/** Which of these folded words is one slip of the finger from another one; only long words are forgiven one. */
function oneSlipFrom(word: string, among: readonly string[]): string | undefined {
  if (word.length < 6) return undefined;
  return among.find((known) => known[0] === word[0] && editDistance(word, known, 1) <= 1);
}

const isAnd = (word: string | undefined): boolean => /^(?:and|и|хам|белан)$/u.test(word ?? "");
const isAge = (word: string | undefined): boolean => /^\d{1,2}$/u.test(word ?? "");

const isPeople = (word: string | undefined): boolean =>
  /^(?:человек|персон|билет|взросл|people|person|ticket|adult|кеше)/u.test(word ?? "");

/** "2 kids", «2 билета», «с двумя детьми»: how many go says nothing about what for. */
const isCountAt = ({ forms }: Way, at: number): boolean =>
  (/^[1-9]$/u.test(forms[at] ?? "") || lookUpWord(forms[at] ?? "")?.number !== undefined) &&
  (lookUp(forms, at + 1)?.meaning.kind === "audience" || isPeople(forms[at + 1]));

const isLead = (word: string | undefined): boolean => /^(?:от|с|from|ages?|aged|between|между)$/u.test(word ?? "");
const isJoint = (word: string | undefined): boolean => /^(?:до|по|to|till|и|and|хам)$/u.test(word ?? "");

/** «От 3 до 7 лет», "ages 3-7", «3 яшьтән 7 яшькә кадәр»: what suits the youngest. */
function saidAges(words: readonly string[], at: number): Said | null {
  const first = isLead(words[at]) ? at + 1 : at;
  const glued = /^(\d{1,2})-(\d{1,2})$/u.exec(words[first] ?? "");
  const second = first + (isUnitOfAge(words[first + 1] ?? "") ? 2 : 1);
  const last = isJoint(words[second]) ? second + 1 : second;
  const from = glued ? Number(glued[1]) : isAge(words[first]) ? Number(words[first]) : null;
  const next = glued ? first + 1 : last + 1;
  const isRange = glued !== null || (isAge(words[last]) && (last > second || second === first + 2));
  if (from === null || from > 17 || !isRange) return null;
  if (isUnitOfAge(words[next] ?? "")) {
    const isClosed = /^(?:кадар|хатле|чаклы)$/u.test(words[next + 1] ?? "");
    return { meaning: { kind: "age", value: from }, length: next + (isClosed ? 2 : 1) - at };
  }
  return first > at && /^ages?$|^aged$/u.test(words[at] ?? "")
    ? { meaning: { kind: "age", value: from }, length: next - at }
    : null;
}

/** "12+", "7 лет", "7 яшь", "7 years", and a figure behind whose age it is; "55+" is an audience. */
function saidAge(words: readonly string[], isAged = false): Said | null {
  const [number = "", unit] = words;
  const age = /^(\d{1,2})(\+?)$/u.exec(number);
  if (age === null) return null;
  const years = Number(age[1]);
  const isSaid = unit === undefined ? age[2] === "+" || isAged : isUnitOfAge(unit);
  if (!isSaid) return null;
  if (years >= 50) return { meaning: { kind: "audience", value: "seniors" }, length: words.length };
  return years <= 18 ? { meaning: { kind: "age", value: years }, length: words.length } : null;
}
