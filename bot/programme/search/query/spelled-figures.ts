import { lookUpWord } from "../../../when/vocabulary.ts";
import { amountAt, dayOfMonthAt, priceWords } from "../lexicon/lexicon.ts";
import { isUnitOfAge } from "./age-units.ts";
import { type QueryWord, readingsOf } from "./query-word.ts";

/**
 * Words with figures for numbers in words, where a number can be nothing else: a day before its month or «числа» («двадцать
 * пятого декабря», «бишенче декабрь»), an amount beside a limit or the name of money («до пятисот», «мең сумга кадәр») and an
 * age («дүрт яшь»). What was typed stays for the screen.
 */
export function withFigures(words: readonly QueryWord[]): QueryWord[] {
  const ways = readingsOf(words);
  const read: QueryWord[] = [];
  for (let at = 0; at < words.length; ) {
    const found = ways
      .map((forms) => dayAt(forms, at) ?? priceAt(forms, at) ?? ageAt(forms, at))
      .find((each) => each !== null);
    const taken = words.slice(at, at + (found?.length ?? 1));
    const [first] = taken;
    if (first === undefined) break;
    read.push(found == null ? first : figureOf(taken, first, found.value));
    at += taken.length;
  }
  return read;
}

const figureOf = (taken: readonly QueryWord[], { forms }: QueryWord, value: number): QueryWord => ({
  raw: taken.map(({ raw }) => raw).join(" "),
  forms: forms.map(() => String(value)),
});

type Figure = { value: number; length: number } | null;

function dayAt(forms: readonly string[], at: number): Figure {
  const day = dayOfMonthAt(forms, at);
  const behind = forms[at + (day?.length ?? 0)] ?? "";
  return lookUpWord(behind)?.month !== undefined || /^числ/u.test(behind) ? day : null;
}

/** «Дүрт яшь», «пять лет», "four year old"; "once a year" is none. */
function ageAt(forms: readonly string[], at: number): Figure {
  const word = forms[at] ?? "";
  const value = /^an?$/u.test(word) ? undefined : lookUpWord(word)?.number;
  return value !== undefined && isUnitOfAge(forms[at + 1]) ? { value, length: 1 } : null;
}

function priceAt(forms: readonly string[], at: number): Figure {
  const amount = amountAt(forms, at);
  if (amount === null) return null;
  const next = at + amount.length;
  const isLimited = [at - 1, at - 2, at - 3].some(
    (before) => before >= 0 && before + priceWords.upTo(forms, before) === at && priceWords.upTo(forms, before) > 0,
  );
  return isLimited || priceWords.money(forms, next) > 0 || priceWords.behind(forms, next) > 0 ? amount : null;
}
