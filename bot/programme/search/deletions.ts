/**
 * Symmetric deletion (Garbe's SymSpell): two words within two edits share a form with at most two letters left out.
 * So "which known words are near this one" is an index lookup of whole strings. Trigrams, tried first, cannot do it:
 * мосур and мусор share one trigram of six (similarity 0.09), and on a server with a C ctype they ignore Cyrillic.
 * Only the first letters are taken, which bounds the forms to 29 a word; `editDistance` then judges the whole words.
 */
const prefixLength = 7;

/** The forms of a folded word under which it is filed, itself included. */
export function deletions(word: string): string[] {
  const start = word.slice(0, prefixLength);
  const once = withoutOne(start);
  return [...new Set([start, ...once, ...once.flatMap(withoutOne)])].filter((form) => form.length > 1);
}

function withoutOne(word: string): string[] {
  return [...word].map((_, place) => word.slice(0, place) + word.slice(place + 1));
}
