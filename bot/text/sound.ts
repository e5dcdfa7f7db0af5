/**
 * How a foreign name sounds, by its consonants: «битлз» and "Beatles" are "btls", «шекспир» and "Shakespeare" are "shkspr".
 * A vowel at the beginning is heard: «осталось» is no «столице». For folded words of one alphabet; "" for what has too few
 * consonants to tell it from others.
 */
export function soundOf(word: string): string {
  const letters = /^[a-z]+$/.test(word) ? read(word, latin) : /^[а-яё]+$/u.test(word) ? read(word, cyrillic) : "";
  const key = letters.replaceAll(/(.)\1+/gu, "$1");
  const beginning = /^[aeiouyаеёиоуыэюя]/u.test(word) ? "a" : "";
  return key.length < fewest ? "" : beginning + key.replaceAll("C", "ch").replaceAll("S", "sh").replaceAll("J", "zh");
}

/** Consonants that tell a name from others. */
const fewest = 3;

const vowels = (letters: string): [string, string][] => [...letters].map((letter) => [letter, ""]);
const same = (from: string, to: string): [string, string][] =>
  [...from].map((letter, place) => [letter, to[place] ?? ""]);

/** Longer spellings first. Voiced ends are heard as voiceless ones, so "z" is "s". */
const latin: [string, string][] = [
  ["tsch", "C"],
  ["sch", "S"],
  ["tch", "C"],
  ["ch", "C"],
  ["sh", "S"],
  ["ph", "f"],
  ["th", "t"],
  ["ck", "k"],
  ["ce", "s"],
  ["ci", "s"],
  ["cy", "s"],
  ["qu", "kv"],
  ["ge", "J"],
  ["j", "J"],
  ["x", "ks"],
  ["c", "k"],
  ["q", "k"],
  ["w", "v"],
  ["z", "s"],
  ["h", ""],
  ...vowels("aeiouy"),
  ...same("bdfgklmnprstv", "bdfgklmnprstv"),
];
const cyrillic: [string, string][] = [
  ["дж", "J"],
  ["кс", "ks"],
  ["тс", "s"],
  ["ж", "J"],
  ["ш", "S"],
  ["щ", "S"],
  ["ч", "C"],
  ["ц", "s"],
  ["х", ""],
  ...vowels("аеёиоуыэюяйьъ"),
  ...same("бвгдзклмнпрстф", "bvgdsklmnprstf"),
];

function read(word: string, rules: readonly [string, string][]): string {
  let key = "";
  for (let at = 0; at < word.length; ) {
    const [spelling = "", sound = ""] = rules.find(([letters]) => word.startsWith(letters, at)) ?? [];
    key += sound;
    at += Math.max(1, spelling.length);
  }
  return key;
}
