import { understand } from "../programme/search/query/parse-query.ts";
import type { Meaning } from "../programme/search/query/understanding.ts";
import type { Reading } from "../when/days.ts";
import { tag } from "./tagging.ts";

/** Conditions that are asked about a thing with a name, rather than looked for. */
const conditions: readonly Meaning["kind"][] = ["age", "audience", "accessibility", "held_in", "of_language"];

/**
 * Reads a question about something that has a name: in which language it is, how long, for what age, who plays; whether
 * somebody may come to it with a child or a wheelchair. Returns what names it, «голубая шаль»; null for any other message.
 */
export function parseThingQuestion(text: string, { now, zone }: Reading): string | null {
  const units = tag(text);
  const isAbout = units.some(({ concepts }) => concepts.has("of_thing"));
  const isWhether = units.some(({ concepts }) => concepts.has("may_come"));
  if (!isAbout && !isWhether) return null;
  const asking = units.filter(({ concepts }) => concepts.has("of_thing") || concepts.has("may_come"));
  const said = new Set(asking.flatMap((unit) => unit.words.map(({ raw }) => raw)));
  const rest = units.flatMap((unit) => unit.words.map(({ raw }) => raw)).filter((raw) => !said.has(raw));
  const { terms, words, isForClass } = understand(rest.join(" "), now, zone);
  if (isForClass || words.length === 0) return null;
  const asked = terms.filter(({ kind }) => conditions.includes(kind));
  if (!isAbout && asked.length === 0) return null;
  const gone = new Set(asked.flatMap((term) => term.words.map(({ raw }) => raw)));
  return rest.filter((raw) => !gone.has(raw)).join(" ");
}
