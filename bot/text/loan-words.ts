import { fold } from "./fold.ts";

/**
 * Words that came into Russian and Tatar by ear, so that no transliteration leads from one spelling to another: джаз,
 * җаз and jazz, блюз and blues. Those that do follow the letters (опера, opera) need no entry.
 */
const groups = `
  джаз җаз jazz
  джем jam
  рок rock
  блюз blues
  панк punk
  фанк funk
  рэп rap
  соул soul
  регги reggae
  кантри country
  хаус house
  метал metal
  балет ballet
  оркестр orchestra
  симфония symphony
  мюзикл musical
  квартет quartet
  шансон chanson
  кабаре cabaret
  комикс comics
  квиз quiz
`;

const loans = new Map(
  groups
    .trim()
    .split("\n")
    .map((line) => fold(line).split(" "))
    .flatMap((group) => group.map((word): [string, string[]] => [word, group.filter((other) => other !== word)])),
);

/** Enough for the nouns above: джаза, блюзы, рокта. */
const endings = /(?:ом|ов|ами|ах|а|у|е|ы|и|ны|да|та|га)$/u;

/** How else a folded loan word is written, in whatever case it stands; at most two ways. */
export function otherSpellings(word: string): readonly string[] {
  return loans.get(word) ?? loans.get(word.replace(endings, "")) ?? [];
}
