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
  /(?<!\p{L})(?:билет\p{L}{0,3}|вход\p{L}{0,3}|цен[аы]|стоимост\p{L}|взнос|свободн\p{L}{2}|бесплатн\p{L}{1,2}|руб\p{L}{0,4}|р|rub|usd|eur|сум\p{L}{0,4}|взросл\p{L}{2,3}|детск\p{L}{2,3}|льготн\p{L}{2,3}|полн\p{L}{2,3}|сайт\p{L}?|купить|куплять|заказать|подробн\p{L}{2,5}|регистраци\p{L}|запись|записаться|ссылк\p{L}|ссылке|место|адрес\p{L}?|начало|где|когда|дата|даты|время|возраст\p{L}{0,4}|трансляци\p{L}|онлайн|мск|московск\p{L}{2,3}|бәяс[еи]|керү|ирекле|урыны?|кайда|кайчан|вакыты?|көне|көннәре|сәгать|башлана|башлануы|яшь|алу|сатып|сайты?|теркәлү|язылу|мәскәү|tickets?|admission|entry|free|price|venue|where|when|date|time|moscow|book|buy|register|registration|sign|up|website|online|here|link|by|at|in|the|of|ages?|тел|телефон)(?!\p{L})/giu;

/** The letters of a line without those of words that only lead to a price, a place or a link. */
export const ownLettersOf = (text: string): string => lettersOf(text.replace(labels, " "));

const hashtags = /(?<!\S)#[\p{L}\p{N}_]+/gu;
/** A telephone number has so many figures. */
export const phone = /(?:\d[\s()-]{0,2}){6,}/u;
const money = /₽|руб|сум|rub|€|\$/iu;

/** Whether what is left of a line without its facts says something: a word that leads to nothing else, or a telephone. */
export const saysOwn = (left: string): boolean =>
  ownLettersOf(left.replace(hashtags, " ")).length > 1 || (phone.test(left) && !money.test(left));
