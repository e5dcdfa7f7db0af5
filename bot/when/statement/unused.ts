import { day } from "../hours/time.ts";
import type { Span } from "../span.ts";
import type { Statement, UsedWords } from "./statement.ts";

/**
 * Where the words stand that somebody is to be asked about: those without a meaning, and those whose meaning is none of the
 * kinds that were used. A length has to agree with the hours that have their own end.
 */
export function unusedIn(said: Statement, used: readonly UsedWords[]): Span[] {
  const left = said.taken.filter(({ what }) => !used.includes(what) || (what === "length" && !isLengthUsed(said)));
  return [...said.unused, ...left.map(({ at }) => at)];
}

/** Words unused in a week that repeats: there, hours have to belong to a weekday. */
export const unusedInWeek = (said: Statement, used: readonly UsedWords[]): Span[] => [
  ...unusedIn(said, used),
  ...said.parts.flatMap((part) => (part.kind === "hours" && !part.isOfWeek ? [part.at] : [])),
];

function isLengthUsed({ parts, length }: Statement): boolean {
  const hours = parts.flatMap((part) => (part.kind === "hours" ? part.hours : []));
  return hours.some(({ from, until }) => until === null || (until - from + day) % day === length);
}
