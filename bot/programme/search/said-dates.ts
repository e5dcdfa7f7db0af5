import { DateTime } from "luxon";
import { expand } from "./match/expand.ts";
import { fold } from "./text/fold.ts";

const monthNames = [
  "январ(ь|я) гыйнвар(|да|ның) jan(|uary)",
  "феврал(ь|я) февральдә feb(|ruary)",
  "март(|а|та) mar(|ch)",
  "апрел(ь|я) апрельдә apr(|il)",
  "ма(й|я|йда) may",
  "июн(ь|я|ьдә) jun(|e)",
  "июл(ь|я|ьдә) jul(|y)",
  "август(|а|та) aug(|ust)",
  "сентябр(ь|я|ьдә) sep(|t|tember)",
  "октябр(ь|я|ьдә) oct(|ober)",
  "ноябр(ь|я|ьдә) nov(|ember)",
  "декабр(ь|я|ьдә) dec(|ember)",
];
const months = new Map(
  monthNames.flatMap((names, index) =>
    names
      .split(" ")
      .flatMap(expand)
      .map((name): [string, number] => [fold(name), index + 1]),
  ),
);

/** A past date is meant as past when it is this near, in days; else next year is meant. */
const nearPast = 60;

/**
 * The ISO date that folded words say: "20 ноября", "20 нче ноябрь", "november 20", "20th november 2026", "20.11",
 * "2026-11-20". Null when they say none or one that does not exist.
 */
export function saidDate(words: readonly string[], now: Date, zone: string): string | null {
  const [first = "", ...rest] = words.filter((word) => !/^(нче|нчы|of|the|года|ел)$/u.test(word));
  if (rest.length === 0) return numericDate(first, now, zone);
  const [second = "", third = ""] = rest;
  if (rest.length > 2 || (third !== "" && !/^20\d\d$/u.test(third))) return null;
  const year = third === "" ? undefined : Number(third);
  const [day, month] = months.has(second) ? [first, months.get(second)] : [second, months.get(first)];
  const number = /^(\d{1,2})(?:st|nd|rd|th|е|го)?$/u.exec(day)?.[1];
  return number === undefined || month === undefined ? null : isoDate(Number(number), month, year, now, zone);
}

function numericDate(word: string, now: Date, zone: string): string | null {
  const iso = /^(20\d\d)-(\d\d)-(\d\d)$/u.exec(word);
  if (iso) return isoDate(Number(iso[3]), Number(iso[2]), Number(iso[1]), now, zone);
  const [, day, month, year] = /^(\d{1,2})[./](\d{2})(?:[./](20\d\d|\d\d))?$/u.exec(word) ?? [];
  if (day === undefined || month === undefined) return null;
  return isoDate(Number(day), Number(month), year === undefined ? undefined : 2000 + (Number(year) % 100), now, zone);
}

function isoDate(day: number, month: number, year: number | undefined, now: Date, zone: string): string | null {
  const today = DateTime.fromJSDate(now, { zone }).startOf("day");
  const said = DateTime.fromObject({ year: year ?? today.year, month, day }, { zone });
  if (!said.isValid && year === undefined)
    return month === 2 && day === 29 ? isoDate(day, month, leapYear(today.year), now, zone) : null;
  const past = year === undefined && today.diff(said, "days").days > nearPast;
  return (past ? said.plus({ years: 1 }) : said).toISODate();
}

/** "29 February" in a common year means the next one there is. */
function leapYear(year: number): number {
  return DateTime.fromObject({ year }).isInLeapYear ? year : leapYear(year + 1);
}
