/** What parts the performers of a line from each other. */
const between = /[,;·•|\n\r()]|\s[–—-]\s|\s(?:и|һәм|and|&)\s/u;

/** Words with a capital that are names of where an ensemble is from, and of nobody. */
const ofPlace =
  /^(?:респуб|татарст|росси|казан|москв|област|город|рт$|рф$|republic|tatarstan|russia|kazan|moscow|city)/iu;

/** A text as names are compared in it: words parted by single spaces, without what stands around them. */
export const plainNames = (text: string): string =>
  text
    .normalize("NFC")
    .replaceAll(/[,;.:()«»"„“”\s]+/gu, " ")
    .trim();

/**
 * The names by which a line of who plays, reads or leads is known again: of «Солист Артём Белов, хор» it is «Артём Белов».
 * A line that names nobody («Труппа театра») has none: every theatre has a company.
 */
export function performersOf(who: string): string[] {
  const names = who.split(between).map((part) => quoted(part) ?? called(part));
  return [...new Set(names.filter((name) => name !== null))];
}

/** An ensemble by what stands between its quotation marks, with the word before them: «группа «Аигел»». */
function quoted(part: string): string | null {
  const name = /(?<before>[\p{L}-]+)?\s*[«"„“](?<inside>[^«»"„“”]{3,60})[»"“”]/u.exec(part)?.groups;
  if (name === undefined) return null;
  return plainNames(`${name["before"] ?? ""} ${name["inside"] ?? ""}`);
}

/** Somebody by the last two words with a capital that stand beside each other. */
function called(part: string): string | null {
  const words = plainNames(part).split(" ");
  for (let last = words.length - 1; last > 0; last -= 1) {
    const pair = words.slice(last - 1, last + 1);
    if (pair.every((word) => /^\p{Lu}[\p{L}.-]+$/u.test(word) && !ofPlace.test(word))) return pair.join(" ");
  }
  return null;
}
