import { fold } from "../text/fold.ts";

/** Why a text that everybody will read is not taken as it is; each has a sentence that says what to change. */
export type TextFault = "link" | "shouting" | "flood";

/** A text of so many letters shouts where nearly all are capitals; "СПАСИБО" alone does not. */
const shout = { letters: 16, share: 0.7 };

/** The same sign, or the same word, so often one after the other. */
const flood = { signs: 8, words: 5 };

/** An address of the web, an e-mail or a name at a messenger. A full stop without a space after it is none. */
const link =
  /:\/\/|\bwww\.|(?<![\p{L}\p{N}])@[a-z]\w{3}|[\w.-]@[\w-]{1,63}\.\w{2}|\b[\w-]{1,63}\.(?:ru|com|org|net|info|me|online|shop|site|su|io|tatar|рф)(?![\p{L}\p{N}])|[\p{L}\p{N}-]\.рф(?!\p{L})/iu;

/** Finds what keeps a text from being shown to everybody; null: nothing. */
export function faultOfText(text: string): TextFault | null {
  if (link.test(text)) return "link";
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = letters.filter((letter) => letter !== letter.toLowerCase());
  if (letters.length >= shout.letters && capitals.length > letters.length * shout.share) return "shouting";
  return isFlood(text) ? "flood" : null;
}

function isFlood(text: string): boolean {
  if (new RegExp(`([^\\s])\\1{${flood.signs - 1},}`, "u").test(text)) return true;
  let inARow = 0;
  let before = "";
  return fold(text)
    .split(" ")
    .some((word) => {
      inARow = word === before ? inARow + 1 : 1;
      before = word;
      return inARow >= flood.words;
    });
}
