import { type Found, overlaps, type Span } from "../../../when/span.ts";
import { ownLettersOf } from "./letters.ts";

const hashtags = /(?:^|\s)#[\p{L}\p{N}_]+/gu;
/** Letters that a line may have beside facts and still say nothing of its own. */
const most = 12;

/** What is left besides the title and lines that only state facts: a first short paragraph, and what follows it. */
export function guessProse(
  text: string,
  title: Found<string> | null,
  facts: readonly Found<unknown>[],
  price: Found<unknown> | null = null,
): { summary: string | null; body: string | null } {
  const kept: string[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const span = { start: at, end: at + line.length };
    if (!isFact(line, span, title ? [title, ...facts] : facts, price)) kept.push(line.trim());
    at = span.end + 1;
  }
  const whole = kept
    .join("\n")
    .replace(hashtags, "")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
  const [first = "", ...others] = whole.split("\n\n");
  const isLead = others.length > 0 && first.length <= 300 && !first.includes("\n");
  const body = isLead ? others.join("\n\n") : whole;
  return { summary: isLead ? first : null, body: body || null };
}

/** A line that says nothing besides the title and facts: few letters are left without them. */
function isFact(line: string, span: Span, facts: readonly Found<unknown>[], price: Found<unknown> | null): boolean {
  const touching = facts.filter(({ at }) => overlaps(at, span));
  // The amounts of a price are said elsewhere: who pays less is not.
  if (touching.length === 0 && !(price && overlaps(price.at, span))) return false;
  return ownLettersOf(cover(line, span, touching)).length <= most;
}

function cover(line: string, span: Span, facts: readonly Found<unknown>[]): string {
  const left = [...line].length === 0 ? [] : [...Array(line.length).keys()];
  return left
    .map((index) =>
      facts.some(({ at }) => index + span.start >= at.start && index + span.start < at.end) ? " " : line.charAt(index),
    )
    .join("");
}
