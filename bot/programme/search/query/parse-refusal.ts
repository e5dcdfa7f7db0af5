import type { Reading } from "../../../when/days.ts";
import { isWeakNotAt, notAt, notBehindAt } from "../lexicon/lexicon.ts";
import type { QueryWord } from "./query-word.ts";
import { type Recognised, recognise, type Way } from "./recognise.ts";
import { isSoft } from "./understanding.ts";

type Refusal = Extract<Recognised, { kind: "meaning" }>;

/** Small words between «не» and what is not wanted: «не в театр», "not to the opera". */
const between = /^(?:в|во|на|к|про|с|an?|the|to|any|in|on)$/u;
const mostBetween = 2;

/**
 * What is not wanted, said from a place on, where `found` stands: «не опера», «кроме музеев», "except museums", «театр түгел», «театрдан башка». Null
 * where nothing is refused: «не выходя из дома», «недорого» are phrases of their own, and behind a mere «не» an unknown word
 * is a part of a title or of a story.
 */
export function parseRefusal(
  words: readonly QueryWord[],
  at: number,
  ways: readonly Way[],
  { found, ...reading }: Reading & { found: Recognised },
): Refusal | null {
  const most = (lengthOf: (forms: readonly string[]) => number) =>
    Math.max(...ways.map(({ forms }) => lengthOf(forms)));
  const leading = most((forms) => notAt(forms, at));
  if (leading === 0) {
    const behind = most((forms) => notBehindAt(forms, at + found.length));
    const isAblative = /(?:д|т|н)ан$/u.test(words[at + found.length - 1]?.forms[0] ?? "");
    const isSaid = behind > 0 && (isAblative || !most((forms) => Number(isBesides(forms[at + found.length]))));
    return isSaid ? refusalOf(words, at, found, found.length + behind) : null;
  }
  if ((found.kind === "meaning" || found.kind === "idle") && found.length > leading) return null;
  let next = at + leading;
  while (next < at + leading + mostBetween && between.test(words[next]?.raw.toLowerCase() ?? "")) next += 1;
  if (next >= words.length) return null;
  const refused = recognise(words, next, ways, reading);
  const isWeak = ways.every(({ forms }) => notAt(forms, at) === 0 || isWeakNotAt(forms, at));
  return isWeak && refused.kind === "text" ? null : refusalOf(words, next, refused, next - at + refused.length);
}

/** «Башка» is "other", and "besides" only behind an ablative. */
const isBesides = (word: string | undefined): boolean => word === "башка" || word === "тыш";

function refusalOf(words: readonly QueryWord[], at: number, refused: Recognised, length: number): Refusal | null {
  if (refused.kind === "meaning" && isSoft(refused.meaning))
    return { kind: "meaning", meaning: { kind: "without", value: refused.meaning }, length };
  const word = words[at];
  if (refused.kind !== "text" || refused.length > 1 || word === undefined) return null;
  return { kind: "meaning", meaning: { kind: "without", value: { kind: "called", word } }, length };
}
