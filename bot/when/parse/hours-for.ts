import type { Found, Span } from "../span.ts";
import { tokenise } from "../tokens.ts";
import type { FoundHours } from "./find-days.ts";

/** An hour belongs to a day that stands so near, in characters. */
const near = 80;

/** The hours of a day: those behind it, before it on its line, else the one that the whole text is about. */
export function hoursFor(
  at: Span,
  space: Span,
  hours: readonly Found<FoundHours>[],
  text: string,
): Found<FoundHours>[] {
  const behind = hours.filter(
    (one) =>
      one.at.start >= at.end && one.at.end <= Math.min(space.end, at.end + near) && !isFar(text, at.end, one.at.start),
  );
  const first = behind.find(({ value }) => value.isStart) ?? behind[0];
  if (first) return together(first, behind, text);
  const before = hours.findLast(
    (one) => one.at.end <= at.start && one.at.start >= space.start && !text.slice(one.at.end, at.start).includes("\n"),
  );
  if (before) return [before];
  const named = hours.filter(({ value }) => value.isStart);
  const candidates = named.length > 0 ? named : hours;
  const [one] = candidates;
  return one && candidates.every(({ value }) => value.from === one.value.from) ? [one] : [];
}

/** An empty line, or two line ends, part a day from an hour. */
const isFar = (text: string, from: number, to: number): boolean =>
  (text.slice(from, to).match(/\n/gu) ?? []).length > 1;

/** "в 12:00 и 15:00" */
function together(first: Found<FoundHours>, all: readonly Found<FoundHours>[], text: string): Found<FoundHours>[] {
  const joined = [first];
  for (const next of all.slice(all.indexOf(first) + 1)) {
    const last = joined.at(-1) ?? first;
    const gap = tokenise(text.slice(last.at.end, next.at.start));
    const isJoined =
      gap.length > 0 &&
      gap.every((token) =>
        token.kind === "mark"
          ? token.mark === "comma"
          : token.kind === "word" && (token.word.cues.has("and") || token.word.cues.has("at")),
      );
    if (!isJoined) break;
    joined.push(next);
  }
  return joined;
}
