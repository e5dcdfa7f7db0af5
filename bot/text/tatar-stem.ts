/**
 * Tatar is agglutinative: китап-хана-лар-ыбыз-да. Endings come off from the end, the outermost first: case, then
 * possessive, then plural. The forms are folded (ә→а, ө→о …), so a front ending and its back twin often fall together.
 */
const cases = ["дагы", "даге", "нын", "нен", "дан", "тан", "нан", "нда", "га", "ка", "на", "ны", "не", "да", "та"];
const possessives = ["ыбыз", "ебез", "ыгыз", "егез", "быз", "без", "гыз", "гез", "сы", "се", "ы", "е"];
const plurals = ["лар", "нар"];

/** Shorter stems are no longer words: "кино" + "га" may lose its ending, "ата" may not lose "та". */
const shortestStem = 3;
/** Then what remains is stemmed once more, if long: китапхана-лар and китапхана must meet, and the noun loses its на. */
const shortestLongStem = 5;

/** The stem of one folded word; the word itself where no ending fits or too little would stay. */
export function tatarStem(word: string): string {
  return stripEach(stripEach(word, shortestStem), shortestLongStem);
}

function stripEach(word: string, shortest: number): string {
  return [cases, possessives, plurals].reduce((rest, endings) => strip(rest, endings, shortest), word);
}

function strip(word: string, endings: readonly string[], shortest: number): string {
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= shortest);
  return ending === undefined ? word : word.slice(0, -ending.length);
}
