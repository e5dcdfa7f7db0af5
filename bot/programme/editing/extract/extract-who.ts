import type { Found } from "../../../when/span.ts";
import { linesOf } from "./extracted.ts";

/** A poster is no longer. */
const readAtMost = 8_192;
/** Words that lead to who plays, reads or speaks; with a colon whatever follows, else a name or a kind of band. */
const labels =
  "исполнител[ьи]|исполня(?:ет|ют)|участвуют|участники|участник|солист(?:ы|ка|ки)?|дириж[её]р|режисс[её]р|в ролях|лектор|спикер(?:ы)?|ведущ(?:ий|ая|ие)|автор|художник|преподаватель|мастер|экскурсовод|башкаручылар|башкара|катнашалар|катнаша|чыгыш ясый|лекторы|алып баручы|performers?|featuring|speaker|lecturer|conductor|soloists?|starring|hosted by|led by|performed by|with";
const verbs =
  "играе?ю?т|игра(?:ет|ют)|выступа(?:ет|ют)|выступит|выступят|по[её]т|поют|чита(?:ет|ют)|расскаж(?:ет|ут)|провед[её]т|уйный|җырлый|сөйли";
const labelled = new RegExp(
  `(?:^|[.!?\\n]\\s{0,3})[^\\p{L}\\n]{0,4}(?:${labels})(?:\\s?:\\s?|\\s[—–-]\\s)([^.\\n!?]{3,150})`,
  "imu",
);
const capital = verbs.replace(/(?<=^|\|)\p{L}/gu, (letter) => letter.toUpperCase());
const said = new RegExp(
  `(?:^|[.!?\\n]\\s{0,3}|[—–-]\\s)[^\\p{L}\\n]{0,4}(?:${verbs}|${capital})\\s((?:\\p{Lu}|(?:квартет|трио|дуэт|оркестр|ансамбл|хор|групп|коллектив|солист|музыкант|пианист|скрипач|органист|артист|писател|поэт|историк|учёный|искусствовед))[^.\\n!?]{3,150})`,
  "mu",
);

/** Who takes part, as the text says it after a word that leads to it. */
export function guessWho(text: string): Found<string> | null {
  const lines = linesOf(text.slice(0, readAtMost));
  for (const pattern of [labelled, said]) {
    for (const { value: line, at } of lines) {
      const match = pattern.exec(line);
      const value = match?.[1]?.trim().replace(/(?<![,;:—–-])[,;:—–-]+$/u, "");
      if (!match || !value) continue;
      const start = at.start + match.index + match[0].length - (match[1]?.length ?? 0);
      return { value, at: { start, end: start + value.length } };
    }
  }
  return null;
}
