import { saidDate } from "../search/said-dates.ts";
import { type Found, type Span, spanOf } from "./extract/extracted.ts";
import { monthOf } from "./month-words.ts";

/** Days named together: one, several apart ("5, 6 и 7 декабря"), or all from the first to the last ("5–7 дек."). */
export interface SaidDays {
  /** ISO dates, in order. */
  days: string[];
  isRange: boolean;
}

export interface Reading {
  now: Date;
  /** IANA name of the zone the text speaks in. */
  zone: string;
}

const mostDays = 40;
/** Named in one manner; all of them are compared with each other. */
const mostOfForm = 150;
const day = "(?:[12]\\d|3[01]|0?[1-9])(?:\\s?-?(?:нче|нчы|го|е|st|nd|rd|th))?(?!\\p{L}|\\d)";
const dash = "[-–—]";
/** Spaces stand in one place each: where two runs of them meet in what repeats, a text that fits nowhere takes for ever. */
const between = `\\s{0,9}(?:,(?:\\s{0,9}(?:и|and|һәм))?|${dash}|и|һәм|and|&|по|to|дан|дән|тан|тән)\\s{0,9}`;
const alone = "(?<![\\d:.,/]|№\\s?)";
const year = "(?:,?\\s{0,2}(?<year>20\\d\\d)(?!\\d))?";

/** "5 декабря", "5, 6 и 7 дек. 2026", "с 5 по 7 декабря", "2026 елның 5 декабрендә" */
const dayFirst = new RegExp(
  `(?:(?<yearBefore>20\\d\\d)\\s?(?:нче\\s)?(?:елның|ел)\\s)?${alone}(?<days>${day}(?:${between}${day}){0,9})\\s{1,2}(?:of\\s)?(?<month>\\p{L}{3,10})(?!\\p{L})\\.?${year}(?!,?\\s1\\d{3})`,
  "giu",
);
/** "December 5", "Dec. 5–7, 2026" */
const monthFirst = new RegExp(
  `(?<!\\p{L})(?<month>[a-z]{3,9})\\.?\\s(?<days>${day}(?:${between}${day}){0,9})(?![:.]?\\d|\\s?[ap]\\.?m)${year}`,
  "giu",
);
/** "05.12.2026", "5.12", "05/12/26", "2026-12-05"; "в 10.12" is an hour. */
const numeric =
  /(?<![\d.,:/+-]|(?<!\p{L})(?:в|at|сәгать|начало)\s)(?:20\d\d-\d\d-\d\d|(?:[12]\d|3[01]|0?[1-9])[./](?:0[1-9]|1[0-2])(?:[./](?:20)?\d\d)?)(?![\d:%/]|[.,]\d|-\d)(?!\s?(?:₽|руб|р\.|сум|%))/giu;

/** What joins two dates to the days from the one to the other. */
const toward = /^\s*(?:(?:[-–—]|по|до|to|till|until|through|дан|дән|тан|тән)\s*)+$/iu;

/** Finds the days that a text names, in order. A text's own words alone: what it does not date is not dated. */
export function findSaidDays(text: string, reading: Reading): Found<SaidDays>[] {
  const all = (form: RegExp) => [...text.matchAll(form)].slice(0, mostOfForm);
  const found = [
    ...[...all(dayFirst), ...all(monthFirst)].flatMap((match) => read(match, reading)),
    ...all(numeric).flatMap((match) => {
      const date = saidDate([match[0]], reading.now, reading.zone);
      return date === null ? [] : [{ value: { days: [date], isRange: false }, at: spanOf(match) }];
    }),
  ];
  return joined(text, withoutOverlap(found));
}

function read(match: RegExpExecArray, { now, zone }: Reading): Found<SaidDays>[] {
  const { days = "", month = "", year, yearBefore } = match.groups ?? {};
  const number = monthOf(month);
  if (number === undefined) return [];
  const said = year ?? yearBefore;
  const numbers = [...days.matchAll(/\d+/gu)].map(([digits]) => digits);
  const dates = numbers.flatMap((digits) => {
    const words = [`${digits.padStart(2, "0")}.${String(number).padStart(2, "0")}${said ? `.${said}` : ""}`];
    return saidDate(words, now, zone) ?? [];
  });
  if (dates.length < numbers.length) return [];
  const isRange = dates.length === 2 && new RegExp(`\\d\\D*(?:${dash}|по|to|дан|дән|тан|тән)\\D*\\d`, "iu").test(days);
  // "28–5 декабря" is no range; it stays two days.
  return [
    { value: { days: dates.sort(), isRange: isRange && numbers.join(" ") === inOrder(numbers) }, at: spanOf(match) },
  ];
}

const inOrder = (numbers: readonly string[]): string => [...numbers].sort((a, b) => Number(a) - Number(b)).join(" ");

const leadsTo = (text: string, from: Span, to: Span): boolean => {
  const gap = text.slice(from.end, to.start);
  // "28 ноябрьдән 15 гыйнварга кадәр"
  return toward.test(gap) || (/^\s+$/u.test(gap) && /[дтн][әа]н$/iu.test(text.slice(from.start, from.end)));
};

/** "28 ноября – 5 декабря", "05.12–07.12": two days and what stands between them become one range. */
function joined(text: string, found: readonly Found<SaidDays>[]): Found<SaidDays>[] {
  const result: Found<SaidDays>[] = [];
  for (const next of found) {
    const last = result.at(-1);
    const [from, to] = [last?.value.days[0], next.value.days[0]];
    const isPair = last?.value.days.length === 1 && next.value.days.length === 1;
    if (last && isPair && from && to && leadsTo(text, last.at, next.at)) {
      // "28 декабря – 5 января": the year turns in between.
      const end = to < from ? `${Number(to.slice(0, 4)) + 1}${to.slice(4)}` : to;
      result[result.length - 1] = {
        value: { days: [from, end], isRange: true },
        at: { start: last.at.start, end: next.at.end },
      };
    } else if (result.length < mostDays) result.push(next);
  }
  return result;
}

/** The longer reading wins: "5.12" inside of "05.12.2026" is no date of its own. */
function withoutOverlap(found: readonly Found<SaidDays>[]): Found<SaidDays>[] {
  const length = ({ start, end }: Span): number => end - start;
  const kept: Found<SaidDays>[] = [];
  for (const one of [...found].sort((a, b) => length(b.at) - length(a.at))) {
    if (!kept.some(({ at }) => at.start < one.at.end && one.at.start < at.end)) kept.push(one);
  }
  return kept.sort((a, b) => a.at.start - b.at.start);
}
