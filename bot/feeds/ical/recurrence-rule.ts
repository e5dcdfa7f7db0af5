/** A rule of RFC 5545, section 3.3.10, for days and hours; lists that were left out are null. */
export interface RecurrenceRule {
  frequency: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
  interval: number;
  count: number | null;
  /** Milliseconds: an instant, or a wall clock; of a day its last moment. Null: for ever. */
  until: { at: number; isInstant: boolean } | null;
  byDay: readonly { weekday: number; position: number | null }[] | null;
  byMonthDay: readonly number[] | null;
  byYearDay: readonly number[] | null;
  byWeekNumber: readonly number[] | null;
  byMonth: readonly number[] | null;
  byPosition: readonly number[] | null;
  byHour: readonly number[] | null;
  byMinute: readonly number[] | null;
  bySecond: readonly number[] | null;
  /** ISO weekday that a week begins with. */
  weekStart: number;
}

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const day = 86_400_000;
/** Longer lists say nothing more: there are 366 days. */
const mostValues = 400;

export type ParsedRule = { kind: "rule"; rule: RecurrenceRule } | { kind: "too often" } | { kind: "bad" };

/** Parses a rule strictly: a part that is not known means that the rule is not followed. Spaces are forgiven. */
export function parseRecurrenceRule(value: string): ParsedRule {
  const parts = new Map<string, string>();
  for (const part of value.replaceAll(/\s/gu, "").toUpperCase().split(";").filter(Boolean)) {
    const [name = "", said = ""] = part.split("=");
    parts.set(name, said);
  }
  const frequency = parts.get("FREQ");
  if (/^(?:SECONDLY|MINUTELY|HOURLY)$/u.test(frequency ?? "")) return { kind: "too often" };
  if (frequency !== "DAILY" && frequency !== "WEEKLY" && frequency !== "MONTHLY" && frequency !== "YEARLY")
    return { kind: "bad" };
  let isBad = [...parts.keys()].some((name) => !name.startsWith("X-") && !known.has(name));
  const numbers = (name: string, lowest: number, highest: number): number[] | null => {
    const said = parts.get(name);
    if (said === undefined) return null;
    const found = said.split(",").map(Number);
    const isGood = (one: number): boolean =>
      Number.isInteger(one) && Math.abs(one) <= highest && (lowest < 0 ? one !== 0 : one >= lowest);
    if (found.length > mostValues || !found.every(isGood)) isBad = true;
    return found;
  };
  const one = (name: string): number | null => numbers(name, 1, Number.MAX_SAFE_INTEGER)?.[0] ?? null;
  const until = parts.has("UNTIL") ? parseUntil(parts.get("UNTIL") ?? "") : null;
  const byDay = parts.has("BYDAY") ? parseDays(parts.get("BYDAY") ?? "") : null;
  const weekStart = weekdays.indexOf(parts.get("WKST") ?? "MO") + 1;
  if (until === undefined || byDay === undefined || weekStart === 0) return { kind: "bad" };
  // A day has no second Monday, nor has a week.
  const isInMonth = frequency === "MONTHLY" || frequency === "YEARLY";
  if (!isInMonth && byDay?.some(({ position }) => position !== null)) return { kind: "bad" };
  const rule: RecurrenceRule = {
    ...{ frequency, interval: one("INTERVAL") ?? 1, count: one("COUNT"), until, byDay, weekStart },
    ...{ byMonthDay: numbers("BYMONTHDAY", -1, 31), byYearDay: numbers("BYYEARDAY", -1, 366) },
    ...{ byWeekNumber: numbers("BYWEEKNO", -1, 53), byMonth: numbers("BYMONTH", 1, 12) },
    ...{ byPosition: numbers("BYSETPOS", -1, 366), byHour: numbers("BYHOUR", 0, 23) },
    ...{ byMinute: numbers("BYMINUTE", 0, 59), bySecond: numbers("BYSECOND", 0, 59) },
  };
  return isBad ? { kind: "bad" } : { kind: "rule", rule };
}

const known = new Set(
  "FREQ INTERVAL COUNT UNTIL BYDAY BYMONTHDAY BYYEARDAY BYWEEKNO BYMONTH BYSETPOS BYHOUR BYMINUTE BYSECOND WKST".split(
    " ",
  ),
);

function parseUntil(said: string): RecurrenceRule["until"] | undefined {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?(Z)?)?$/u.exec(said);
  if (match === null) return undefined;
  const [year, month, date, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const at = Date.UTC(year ?? 0, (month ?? 1) - 1, date, hour, minute, second);
  // "Until the 18th" has the evening of the 18th in it.
  return match[4] === undefined ? { at: at + day - 1, isInstant: false } : { at, isInstant: match[7] === "Z" };
}

function parseDays(said: string): { weekday: number; position: number | null }[] | undefined {
  const found = said.split(",").map((one) => {
    const [, position, name = ""] = /^([+-]?\d{1,2})?([A-Z]{2})$/u.exec(one) ?? [];
    return { weekday: weekdays.indexOf(name) + 1, position: position === undefined ? null : Number(position) };
  });
  return found.length <= mostValues && found.every(({ weekday, position }) => weekday > 0 && position !== 0)
    ? found
    : undefined;
}
