import { forgivableEdits } from "../../text/edit-distance.ts";
import { fold } from "../../text/fold.ts";

/**
 * How well a typed name fits a known one, lower is better: 0 the same, 1 begins so, 2 one of its words begins so, 3 each
 * typed word begins one of its words or misses it by a slip. Undefined: it is another.
 */
export function rankName(typed: string, known: string): number | undefined {
  const [wanted, name] = [fold(typed), fold(known)];
  if (wanted === "") return undefined;
  if (wanted === name) return 0;
  if (name.startsWith(wanted)) return 1;
  if (` ${name}`.includes(` ${wanted}`)) return 2;
  const words = name.split(" ");
  const fits = (typedWord: string): boolean =>
    words.some((word) => word.startsWith(typedWord) || Number.isFinite(forgivableEdits(typedWord, word)));
  return wanted.split(" ").every(fits) ? 3 : undefined;
}
