import { addDays, type Reading, todayOf } from "./days.ts";
import type { SaidPeriod } from "./periods.ts";
import { hasCue, type Token } from "./tokens.ts";

/**
 * «15 числа», «15 числода», "on the 15th": the next day of that number, in this month or in one that has so many days; null for
 * others.
 */
export function readDayOfMonth(tokens: readonly Token[], at: number, reading: Reading): SaidPeriod | null {
  const [figure, noun] = [tokens[at], tokens[at + 1]];
  if (figure?.kind !== "number") return null;
  const isNamed = noun?.kind === "word" && /^числ/u.test(noun.folded);
  const isOrdinal = figure.suffix === "ordinal" && hasCue(tokens, at - 1, "on", "at", "filler");
  if (!isNamed && !isOrdinal) return null;
  const today = todayOf(reading);
  const coming = Array.from({ length: daysOfTwoMonths }, (_, ahead) => addDays(today, ahead));
  const date = coming.find((day) => Number(day.slice(8)) === figure.value);
  return date === undefined ? null : { when: { kind: "date", date }, next: isNamed ? at + 2 : at + 1 };
}

/** Each number up to 31 is within so many days. */
const daysOfTwoMonths = 62;
