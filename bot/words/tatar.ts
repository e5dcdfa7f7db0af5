/**
 * Tatar endings. A suffix follows the sound of the word before it: its vowel the last vowel of the word (synharmony), its
 * consonant the last sound (т after a voiceless one). After figures it follows the numeral as it is read aloud.
 */

const units = ["ноль", "бер", "ике", "өч", "дүрт", "биш", "алты", "җиде", "сигез", "тугыз"];
const tens = ["", "ун", "егерме", "утыз", "кырык", "илле", "алтмыш", "җитмеш", "сиксән", "туксан"];

/** The locative suffix ("in", "at") of a word: гыйнвар-да, июнь-дә, март-та, биш-тә. */
export function tatarLocative(word: string): "да" | "дә" | "та" | "тә" {
  // Russian words in б, в, г, д end voiceless when spoken: клуб-та, завод-та.
  const isVoiceless = /[пфктшщсчцхһбвгд]ь?$/u.test(word);
  if (isFront(word)) return isVoiceless ? "тә" : "дә";
  return isVoiceless ? "та" : "да";
}

/** The locative suffix of a whole number written in figures, of a minute in "19:00дә" too: 30-да, 5-тә, 40-та, 100-дә. */
export function tatarNumberLocative(value: number): "да" | "дә" | "та" | "тә" {
  return tatarLocative(lastWord(value));
}

/** The directional suffix ("to", "until") of a whole number written in figures: 30-га, 5-кә, 40-ка, 0-гә. */
export function tatarNumberDirective(value: number): "га" | "гә" | "ка" | "кә" {
  return ({ да: "га", дә: "гә", та: "ка", тә: "кә" } as const)[tatarNumberLocative(value)];
}

/** The ablative suffix ("from", "after") of a whole number written in figures: 30-дан, 5-тән, 10-нан. */
export function tatarNumberAblative(value: number): string {
  const word = lastWord(value);
  const locative = tatarLocative(word);
  return `${/[мнң]$/u.test(word) ? locative.replace("д", "н") : locative}н`;
}

/** The word a numeral ends with when it is read aloud. */
function lastWord(value: number): string {
  const read = (words: string[], digit: number) => words[digit] ?? "";
  if (value % 10 !== 0 || value === 0) return read(units, value % 10);
  if (value % 100 !== 0) return read(tens, (value / 10) % 10);
  if (value % 1000 !== 0) return "йөз";
  return value % 1_000_000 === 0 ? "миллион" : "мең";
}

/** Words ending in a soft sign are front whatever their vowels (июль); "е" after a back vowel stands for "йы" (мае). */
function isFront(word: string): boolean {
  if (word.endsWith("ь")) return true;
  if (/[аоуыя]е[^аоуыюяәөүеэи]*$/u.test(word)) return false;
  return /[әөүеэи][^аоуыюяәөүеэи]*$/u.test(word);
}
