import { fold } from "../../../text/fold.ts";
import type { Found, Span } from "../../../when/span.ts";
import { type GuessedPlace, type KnownName, linesOf } from "./extracted.ts";

const marker =
  /^[^\p{L}\d]*(?:(?:место(?:\s(?:проведения|встречи))?|адрес|где|площадка|урын(?:ы)?|кайда|адресы|venue|place|where|location|address)\s?[:—–-]|📍)\s*/iu;

/** The place that a text names: one of those known, where it has a name of its own; else what stands behind "Место:". */
export function guessPlace(text: string, known: readonly KnownName[]): Found<GuessedPlace> | null {
  for (const { value, at } of linesOf(text)) {
    const start = marker.exec(value)?.[0].length ?? (value.startsWith("📍") ? 2 : 0);
    const said = value
      .slice(start)
      .trim()
      .replace(/(?<![.,;])[.,;]+$/u, "");
    if (start === 0 || said.length < 3) continue;
    const inLine = findKnown(said, known);
    if (inLine) return { value: { kind: "known", id: inLine.value }, at };
    return { value: { kind: "typed", text: said.slice(0, 200) }, at };
  }
  const anywhere = findKnown(text, known);
  return anywhere && { value: { kind: "known", id: anywhere.value }, at: anywhere.at };
}

/**
 * The known name that stands in the text, the longest where several do; endings may differ («в Старом причале» is
 * «Старый причал»). Names of fewer than five letters are words of anything.
 */
export function findKnown(text: string, known: readonly KnownName[]): Found<number> | null {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const byStem = new Map<string, number[]>();
  for (const [index, { folded }] of words.entries()) {
    const key = folded.slice(0, 3);
    const places = byStem.get(key);
    if (places) places.push(index);
    else byStem.set(key, [index]);
  }
  let best: { id: number; length: number; at: Span } | null = null;
  for (const { id, names } of known) {
    for (const name of names) {
      const wanted = fold(name).split(" ");
      const length = wanted.join("").length;
      if (length < 5 || length <= (best?.length ?? 0)) continue;
      const first = byStem.get((wanted[0] ?? "").slice(0, 3)) ?? [];
      const at = first.find((index) => wanted.every((word, offset) => isForm(words[index + offset]?.folded, word)));
      if (at === undefined) continue;
      const [from, to] = [words[at], words[at + wanted.length - 1]];
      if (from && to) best = { id, length, at: { start: from.start, end: to.end } };
    }
  }
  return best && { value: best.id, at: best.at };
}

/** Whether a word is another one with another ending. */
function isForm(said: string | undefined, known: string): boolean {
  if (said === undefined) return false;
  if (said === known) return true;
  if (known.length < 4) return false;
  const stem = known.slice(0, Math.max(4, known.length - 2));
  return said.startsWith(stem) && Math.abs(said.length - known.length) <= 4;
}
