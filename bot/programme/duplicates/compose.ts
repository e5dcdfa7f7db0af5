import { type Borrowed, handNames, isSamePart, isUnsaid, type Parts, type PartValue } from "./parts.ts";

/** An event with what its own source says. */
export interface SourcedParts {
  /** How good its source is: the smaller, the better (rank.ts). */
  rank: number;
  parts: Parts;
  /** Fields that a person wrote: Event.editedFields. */
  edited: readonly string[];
}

/** Parts that are another source's only where the event's own says nothing: its picture is described, its house answers for it. */
const ownFirst: ReadonlySet<string> = new Set(["posterUrl", "institution"]);

/** What the event's own source says: behind what it shows of others, unless that was changed since. */
export const ownParts = (stored: Parts, borrowed: Borrowed): Parts => ({
  ...stored,
  ...Object.fromEntries(
    Object.entries(borrowed).flatMap(([name, { own, shown }]) =>
      isSamePart(stored[name], shown) ? [[name, own]] : [],
    ),
  ),
});

/**
 * Composes one event of several, part by part: what a person wrote wins, then what the better source says; where it says nothing,
 * the next one is asked. Returns the parts that are not the kept event's own.
 */
export function compose(kept: SourcedParts, others: readonly SourcedParts[]): Borrowed {
  const all = [kept, ...others].toSorted((one, other) => one.rank - other.rank);
  const names = new Set(all.flatMap(({ parts }) => Object.keys(parts)));
  const borrowed: Borrowed = {};
  for (const name of names) {
    const own = kept.parts[name] ?? null;
    if (isByHand(kept, name) || (ownFirst.has(name) && !isUnsaid(own))) continue;
    const best: PartValue = sayers(all, name)[0]?.parts[name] ?? null;
    if (!isUnsaid(best) && !isSamePart(own, best)) borrowed[name] = { own, shown: best };
  }
  return borrowed;
}

/** Who says something of a part, the best first. */
function sayers(all: readonly SourcedParts[], name: string): SourcedParts[] {
  const saying = all.filter(({ parts }) => !isUnsaid(parts[name]));
  return [...saying.filter((one) => isByHand(one, name)), ...saying.filter((one) => !isByHand(one, name))];
}

const isByHand = ({ edited }: SourcedParts, name: string): boolean =>
  handNames(name).some((field) => edited.includes(field));
