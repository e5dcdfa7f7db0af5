/** «Качаловский», «камаловского»: what is called after somebody. */
const named = /^(?<name>.{3,}?)(?<joint>ов|ев|ин)ск(?:ий|ая|ое|ие|ого|ой|ом|ому|ую|им|их|ими)$/u;

/** The names after which a folded Russian adjective may call something: камаловский – камал, камалов; тукаевский – тукай. */
export function namesBehind(word: string): string[] {
  const { name, joint } = named.exec(word)?.groups ?? {};
  if (name === undefined || joint === undefined) return [];
  return [name, name + joint, ...(joint === "ев" ? [`${name}й`, `${name}ь`] : [])];
}

/** A street's name without its ending: «Пушкина», «на Пушкина», «Пушкинның», «на Кремлёвской». */
export const streetStem = (word: string): string =>
  word.length < 5 ? word : word.replace(/(?:ның|нын|нен|ская|ской|скую|да|та|ой|ая|ую|а|у|ы|е|и)$/u, "");
