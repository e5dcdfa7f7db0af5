import { type Found, overlaps, type Span } from "../../../when/span.ts";
import { blankOut } from "./extracted.ts";
import { saysOwn } from "./letters.ts";

const hashtags = /(?:^|\s)#[\p{L}\p{N}_]+/gu;
/** What is left besides the title and lines that only state facts: a first short paragraph, and what follows it. */
export function guessProse(
  text: string,
  title: Found<string> | null,
  facts: readonly Span[],
  price: Found<unknown> | null = null,
): { summary: string | null; body: string | null } {
  const kept: string[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const span = { start: at, end: at + line.length };
    if (!isFact(line, span, title ? [title.at, ...facts] : facts, price)) kept.push(line.trim());
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

/** An hour that no date has, as that at which a museum opens. */
const hour = /(?<![\d:.])\d{1,2}:\d\d(?![\d:])/u;

/** A line that says nothing besides the title and facts. */
function isFact(line: string, span: Span, facts: readonly Span[], price: Found<unknown> | null): boolean {
  const touching = facts.filter((at) => overlaps(at, span));
  // The amounts of a price are said elsewhere: who pays less is not.
  if (touching.length === 0 && !(price && overlaps(price.at, span))) return false;
  const left = blankOut(line, touching, span.start);
  return !saysOwn(left) && !hour.test(left);
}
