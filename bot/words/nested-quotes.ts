/** Marks of quotation, and those inside of them. English ones wait where a text has „ “, which end as they begin. */
const pairs = [
  { open: "«", close: "»", inner: ["„", "“"] },
  { open: "“", close: "”", inner: ["‘", "’"] },
] as const;

/**
 * Gives quotations inside of quotations marks of their own: «Вечер „Идегей“», “the play ‘Hamlet’”. A message puts its own marks
 * around a title that has some already. A text whose marks do not come in pairs stays as it is.
 */
export function nestQuotes(text: string): string {
  const found = pairs.find(({ open }) => text.indexOf(open) !== text.lastIndexOf(open));
  if (found === undefined || (found.open === "“" && text.includes("„"))) return text;
  const { open, close, inner } = found;
  let depth = 0;
  let nested = "";
  for (const letter of text) {
    if (letter === open) depth += 1;
    nested += depth < 2 ? letter : letter === open ? inner[0] : letter === close ? inner[1] : letter;
    if (letter === close) depth -= 1;
    if (depth < 0) return text;
  }
  return depth === 0 ? nested : text;
}
