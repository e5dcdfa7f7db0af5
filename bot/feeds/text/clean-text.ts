/** What no reader sees and some senders abuse: controls (PostgreSQL refuses NUL), zero widths, soft hyphens, direction overrides. */
const invisible = /[\p{Cc}\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/gu;

/** Makes text from outside harmless: one line, single spaces, nothing invisible, whole characters only. */
export function cleanLine(text: string): string {
  return text.toWellFormed().replace(/\s+/gu, " ").replace(invisible, "").normalize("NFC").trim();
}

/** Shortens to at most `limit` UTF-16 units, at a word if one ends near, with "…" in place of the rest. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text
    .slice(0, limit - 1)
    .toWellFormed()
    .replace(/\ufffd$/u, "");
  const wordEnd = cut.search(/\s\S{0,40}$/u);
  return `${(wordEnd > 0 ? cut.slice(0, wordEnd) : cut).trimEnd()}…`;
}

/** Raises the first letter: sources write "концерт …", a list wants "Концерт …". */
export function capitalise(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase("ru"));
}
