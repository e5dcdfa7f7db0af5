/** Cyrillic for what was typed in Latin letters; several readings, because "c" and "j" have several. */
const common: [string, string][] = [
  ["shch", "щ"],
  ["sch", "щ"],
  ["dzh", "дж"],
  ["zh", "ж"],
  ["kh", "х"],
  ["ts", "ц"],
  ["tz", "ц"],
  ["ch", "ч"],
  ["sh", "ш"],
  ["ph", "ф"],
  ["th", "т"],
  ["ck", "к"],
  ["yo", "е"],
  ["jo", "е"],
  ["yu", "ю"],
  ["ju", "ю"],
  ["ya", "я"],
  ["ja", "я"],
  ["ye", "е"],
  ["je", "е"],
  ["x", "кс"],
  ["j", "й"],
  ["c", "ц"],
  ["š", "ш"],
  ["č", "ч"],
  ["ž", "ж"],
  ...[..."abdefghiklmnopqrstuvwz"].map((letter, i): [string, string] => [
    letter,
    [..."абдефгхиклмнопкрстуввз"][i] ?? "",
  ]),
];
/** koncert, but cirk and cafe too; jazz is no "язз". */
const english = override({ c: "к", j: "дж", ja: "джа", jo: "джо", ju: "джу", je: "дже" });
/** Tatar in Latin letters (Zamanälif), already folded: җ is ж, ң is н, ә is а. */
const tatar = override({
  c: "ж",
  ç: "ч",
  ş: "ш",
  ğ: "г",
  ñ: "н",
  ä: "а",
  ə: "а",
  ö: "о",
  ü: "у",
  ı: "ы",
  x: "х",
  j: "ж",
});

/** The readings of one lower-case word of Latin letters, each once. */
export function transliterations(word: string): string[] {
  return [...new Set([read(word, common), read(word, english), read(word, tatar)])];
}

function override(other: Record<string, string>): [string, string][] {
  const kept = common.filter(([latin]) => !(latin in other));
  return [...Object.entries(other), ...kept].sort(([a], [b]) => b.length - a.length);
}

function read(word: string, rules: readonly [string, string][]): string {
  let cyrillic = "";
  for (let at = 0; at < word.length; ) {
    const rule = rules.find(([latin]) => word.startsWith(latin, at));
    if (rule !== undefined) cyrillic += rule[1];
    else if (word[at] === "y") cyrillic += /[аеиоуыюя]$/u.test(cyrillic) ? "й" : yAfterConsonant(word, at);
    else if (word[at] !== "'") cyrillic += word[at] ?? "";
    at += rule?.[0].length ?? 1;
  }
  return cyrillic;
}

/** "novyy", "novyj" have ы; at the start of a word before a consonant it is й: "yosh" was caught above. */
function yAfterConsonant(word: string, at: number): string {
  return at === 0 && word.length > 1 ? "й" : "ы";
}
