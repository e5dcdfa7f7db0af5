import { isStopWord } from "../../../text/stop-words.ts";
import type { Reading } from "../../../when/days.ts";
import { type PeriodReading, readPeriod } from "../../../when/periods.ts";
import { type Token, tokenise } from "../../../when/tokens.ts";
import { longWords } from "../../../when/vocabulary.ts";
import { windowsOf } from "../../../when/windows.ts";
import { longestPhrase, lookUp, lookUpMistyped, lookUpWhole, oneSlipFrom } from "../lexicon/lexicon.ts";
import { type QueryWord, queryWords } from "./query-word.ts";
import type { Meaning, Term, Understanding } from "./understanding.ts";

/**
 * Reads a query in Russian, Tatar, English or a mixture: what is a time, a section, a price …, and what is text.
 * `dropped` has a bit for each term that the reader switched off; its words are then as if they had not been typed.
 */
export function understand(text: string, now: Date, zone: string, dropped = 0): Understanding {
  const terms: Term[] = [];
  const words: QueryWord[] = [];
  const tokens = queryWords(text);
  const ways = readings(tokens).map(wayOf);
  for (let at = 0; at < tokens.length; ) {
    const found = recognise(tokens, at, ways, { now, zone });
    const token = tokens[at];
    if (found !== null) {
      const taken = tokens.slice(at, at + found.length);
      terms.push({
        ...found.meaning,
        ordinal: terms.length,
        said: taken.map((word) => word.raw).join(" "),
        words: taken,
      });
    } else if (token !== undefined) {
      words.push(token);
    }
    at += found?.length ?? 1;
  }
  const kept = terms.filter((term) => (dropped & (1 << term.ordinal)) === 0);
  const gone = new Set(terms.filter((term) => !kept.includes(term)).flatMap((term) => term.words));
  const free = meaningful(words, kept.length > 0);
  return {
    terms: kept,
    words: free,
    said: tokens.filter((token) => !gone.has(token)),
    text: free.map((word) => word.raw).join(" "),
    windows: windowsOf(
      kept.flatMap((term) => (term.kind === "when" ? [term.value] : [])),
      { now, zone },
    ),
  };
}

/** What a query says from one of its words on, by so many words. */
interface Recognised {
  meaning: Meaning;
  length: number;
}

/** The longest phrase that begins here and means something, in the first way of reading that gives one. */
function recognise(words: readonly QueryWord[], at: number, ways: readonly Way[], reading: Reading): Recognised | null {
  const whole = at > 0 ? undefined : ways.map(({ forms }) => lookUpWhole(forms.join(" "))).find(Boolean);
  if (whole !== undefined) return { meaning: whole, length: words.length };
  const found = ways.flatMap((way, index) =>
    [phraseAt(way, at), periodAt(way, at, { ...reading, isTyped: index === 0 })].filter((one) => one !== null),
  );
  // Of equally long ones the first: sorting keeps the order.
  const [longest] = found.sort((one, other) => other.length - one.length);
  return longest ?? mistypedAt(ways, at, reading);
}

/** A query read in one way, as words and as the tokens of the grammar of "when". */
interface Way {
  forms: readonly string[];
  tokens: readonly Token[];
  /** By token, which word it begins; null inside of one. */
  wordOf: readonly (number | null)[];
}

function wayOf(forms: readonly string[]): Way {
  const tokens = tokenise(forms.join(" "));
  const starts = new Map<number, number>();
  let start = 0;
  for (const [index, form] of forms.entries()) {
    starts.set(start, index);
    start += form.length + 1;
  }
  return { forms, tokens, wordOf: tokens.map((token) => starts.get(token.start) ?? null) };
}

function phraseAt({ forms }: Way, at: number): Recognised | null {
  for (let length = Math.min(longestPhrase, forms.length - at); length > 0; length -= 1) {
    const taken = forms.slice(at, at + length);
    const meaning = lookUp(taken.join(" ")) ?? saidAge(taken);
    if (meaning !== undefined) return { meaning, length };
  }
  return null;
}

function periodAt({ forms, tokens, wordOf }: Way, at: number, reading: PeriodReading): Recognised | null {
  const first = wordOf.indexOf(at);
  const period = first < 0 ? null : readPeriod(tokens, first, reading);
  if (period === null) return null;
  // A word of which a part is left over was not understood.
  const next = period.next < tokens.length ? wordOf[period.next] : forms.length;
  return next == null ? null : { meaning: { kind: "when", value: period.when }, length: next - at };
}

/** A single word, if one slip of the finger is forgiven. */
function mistypedAt(ways: readonly Way[], at: number, reading: Reading): Recognised | null {
  for (const { forms } of ways) {
    const form = forms[at] ?? "";
    const meaning = lookUpMistyped(form) ?? mistypedPeriod(form, reading);
    if (meaning !== undefined) return { meaning, length: 1 };
  }
  return null;
}

function mistypedPeriod(form: string, reading: Reading): Meaning | undefined {
  const meant = oneSlipFrom(form, longWords);
  const period = meant === undefined ? null : readPeriod(tokenise(meant), 0, { ...reading, isTyped: true });
  return period === null ? undefined : { kind: "when", value: period.when };
}

/** "12+", "7 лет", "7 яшь", "7 years"; "55+" is an audience. */
function saidAge([number = "", unit, ...rest]: readonly string[]): Meaning | undefined {
  const age = /^(\d{1,2})(\+?)$/u.exec(number);
  if (age === null || rest.length > 0) return undefined;
  const years = Number(age[1]);
  const said = unit === undefined ? age[2] === "+" : /^(лет|года|год|яшь|яшьлек|years?|yo)$/u.test(unit);
  if (!said) return undefined;
  return years >= 50 ? { kind: "audience", value: "seniors" } : years <= 18 ? { kind: "age", value: years } : undefined;
}

/** The words read throughout in one way, each way once. */
function readings(words: readonly QueryWord[]): string[][] {
  const ways = words[0]?.forms.length ?? 0;
  const all = Array.from({ length: ways }, (_, way) => words.map((word) => word.forms[way] ?? ""));
  return all.filter((forms, way) => all.findIndex((other) => other.join(" ") === forms.join(" ")) === way);
}

/** Without stop words; but «Что? Где? Когда?» stays when there is nothing else to look for. */
function meaningful(words: readonly QueryWord[], hasTerms: boolean): QueryWord[] {
  const telling = words.filter((word) => !word.forms.some(isStopWord));
  return telling.length > 0 || hasTerms ? telling : [...words];
}
