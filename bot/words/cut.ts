/** The first `limit` UTF-16 units of a text, less half a character at the end: Telegram refuses what is not UTF-8. */
export function beginning(text: string, limit: number): string {
  return text.slice(0, limit).replace(/(?<![\uD800-\uDBFF\u200D])[\uD800-\uDBFF\u200D]+$/, "");
}

/** Cuts a text at a word, so that it has at most `limit` UTF-16 units with its ellipsis. */
export function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = beginning(text, limit - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).replace(/(?<![\s,.:;–—-])[\s,.:;–—-]+$/, "")}…`;
}

/** Cuts the texts of a list at a word; of those that would read alike, from the first word that tells them apart. */
export function cutApart(texts: readonly string[], limit: number): string[] {
  const cut = texts.map((text) => cutAtWord(text, limit));
  return texts.map((text, index) => {
    const alike = texts.filter((other, at) => other !== text && cut[at] === cut[index]);
    const shared = Math.max(0, ...alike.map((other) => sharedLength(text, other)));
    const from = text.lastIndexOf(" ", shared) + 1;
    return cutAtWord(from > 0 && alike.length > 0 ? `…${text.slice(from)}` : text, limit);
  });
}

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
