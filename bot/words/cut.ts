/** The first `limit` UTF-16 units of a text, less half a character at the end: Telegram refuses what is not UTF-8. */
export function beginning(text: string, limit: number): string {
  return text.slice(0, limit).replace(/[\uD800-\uDBFF\u200D]+$/, "");
}

/** Cuts a text at a word, so that it has at most `limit` UTF-16 units with its ellipsis. */
export function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = beginning(text, limit - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).replace(/[\s,.:;–—-]+$/, "")}…`;
}
