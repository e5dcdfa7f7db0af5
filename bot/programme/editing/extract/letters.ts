import { tokenise } from "../../../when/tokens.ts";
import type { Word } from "../../../when/vocabulary.ts";

/** Words besides days and what leads to them: a line of nothing else names nothing. */
export const lettersOf = (text: string): string =>
  tokenise(text)
    .map((token) => (token.kind === "word" && !isOfDay(token.word) ? token.folded.replace(/[^\p{L}]/gu, "") : ""))
    .join("");

const isOfDay = ({ weekday, month, inDays, unit, part, cues }: Word): boolean =>
  (weekday ?? month ?? inDays) !== undefined ||
  (unit === undefined && part === undefined && cues.size > 0) ||
  unit === "year";

/** Words of prices, addresses and links, which say nothing beside what they lead to. */
const labels =
  /(?<!\p{L})(?:билет\p{L}{0,3}|вход\p{L}{0,3}|цен[аы]|стоимост\p{L}|взнос|свободн\p{L}{2}|бесплатн\p{L}{1,2}|руб\p{L}{0,4}|взросл\p{L}{2,3}|детск\p{L}{2,3}|льготн\p{L}{2,3}|полн\p{L}{2,3}|сайт\p{L}?|купить|подробн\p{L}{2,5}|регистраци\p{L}|ссылк\p{L}|ссылке|место|адрес|начало|где|когда|возраст\p{L}{0,4}|трансляци\p{L}|бәясе?|керү|ирекле|урыны?|сәгать|башлана|яшь|tickets?|admission|entry|free|price|venue|where|when|book|register|website|by|at|ages?|тел|телефон)(?!\p{L})/giu;

/** The letters of a line without those of words that only lead to a price, a place or a link. */
export const ownLettersOf = (text: string): string => lettersOf(text.replace(labels, " "));
