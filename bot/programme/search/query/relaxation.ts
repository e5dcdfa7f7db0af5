import { windowsOf } from "../../../when/windows.ts";
import type { Meaning, Term, Understanding } from "./understanding.ts";

/**
 * What was let go to find the nearest: a term, or that every word must be there, or the words altogether. Words of a whole
 * sentence are passed over: most of them tell a story, and what it says besides is what is wanted.
 */
export type Relaxation =
  | { kind: "term"; term: Term }
  | { kind: "some_words" }
  | { kind: "no_words" }
  | { kind: "passed_over" };

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
  const conditions = understanding.terms.filter(({ kind }) => kind !== "preference");
  const steps: Relaxed[] = isSentence(understanding, conditions) ? passingOver(understanding) : [];
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

const isSentence = ({ said, words }: Understanding, conditions: readonly Term[]): boolean =>
  said.length >= wordsOfSentence && words.length > 0 && conditions.length > 0;

/** All that was recognised, with one of the words or with none. */
function passingOver(understanding: Understanding): Relaxed[] {
  const passedOver: Relaxation = { kind: "passed_over" };
  const none: Relaxed = {
    understanding: { ...understanding, words: [], said: [] },
    anyWord: false,
    relaxed: [passedOver],
  };
  const some: Relaxed = { understanding, anyWord: true, relaxed: [passedOver, { kind: "some_words" }] };
  return understanding.words.length > 1 ? [some, none] : [none];
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
  return { ...understanding, terms, windows: windowsOf(times, { now, zone }) };
}
