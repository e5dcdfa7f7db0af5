import { priceWords } from "../lexicon/lexicon.ts";

/** A limit of price said from a place on, and how many words say it. */
export interface PriceSpan {
  /** Roubles. */
  value: number;
  length: number;
}

/** A smaller figure without the name of money is an hour or an age. */
const smallest = 50;
/** Nobody means more by a figure without it. */
const largest = 20_000;

/**
 * "до 500", "не дороже 300 рублей", "500 сумга кадәр", "under 500", "500р": a figure with a word that limits it or the name
 * of money; null where there is neither.
 */
export function parsePriceAt(words: readonly string[], at: number): PriceSpan | null {
  const leading = priceWords.upTo(words, at);
  const figure = figureAt(words, at + leading);
  if (figure === null) return null;
  let next = at + leading + figure.length;
  const named = priceWords.money(words, next);
  next += named;
  const following = priceWords.behind(words, next);
  next += following;
  const isMoney = figure.isMoney || named > 0;
  // "за 500", "500 бар": these lead to a price only where money is named, or the figure can be nothing else.
  const isLimited = leading > 0 || following > 0;
  if (!isMoney && (!isLimited || figure.value < smallest || figure.value > largest || isYear(figure.value)))
    return null;
  return { value: figure.value, length: next - at };
}

const isYear = (value: number): boolean => value >= 1900 && value < 2100;

/** "500", "1 000", "500р", "500дән". */
function figureAt(words: readonly string[], at: number): { value: number; length: number; isMoney: boolean } | null {
  const [, digits, behind = ""] = /^(\d{1,5})(\p{L}{0,6})$/u.exec(words[at] ?? "") ?? [];
  if (digits === undefined) return null;
  const isMoney = behind !== "" && priceWords.money([behind], 0) > 0;
  if (behind !== "" && !isMoney && !/^(?:га|ка|дан|тан|нан|на|не|ны)$/u.test(behind)) return null;
  const thousands = /^\d{3}$/.test(words[at + 1] ?? "") && digits.length <= 2 && behind === "";
  return thousands
    ? { value: Number(digits + words[at + 1]), length: 2, isMoney }
    : { value: Number(digits), length: 1, isMoney };
}
