import type { Found, Span } from "../../../when/span.ts";
import { tokenise, wordAt } from "../../../when/tokens.ts";
import { parsePrice, type SaidPrice } from "../../said-price.ts";
import { linesOf } from "./extracted.ts";
import { sentencesOf } from "./sentences.ts";

/** What a ticket, an entrance or taking part is called; prices and "free" beside it are those of admission. */
const admission =
  /(?<!\p{L})(?:билет|цена|цены|стоимост|стоит(?!\p{L})|платн|оплата|оргвзнос|взнос|вход|участи|посещени|бәя|керү|катнашу|хакы|tickets?(?!\p{L})|price|admission|entry|entrance|fee(?!\p{L}))/iu;
const things =
  "вход|билет|посещени|участи|мероприяти|событи|концерт|экскурси|лекци|заняти|мастер-класс|показ|спектакл|выставк|программ|кинопоказ|урок|вебинар|трансляци|курс|абонемент|встреч|фестивал|праздник|ивент|entry|admission|event|entrance|tickets?|concert|lecture|workshop|tour|show|class|screening|exhibition|festival|керү|чара|концерт|дәрес";
/** "Free" of what is no admission: parking, coffee, jazz and time are free as well. */
const freeThing = new RegExp(
  `(?<!\\p{L})бесплатн(?:ый|ая|ое|ые|ого|ой|ую|ых|ым|ыми)\\s+(?!(?:${things}))\\p{L}|free (?!(?:${things}|of charge|for (?:all|everyone)))(?=\\p{L}{3})`,
  "iu",
);
const besides =
  /парковк|паркинг|wi-?fi|вай-?фай|гардероб|трансфер|шаттл|автобус|угощени|чай(?!\p{L})|кофе|напит|мороженое|подар|розыгрыш|разыгр|выигр|приз(?!н|в|ы)|кешбэк|кэшбэк|cashback|сертификат|скидк|депозит|штраф|меню|прокат|аренд|эконом|доставк|фотосесс|средний чек|призовой|фонд|parking|giveaway|prize|win |discount|raffle/iu;
const free =
  /бесплатн|вход\s?[:—–-]?\s?свободн|свободный вход|(?:керү|вход)\s?[:—–-]?\s?(?:ирекле|0(?!\d))|түләүсез|бушлай|ирекле керү|(?<!\p{L})(?:free (?:entry|admission|of charge|event|entrance|tickets?|to attend)|(?:admission|entry|entrance|tickets?|price)(?: is| are|:)? ?[—–-]? ?free|for free|free(?=\s*(?:[.,;!)]|$)))(?!\p{L})/imu;
const money =
  /\d\s?(?:₽|руб|р\.|р(?!\p{L})|сум(?!м)|тыс|€|евро|\$|usd|eur|rub|тәңкә)|(?:[€$₽]|(?<!\p{L})(?:rub|usd|eur))\s?\d/iu;
/** The number stands right behind the word: "Билеты от 300". */
const amountBehind =
  /(?<!\p{L})(?:билет\p{L}{0,3}|цен[аы]|стоимость(?: билет\p{L}{0,3}| участия)?|участие|взнос|вход(?:ной)?(?: билет)?|бәясе?|керү|tickets?|price|admission|entry|fee)\s?(?:[:—–-]\s?)?(?:от |до |по |from )?\d{2,5}(?![\d:.+%]|-(?!\d{3,5}(?![\d-]))|\s?(?:лет|мин|час|человек|мест|яшь|years|min))/iu;
/** "Бесплатно для пенсионеров" is a discount. */
const discount =
  /(?:льгот|пенсионер|студент|школьник|именинник|многодетн|инвалид|ветеран|участник|для дет|детям|детей|до \d{1,2} лет|kids|children|students|seniors|under \d|балаларга|пенсионерларга|студентларга)[^.!?\n]{0,40}(?:бесплатн|бушлай|free)|(?:бесплатн\p{L}*|free)\s?(?:для|for)\s(?:льгот|пенсионер|студент|школьник|детей|детям|именинник|kids|children|students|seniors)/iu;
/** A sentence that is nothing but a price: "300–500 ₽", "Взрослый 300 руб., детский 150 руб.". */
const bare =
  /^[^\p{L}\d]*(?:(?:от|до|взрослы\p{L}{1,2}|детски\p{L}{1,2}|льготны\p{L}{1,2}|полны\p{L}{1,2}|студен\p{L}{1,7}|школьн\p{L}{1,4}|пенсионер\p{L}{0,3}|дет(?:и|ям)|льготник\p{L}{0,3}|разов\p{L}{2} (?:занятие|посещение)|абонемент\p{L}{0,2}|(?:одно )?занятие|и|һәм|and|партер\p{L}{0,2}|амфитеатр|бельэтаж|балкон\p{L}{0,2}|лож[аи]|галёрка|вип|vip|стандарт|танцпол|фан-зона|в кассе|онлайн|на входе|предварительно|from|rub|usd|eur|adults?|children|students?|seniors?|concessions?|single|pass|зурлар|балалар|ташламалы)[^\p{L}\d]*)*[€$₽]?\d/iu;

/** The description of an event, which imports cut there (`feeds/text/html-to-text.ts`). */
const readAtMost = 20_000;

/** The price that a text names: an amount with its currency or behind a word for price, and "free" where it is admission. */
export function guessPrice(text: string): Found<SaidPrice> | null {
  const sentences = linesOf(text.slice(0, readAtMost))
    .map(({ value, at }) => ({
      value: value.replace(/(?:https?:\/\/|www\.)\S+/giu, (url) => " ".repeat(url.length)),
      at,
    }))
    // What a line says beside its price is prose: only the sentence is taken for the price.
    .flatMap(({ value, at }) =>
      sentencesOf(value).map((one) => ({
        value: one.value,
        at: { start: at.start + one.at.start, end: at.start + one.at.end },
      })),
    );
  const paid = sentences.filter(isPaid);
  for (const [index, sentence] of paid.entries()) {
    // Prices that stand together are one: "Взрослый 300 руб.\nДетский 150 руб.".
    const said = [sentence, ...paid.slice(index + 1).filter((next, behind) => isBelow(sentence, next, behind))];
    const price = parsePrice(said.map(({ value }) => fromAmount(value)).join("; "), false);
    if (price.isFree || price.priceMin !== undefined || price.priceMax !== undefined)
      return { value: price, at: around(said) ?? sentence.at };
  }
  const gift = sentences.find(isGift);
  return gift ? { value: { isFree: true }, at: gift.at } : null;
}

function isPaid({ value }: Found<string>, index: number, all: readonly Found<string>[]): boolean {
  if (besides.test(value) && !amountBehind.test(value)) return false;
  if (!money.test(value)) {
    const amount = amountBehind.exec(value);
    return amount !== null && !hasClock(value.slice(amount.index, amount.index + amount[0].length + 15));
  }
  if (admission.test(value) || bare.test(value)) return true;
  // "Стоимость:" may stand in the line above.
  const before = all[index - 1]?.value ?? "";
  if (admission.test(before) && /[:—–-]\s*$/u.test(before)) return true;
  // In "лекция, 300 руб." the amount stands for itself.
  return (
    /(?:^|[,;:—–(-]\s?|\s)(?:от |до |всего |по )?\d[\d\s.–-]{0,12}\s?(?:₽|руб\p{L}{0,4}|р\.|р(?!\p{L})|сум(?!\p{L})|€|\$)(?:\s?(?:с|за|\/)\s?(?:человек|чел|реб[её]нк|место|билет)\p{L}{0,2})?[^\p{L}]*(?:$|[,;.)!|])/iu.test(
      value,
    ) || /(?<!\p{L})(?:rub|usd|eur)\s?\d[\d\s.,–-]{0,12}(?:$|[;)!|])/iu.test(value)
  );
}

const isGift = ({ value }: Found<string>): boolean => {
  if (!free.test(value) || discount.test(value)) return false;
  return !besides.test(value) && !freeThing.test(value);
};

/** Without a currency only what stands behind a word for price is one: «Пт 11/12 20:00 — джем, вход 300». */
const fromAmount = (sentence: string): string =>
  money.test(sentence) ? sentence : sentence.slice(Math.max(0, sentence.search(amountBehind)));

/** The next lines of a list of prices. */
const isBelow = (first: Found<string>, next: Found<string>, behind: number): boolean =>
  bare.test(next.value) && money.test(next.value) && behind < 4 && next.at.start - first.at.end < 120;

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
