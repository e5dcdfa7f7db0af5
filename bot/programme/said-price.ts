import { fold } from "../text/fold.ts";
import { lookUpWord } from "../when/vocabulary.ts";

/** What a price in words says; amounts in whole units of `currency`. */
export interface SaidPrice {
  isFree: boolean;
  /** Watching from home costs nothing, whatever the hall does. */
  isFreeOnline?: boolean;
  priceMin?: number;
  priceMax?: number;
  /** ISO 4217 */
  currency?: string;
}

/** "1 200", "1.200", "1,200", "1200", "99,50", and what stands right behind it. */
const amount =
  /(?<number>\d{1,3}(?:[ .]\d{3})+(?!\d)|\d{1,2}(?:,\d{3})+(?![\d,])|\d{1,9})(?:[.,](?<cents>\d{1,2})(?!\d))?(?= ?(?<unit>[€$₽%+]|[а-яёa-z]+)?)/gu;
const notMoney = /^(сек|чел|персон|шт|класс|курс|этап|%|\+)/u;
const money = /^(р|руб.*|сум.*|rub.*|тыс.*|₽|€|евро|eur.*|\$|долл.*|usd)$/u;
const freeWords = /бесплатн|вход свободн|свободный вход|түләүсез|бушлай|free/u;
/** A bill in a bar is not a price of admission. */
const notAdmission = /средний чек|депозит/u;

interface Amount {
  value: number;
  /** 1000 for "тыс." */
  scale: number;
  /** "от 200": the lower bound; "до 500": the upper one. */
  bound: "от" | "до" | undefined;
  at: number;
  end: number;
  isMoney: boolean;
  isOther: boolean;
}

/**
 * Reads "от 1200 до 10000 руб.", "350–1000 руб.", "400 р.", "1300 за одно занятие", "от 150 до 500 евро" or "уточняется".
 * Where `is_free` and the text contradict each other the text wins: to come for nothing and be asked for 1750 ₽ is worse
 * than to expect to pay. A text that itself says "free" beside amounts ("free, workshops from 200 ₽") keeps `is_free`.
 */
export function parsePrice(raw: string, saidFree: boolean): SaidPrice {
  const text = withoutOthers(boundsBefore(raw.slice(0, 500).toLowerCase().replace(/\s+/gu, " ")));
  const amounts = notAdmission.test(text) ? [] : readAmounts(text);
  const paid = amounts.filter(({ value }) => value > 0);
  const wordsSayFree = freeWords.test(text) || (amounts.length > 0 && paid.length === 0);

  if (paid.length === 0) return { isFree: saidFree || wordsSayFree };
  if (saidFree && wordsSayFree) return { isFree: true };

  return { isFree: false, ...bounds(amounts), currency: currencyOf(text) };
}

/** Amounts of money in order. Ages, days and percentages are none; in "от 5 до 10 лет" the unit speaks for both numbers. */
function readAmounts(text: string): Amount[] {
  const found: Amount[] = [];
  for (const match of text.matchAll(amount)) {
    const { number = "", cents = "0", unit = "" } = match.groups ?? {};
    const scale = unit.startsWith("тыс") ? 1000 : 1;
    found.push({
      value: Math.ceil(Number(`${number.replaceAll(/[ .,]/gu, "")}.${cents}`) * scale),
      scale,
      bound: boundBefore(text.slice(0, match.index)),
      at: match.index,
      end: match.index + match[0].length,
      isMoney: money.test(unit),
      isOther: notMoney.test(unit) || isOfTime(unit),
    });
  }
  for (const [index, next] of found.entries()) {
    const previous = found[index - 1];
    if (currencyBefore.test(text.slice(Math.max(0, next.at - 7), next.at))) next.isMoney = true;
    if (!previous || previous.isOther) continue;
    const between = text.slice(previous.end, next.at);
    if (previous.isMoney) {
      next.isMoney ||= !next.isOther && (/^ ?[-–—] ?$/u.test(between) || isForOthers(text, next, between));
      continue;
    }
    if (next.isMoney && isBesidePrice(text, previous, between)) previous.isMoney = true;
    else if (/^ ?(?:[-–—]|до|и|или|\/) ?$/u.test(between) && isNear(previous.value * next.scale, next.value)) {
      previous.value *= next.scale;
      previous.isMoney = next.isMoney;
      previous.isOther = next.isOther;
    }
  }
  // "500, 800, 1200 руб.": of the last one every one before it learns that it is money.
  for (let at = found.length - 1; at > 0; at -= 1) {
    const [previous, next] = [found[at - 1], found[at]];
    if (!previous || !next?.isMoney || previous.isMoney || previous.isOther) continue;
    previous.isMoney = isBesidePrice(text, previous, text.slice(previous.end, next.at));
  }
  const plausible = found.filter(({ value, isOther }) => !isOther && value <= 10_000_000);
  const named = plausible.filter(({ isMoney }) => isMoney);
  return named.length > 0 ? named : plausible;
}

/** Tatar has the bounds of a price behind its amounts: «500дән 1500 сумга кадәр», «300 сумнан». */
const boundsBefore = (text: string): string =>
  text
    .replace(
      /(\d)(?: ?сум)?-?(?:нан|нән|дан|дән|тан|тән)(?=[ ,–—-]{1,3}\d[\d ]{1,8}(?: ?(?:сум|тәңкә|₽|руб))?-?(?:га|гә|ка|кә)?(?: кадәр| чаклы| хәтле))[ ,–—-]{1,3}/gu,
      "$1 – ",
    )
    .replace(/(\d[\d ]{0,8}) ?(сум|тәңкә|₽|руб)-?(?:нан|нән|дан|дән|тан|тән)(?!\p{L})/gu, "от $1 $2")
    .replace(/(\d[\d ]{0,8}) ?(сум|тәңкә|₽|руб)-?(?:га|гә|ка|кә) (?:кадәр|чаклы|хәтле)(?!\p{L})/gu, "до $1 $2");

/** Telephones, hours and dates are no money; signs of the same length stand in their place. */
const withoutOthers = (text: string): string =>
  text.replace(
    /\+\d[\d ()-]{6,18}\d|(?<!\d)8[ -]?\(?\d{3,5}\)?[ \d-]{4,12}\d|\d{1,3}-\d\d-\d\d(?![\d-])|(?<!\d)\d{1,2}:\d\d(?!\d)|\d{1,2}\.\d{1,2}\.(?:20)?\d\d(?!\d)|№ ?\d+/gu,
    (said) => "_".repeat(said.length),
  );

/** "RUB 800", "€20"; in "300 rub 12" the currency is that of the amount before. */
const currencyBefore = /(?:^|[^\d ] ?)(?:[€$₽]|rub|usd|eur) ?$|[€$₽]$/u;

/** "150 рублей, по студенческому – 100", "RUB 300, 500": the currency was said before. */
const isForOthers = (text: string, { value, at, end }: Amount, between: string): boolean =>
  value >= 10 &&
  (/^ ?[,/] ?$/u.test(between) ||
    (/^ ?[^\d,;/(]{0,20}[,;/(][^\d]{0,40}$/u.test(between) &&
      (ticketKinds.test(text.slice(0, at)) || ticketKind.test(text.slice(end, end + 20)))));

/** Both ends of one price: "1 — 900" are none. */
const isNear = (one: number, other: number): boolean => one * 100 >= other && (one >= 10 || other < 100);

/** "взрослый 300, детский 150 руб.": the currency stands behind the last one. */
const isBesidePrice = (text: string, { value, at }: Amount, between: string): boolean =>
  value >= 10 &&
  (/^ ?[,;/] ?$/u.test(between) ||
    (/^ ?[,;/–—-]? ?[\p{L} .()-]{0,30}[:–—-]? ?$/u.test(between) && ticketKinds.test(text.slice(0, at))));
const kinds =
  "(?:взросл|детск|детям|льгот|полн|студен|школьн|пенсион|входн|вип|vip|партер|балкон|стандарт|ложа|ряд|зурлар|балалар|ташламал|adult|child|full|student|senior|reduced|standard|concession)";
const ticketKinds = new RegExp(`${kinds}[\\p{L}]{0,12}(?: билет[\\p{L}]{0,3})? ?[:–—-]? ?(?:от )?$`, "u");
const ticketKind = new RegExp(`^ ?[–—(-]? ?${kinds}`, "u");

/** Years, days, hours, lessons and months are no money. */
function isOfTime(unit: string): boolean {
  const word = lookUpWord(fold(unit));
  return word?.unit !== undefined || word?.month !== undefined;
}

function boundBefore(text: string): "от" | "до" | undefined {
  const word = /(?<!\p{L})(от|до|from|up to) ?(?:[₽€$]|rub|usd|eur)? ?$/u.exec(text)?.[1];
  if (word === undefined) return undefined;
  return word === "от" || word === "from" ? "от" : "до";
}

function bounds(amounts: readonly Amount[]): { priceMin?: number; priceMax?: number } {
  const values = amounts.map(({ value }) => value);
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  if (lowest < highest) return { priceMin: lowest, priceMax: highest };
  if (amounts.some(({ bound }) => bound === "от")) return { priceMin: lowest };
  if (amounts.some(({ bound }) => bound === "до")) return { priceMax: highest };
  return { priceMin: lowest, priceMax: highest };
}

function currencyOf(text: string): string {
  if (/€|евро|eur/u.test(text)) return "EUR";
  if (/\$|долл|usd/u.test(text)) return "USD";
  return "RUB";
}
