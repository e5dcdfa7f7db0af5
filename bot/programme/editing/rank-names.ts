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

/** Something with its names in all languages, and the one that the reader sees. */
export interface NameRow {
  id: number;
  name: string;
  names: readonly string[];
}

/**
 * Ranks what has a name in any language that fits what was typed, best first; without a text the first of the alphabet. A city has
 * some thousand names, which are compared here.
 */
export function rankNamed<T extends NameRow>(rows: readonly T[], typed: string, limit: number): Omit<T, "names">[] {
  const isAll = fold(typed) === "";
  const fitting = rows.flatMap(({ names, ...named }) => {
    const ranks = isAll ? [0] : names.flatMap((name) => rankName(typed, name) ?? []);
    return ranks.length === 0 ? [] : [{ named, rank: Math.min(...ranks) }];
  });
  fitting.sort((a, b) => a.rank - b.rank || a.named.name.localeCompare(b.named.name, "ru") || a.named.id - b.named.id);
  return fitting.slice(0, limit).map(({ named }) => named);
}
