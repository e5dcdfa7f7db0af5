/**
 * One spelling for what people type in many: lower case, ё as е, Tatar letters as the Russian ones most people type.
 * ә becomes а here; who types э for it is met by a variant of the query (`query-word.ts`), so the index has one form.
 */
const letters: Record<string, string> = {
  ё: "е",
  ә: "а",
  ө: "о",
  ү: "у",
  җ: "ж",
  ң: "н",
  һ: "х",
  і: "и",
  ї: "и",
  ı: "i",
};

/** Marks that are seen by nobody and split words for a computer: soft hyphen, zero width, direction, joiners. */
const invisible = /\p{Cf}|\p{Cc}|\u034f/gu;
/** Apostrophes inside a word belong to it: "o'clock" and "oclock" are one. */
const apostrophes = /(?<=\p{L})['’ʼ`](?=\p{L})/gu;

/** «Комедiя», as old theatres write their names. */
const latinInCyrillic = /(?<=\p{Script=Cyrillic})i|i(?=\p{Script=Cyrillic})/gu;

/** Folds a text to words of lower-case letters and digits parted by single spaces; "" when nothing is left. */
export function fold(text: string): string {
  return unaccent(
    text
      .normalize("NFC")
      .replace(/[\n\r\t]+/gu, " ")
      .replace(invisible, ""),
  )
    .toLowerCase()
    .replace(/[ёәөүҗңһіїı]/gu, (letter) => letters[letter] ?? letter)
    .replace(latinInCyrillic, "и")
    .replace(apostrophes, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** é → e, ö → o; й stays, it is a letter and not an и with a mark. */
function unaccent(text: string): string {
  return text.replace(/[^\p{ASCII}\p{Script=Cyrillic}]/gu, (sign) => sign.normalize("NFKD").replace(/\p{M}/gu, ""));
}
