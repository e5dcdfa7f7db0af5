import { type ParsedRecurrence, parseRecurrence, type Unclear } from "../../when/parse/parse-recurrence.ts";
import { readStatement } from "../../when/statement/read-statement.ts";
import { tokenise } from "../../when/tokens.ts";

/** What was said so far, and what was unclear about it. */
export interface SaidSoFar {
  text: string;
  what: Unclear;
}

/** A meeting at Zoom has no more dates; whoever teaches longer opens a second group. */
const mostLessons = 50;
/** Characters of one answer; with what was said before it they are read together. */
const readAtMost = 500;

/** How a bare answer to a question is to be understood: "10" to "at what time?" is an hour. */
const lead: Partial<Record<Unclear, string>> = { time: "at ", start: "from ", end: "until " };

/**
 * Reads when lessons are; `text` is all that was read, in which the words stand that nothing was made of. An answer to what was unclear is read together with what was said before; if it says all by
 * itself, it is taken for another try.
 */
export function parseLessons(
  typed: string,
  before: SaidSoFar | null,
  when: { now: Date; zone: string },
): { read: ParsedRecurrence; text: string } {
  const text = typed.slice(0, readAtMost);
  const limits = { ...when, most: mostLessons };
  const alone = parseRecurrence(text, limits);
  if (before === null || alone.kind === "recurrence") return { read: alone, text };
  const whole = `${before.text}, ${understood(text.trim(), before.what)}`;
  const together = parseRecurrence(whole, limits);
  // What contradicts itself does not become clear by saying more.
  const isCloser = together.kind === "recurrence" || together.what !== before.what;
  return isCloser ? { read: together, text: whole } : { read: together, text: before.text };
}

function understood(text: string, what: Unclear): string {
  if (what !== "count") return `${lead[what] ?? ""}${text}`;
  if (/^\d+$/.test(text)) return `${text} lessons`;
  const { count, weeks } = readStatement(tokenise(text));
  return count === null && weeks === null ? `until ${text}` : text;
}
