import type { Found, Span } from "../../../when/span.ts";
import { tokenise, wordAt } from "../../../when/tokens.ts";
import { parsePrice, type SaidPrice } from "../../said-price.ts";
import { linesOf } from "./extracted.ts";

/** "Free" of jazz and of time is no price. */
const free =
  /бесплатн|вход\s?[:—–-]?\s?свободн|свободный вход|(?:керү|вход)\s?[:—–-]?\s?(?:ирекле|0)|түләүсез|бушлай|(?<!\p{L})(?:free (?:entry|admission|of charge|event|entrance|tickets?)|(?:admission|entry|entrance|tickets?|price)(?: is| are|:)? ?[—–-]? ?free|for free)(?!\p{L})/iu;
const money = /\d\s?(?:₽|руб|р\.|р(?!\p{L})|сум(?!м)|тыс|€|евро|\$|usd|eur|rub)|[€$₽]\s?\d/iu;
const named = /(?<!\p{L})(?:билет|цена|цены|стоимость|взнос|вход|бәя|керү|tickets?|price|admission|entry)/iu;
/** "Бесплатно для пенсионеров" beside a price is a discount. */
const discount = /льгот|пенсионер|студент|участник|для дет|детям|kids|children|students|балалар/iu;

/** The description of an event, which imports cut there (`feeds/text/html-to-text.ts`). */
const readAtMost = 20_000;

/** The price that a text names: an amount with its currency or behind a word for price; "free" only where it is admission. */
export function guessPrice(text: string): Found<SaidPrice> | null {
  const lines = linesOf(text.slice(0, readAtMost)).map(({ value, at }) => ({
    value: value.replace(/(?:https?:\/\/|www\.)\S+/giu, (url) => " ".repeat(url.length)),
    at,
  }));
  const paid = lines.filter(
    ({ value }) =>
      money.test(value) || (named.test(value) && /(?<![\d:.+])\d{2,5}(?![\d:.+%])/u.test(value) && !hasClock(value)),
  );
  for (const line of paid) {
    const said = sentencesOf(line).filter(({ value }) => money.test(value) || named.test(value));
    const price = parsePrice(said.map(({ value }) => value).join(" ") || line.value, false);
    if (price.isFree || price.priceMin !== undefined || price.priceMax !== undefined)
      return { value: price, at: around(said) ?? line.at };
  }
  const gift = lines.find(({ value }) => free.test(value) && !(paid.length > 0 && discount.test(value)));
  if (gift === undefined) return null;
  return { value: { isFree: true }, at: around(sentencesOf(gift).filter(({ value }) => free.test(value))) ?? gift.at };
}

/** What a line says beside its price is prose: only the sentence is taken for the price. */
const sentencesOf = ({ value, at }: Found<string>): Found<string>[] =>
  [...value.matchAll(/\S.*?(?:[.!?](?=\s+\p{Lu})|$)/gu)].map(({ 0: sentence, index }) => ({
    value: sentence,
    at: { start: at.start + index, end: at.start + index + sentence.length },
  }));

function around(found: readonly Found<string>[]): Span | undefined {
  const [first, last] = [found.at(0), found.at(-1)];
  return first && last && { start: first.at.start, end: last.at.end };
}

/** A number beside an hour or a day may belong to it. */
const hasClock = (line: string): boolean =>
  tokenise(line).some((token, at, all) =>
    token.kind === "number"
      ? wordAt(all, at + 1).month !== undefined || wordAt(all, at - 1).month !== undefined
      : token.kind === "clock" || token.kind === "date",
  );
