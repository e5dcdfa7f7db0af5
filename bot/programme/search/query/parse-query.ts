import { longestPhrase, lookUp, lookUpMistyped, lookUpWhole } from "../lexicon/lexicon.ts";
import { saidDate } from "../said-dates.ts";
import { isStopWord } from "../text/stop-words.ts";
import { windowsOf } from "../windows.ts";
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
  for (let at = 0; at < tokens.length; ) {
    const found = recognise(tokens, at, now, zone);
    const token = tokens[at];
    if (found !== null) {
      const taken = tokens.slice(at, at + found.length);
      terms.push({
        ...found.meaning,
        ordinal: terms.length,
        said: [...leadingTo(found.meaning, tokens[at - 1]), ...taken].map((word) => word.raw).join(" "),
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
      now,
      zone,
    ),
  };
}

const prepositions = new Set(["в", "во", "на", "с", "со", "on", "in", "at", "from"]);

/** The preposition before a time, for the screen: "в субботу" reads as it was said, «субботу» does not. */
const leadingTo = ({ kind }: Meaning, before: QueryWord | undefined): QueryWord[] =>
  kind === "when" && before !== undefined && prepositions.has(before.raw.toLowerCase()) ? [before] : [];

/** The longest phrase that begins here and means something, in the first way of reading that gives one. */
function recognise(
  tokens: readonly QueryWord[],
  at: number,
  now: Date,
  zone: string,
): { meaning: Meaning; length: number } | null {
  const whole =
    at > 0
      ? undefined
      : readings(tokens)
          .map((forms) => lookUpWhole(forms.join(" ")))
          .find(Boolean);
  if (whole !== undefined) return { meaning: whole, length: tokens.length };
  for (let length = Math.min(longestPhrase, tokens.length - at); length > 0; length -= 1) {
    const taken = tokens.slice(at, at + length);
    for (const forms of readings(taken)) {
      const meaning = meaningOf(forms, now, zone);
      if (meaning !== undefined && !(length > 1 && endsInStopWord(taken, meaning))) return { meaning, length };
    }
  }
  const mistyped = readings(tokens.slice(at, at + 1))
    .map(([form = ""]) => lookUpMistyped(form))
    .find((meaning) => meaning !== undefined);
  return mistyped === undefined ? null : { meaning: mistyped, length: 1 };
}

function meaningOf(forms: readonly string[], now: Date, zone: string): Meaning | undefined {
  const known = lookUp(forms.join(" "));
  if (known !== undefined) return known;
  const date = saidDate(forms, now, zone);
  return date === null ? saidAge(forms) : { kind: "when", value: { kind: "date", date } };
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

/** A date is not lengthened by a filler at its end: "20 ноября of" is the date and a word. */
function endsInStopWord(taken: readonly QueryWord[], meaning: Meaning): boolean {
  return meaning.kind === "when" && meaning.value.kind === "date" && isStopWord(taken.at(-1)?.forms[0] ?? "");
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
