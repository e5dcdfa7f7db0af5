import type { Found } from "../../../when/span.ts";
import { spanOf } from "./extracted.ts";

/** Words that a full stop shortens: of titles and degrees, of streets and cities, of names and amounts. */
const shortened =
  /^(?:dr|prof|feat|ft|доп|mr|mrs|ms|st|str|sq|ave|rd|no|vs|проф|доц|акад|канд|докт|асс|засл|нар|арт|худ|рук|реж|дир|муз|ул|ур|пр|просп|пер|пл|наб|бул|корп|стр|каб|ауд|эт|кв|им|ис|тел|тәрҗ|мәйд|тат|рус|англ|мин|тыс|млн|руб|коп|чел|см|др)$/iu;
/** Letters of a word that a full stop may shorten; longer ones end a sentence. */
const longestShortened = 6;

/**
 * The sentences of one line, each where it stands in the line. A full stop behind an initial or an abbreviation ends none
 * («Dr. Leila Akhmetova», «ул. А. С. Пушкина», «д.ф.н. Ольга Лапина»); behind an amount it does («300 р. Дети бесплатно»). A stop
 * inside of quotes belongs to a name.
 */
export function sentencesOf(line: string): Found<string>[] {
  const found: Found<string>[] = [];
  const quotes = [...line.matchAll(/«[^»]{1,200}»|“[^”]{1,200}”|"[^"]{1,200}"/gu)].map(spanOf);
  let start = 0;
  for (const { 0: signs, index } of line.matchAll(/(?<![.!?…])[.!?…]{1,5}(?=["»”)]?(?:\s|$))/gu)) {
    const end = index + signs.length;
    while (quotes[0] && quotes[0].end <= index) quotes.shift();
    const isQuoted = quotes[0] !== undefined && quotes[0].start < index && end < quotes[0].end - 1;
    // «Викторина «Что? Где? Казань!» пройдёт …»: the sentence goes on behind the name.
    const goesOn = /^["»”]\s\p{Ll}/u.test(line.slice(end, end + 3));
    if (isQuoted || goesOn || (signs === "." && isShortened(line, index))) continue;
    push(found, line, start, end);
    start = end;
  }
  push(found, line, start, line.length);
  return found;
}

function push(found: Found<string>[], line: string, from: number, end: number): void {
  const piece = line.slice(from, end);
  const value = piece.trim();
  const start = from + piece.length - piece.trimStart().length;
  if (/[\p{L}\p{N}]/u.test(value)) found.push({ value, at: { start, end: start + value.length } });
}

/** Whether the full stop at a place shortens the word before it. */
function isShortened(line: string, at: number): boolean {
  const before = line.slice(Math.max(0, at - longestShortened - 8), at);
  const word = /(?<![\p{L}\p{N}])\p{L}{1,6}$/u.exec(before)?.[0] ?? "";
  if (word === "" || /^\s*$/u.test(line.slice(at + 1))) return false;
  // «2026 г. Вход свободный», «300 руб. Дети бесплатно»
  if (/\d\s?\p{L}{1,4}$/u.test(before) && /^\s+["«\p{Lu}]/u.test(line.slice(at + 1, at + 6))) return false;
  return word.length === 1 || shortened.test(word);
}
