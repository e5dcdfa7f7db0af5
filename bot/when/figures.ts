/** A day as figures say it. */
export interface FigureDate {
  day: number;
  month: number;
  /** Null where none was said. */
  year: number | null;
  /** "5/12" is the fifth of December here and the twelfth of May elsewhere. */
  isAmbiguous: boolean;
  /** "5.1": in a text about other things it may be anything. */
  isLoose: boolean;
}

/** What figures with their signs mean. */
export type Figures =
  | { kind: "number"; value: number; suffix: Suffix | null; isAblative: boolean }
  /** `sign`: what parts hours from minutes; with a point it may be an amount, where nothing says that it is an hour. */
  | { kind: "clock"; minutes: number; sign: ":" | "." | "⁰"; isAblative: boolean; isLocative: boolean }
  /** `clock`: minutes after midnight, if an hour is meant all the same ("в 10.12"). */
  | { kind: "date"; date: FigureDate; clock: number | null; isAblative: boolean };

/** What letters at a number tell: that it is a place in a row ("5-го", "1st"), or that something is at or from it ("19да"). */
export type Suffix = "ordinal" | "case";

const ordinal =
  /^(?:st|nd|rd|th|го|е|ое|й|ый|я|ая|му|ого|нче|нчы|нчеда|нчыда|нчесе|енда|ында|сенда|сында|еннан|ыннан|ена|ына)$/u;
const cases = /^(?:да|та|дан|тан|нан|га|ка|на|ны|не|нын|нен)$/u;

/** What folded letters at a number tell; null where they make it something else. */
export const parseSuffix = (letters: string): Suffix | null =>
  ordinal.test(letters) ? "ordinal" : cases.test(letters) ? "case" : null;

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Reads "18:30", "18.30", "5.12", "05/12/26", "2026-12-05", "18⁰⁰"; null where no day and no hour is written so. */
export function parseFigures(text: string): Exclude<Figures, { kind: "number" }> | null {
  const signs = { isAblative: false, isLocative: false };
  const plain = text.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/gu, (digit) => String(superscripts.indexOf(digit)));
  if (plain !== text) {
    const minutes = clockOf(plain.slice(0, -2), plain.slice(-2));
    return minutes === null ? null : { kind: "clock", minutes, sign: "⁰", ...signs };
  }
  const parts = text.split(/[^\d]+/u).filter(Boolean);
  const [first = "", second = "", third] = parts;
  if (text.includes(":")) {
    const minutes = clockOf(first, second);
    return minutes === null ? null : { kind: "clock", minutes, sign: ":", ...signs };
  }
  const clock = third === undefined && text.includes(".") && second.length === 2 ? clockOf(first, second) : null;
  const date = dateOf(text, parts);
  if (date !== null) return { kind: "date", date, clock, isAblative: false };
  // "20.11" is a day, "10.00" an hour: nothing begins in such a minute, and months end at twelve.
  return clock !== null && clock % 5 === 0 ? { kind: "clock", minutes: clock, sign: ".", ...signs } : null;
}

/** Minutes after midnight; 24:00 is the midnight that ends the day. */
export function clockOf(hour: string, minute: string): number | null {
  const [hours, minutes] = [Number(hour), Number(minute)];
  const total = hours * 60 + minutes;
  return minutes < 60 && total <= 24 * 60 ? total : null;
}

function dateOf(text: string, [first = "", second = "", third]: readonly string[]): FigureDate | null {
  if (text.includes("-")) {
    return monthAndDay(second, third ?? "", { year: Number(first), isAmbiguous: false, isLoose: false });
  }
  const year = third === undefined ? null : 2000 + (Number(third) % 100);
  const isLoose = second.length === 1;
  if (text.includes(".")) return monthAndDay(second, first, { year, isAmbiguous: false, isLoose });
  const [one, other] = [Number(first), Number(second)];
  // "12/25/2026" is written as in America: there is no other way to read it.
  if (other > 12) return monthAndDay(first, second, { year, isAmbiguous: false, isLoose });
  return monthAndDay(second, first, { year, isAmbiguous: one <= 12 && one !== other, isLoose });
}

function monthAndDay(month: string, day: string, rest: Omit<FigureDate, "day" | "month">): FigureDate | null {
  const [number, inMonth] = [Number(day), Number(month)];
  return number >= 1 && number <= 31 && inMonth >= 1 && inMonth <= 12 ? { day: number, month: inMonth, ...rest } : null;
}
