import { windowsOf } from "../../../when/windows.ts";
import type { QueryWord } from "./query-word.ts";
import { isAsked, isRecording, type Meaning, type Term, type Understanding } from "./understanding.ts";

/**
 * What was let go to find the nearest: a term, or that every word must be there, or the words altogether. Of a whole sentence
 * the words that name nothing in the programme are passed over: they tell a story, and what is said besides is wanted.
 */
export type Relaxation =
  | { kind: "term"; term: Term }
  | { kind: "some_words" }
  | { kind: "no_words" }
  | { kind: "passed_over"; text: string };

/** A query made easier, and how. */
export interface Relaxed {
  understanding: Understanding;
  /** Whether one of the words is enough. */
  anyWord: boolean;
  relaxed: readonly Relaxation[];
}

/** What is let go first matters least; who needs a ramp needs it most. */
const order: readonly Meaning["kind"][] = [
  "price",
  "free",
  "age",
  "audience",
  "mode",
  "of_language",
  "held_in",
  "exhibition",
  "section",
  "when",
  "accessibility",
];

/** The easier queries to try in turn when a query finds nothing, nearest first. */
export function relaxations(understanding: Understanding, now: Date, zone: string): Relaxed[] {
  const letGo: Term[] = [];
  const conditions = understanding.terms.filter(isAsked);
  const steps: Relaxed[] = [];
  const inOrder = conditions.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const sacrificed = understanding.words.length > 0 ? inOrder : inOrder.slice(0, -1);
  for (const term of sacrificed) {
    letGo.push(term);
    steps.push({ understanding: without(understanding, letGo, now, zone), anyWord: false, relaxed: letGo.map(ofTerm) });
  }
  if (understanding.words.length > 1) {
    const relaxed = [...letGo.map(ofTerm), { kind: "some_words" } as const];
    steps.push({ understanding: without(understanding, letGo, now, zone), anyWord: true, relaxed });
  }
  if (understanding.words.length > 0 && conditions.length > 0) {
    steps.push({
      understanding: { ...understanding, words: [], said: [] },
      anyWord: false,
      relaxed: [{ kind: "no_words" }],
    });
  }
  if (understanding.nearest !== null) steps.push(byTheme(understanding, understanding.nearest));
  return steps;
}

/** So many words make a sentence. */
const wordsOfSentence = 5;

/** Whether a query is said as people speak, and something in it was recognised or may name something. */
export const isSentence = ({ said, words, terms, isForClass }: Understanding): boolean =>
  said.length >= wordsOfSentence && (terms.some(isAsked) ? words.length > 0 : words.length > 1 && !isForClass);

/**
 * A sentence without the words that name nothing; null where each names something, and without a condition where they are
 * more than a third: the name of a class is not in the programme either.
 */
export function passOver(understanding: Understanding, named: ReadonlySet<QueryWord>): Relaxed | null {
  const textOf = (words: readonly QueryWord[]) => words.map(({ raw }) => raw).join(" ");
  const words = understanding.words.filter((word) => named.has(word));
  const story = understanding.words.filter((word) => !named.has(word));
  const isLed = understanding.terms.some(isAsked) || story.length * 2 <= words.length;
  if (story.length === 0 || !isLed) return null;
  const said = understanding.said.filter((word) => !story.includes(word));
  return {
    understanding: { ...understanding, words, said: words.length > 0 ? said : [], text: textOf(words) },
    anyWord: false,
    relaxed: [{ kind: "passed_over", text: textOf(story) }],
  };
}

/** What a theme is near to, where nothing else is left: the theatre for a play that is not on. */
function byTheme(understanding: Understanding, nearest: Meaning): Relaxed {
  const term: Term = { ...nearest, ordinal: understanding.terms.length, said: "", words: [] };
  const times = understanding.terms.filter(({ kind }) => kind === "when");
  return {
    understanding: { ...understanding, terms: [...times, term], words: [], said: [] },
    anyWord: false,
    relaxed: [{ kind: "no_words" }],
  };
}

const ofTerm = (term: Term): Relaxation => ({ kind: "term", term });

function without(understanding: Understanding, gone: readonly Term[], now: Date, zone: string): Understanding {
  const terms = understanding.terms.filter((term) => !gone.includes(term));
  const times = terms.flatMap((term) => (term.kind === "when" ? [term.value] : []));
  return { ...understanding, terms, windows: windowsOf(times, { now, zone }, terms.some(isRecording)) };
}
