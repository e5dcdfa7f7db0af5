import { DateTime } from "luxon";

/** Days on which nobody works, by their date in every year: [month, first day, last day]. */
const fixed: Readonly<Record<string, readonly (readonly [month: number, first: number, last: number])[]>> = {
  // Labour Code of the Russian Federation, article 112.
  RU: [
    [1, 1, 8],
    [2, 23, 23],
    [3, 8, 8],
    [5, 1, 1],
    [5, 9, 9],
    [6, 12, 12],
    [11, 4, 4],
  ],
  // Law of the Republic of Tatarstan on holidays, no. 1448-XII: the days of the Republic and of its Constitution.
  "RU-TA": [
    [8, 30, 30],
    [11, 6, 6],
  ],
};

/** Feasts by the Islamic calendar, which the same law makes days off: Uraza bayram and Qurban bayram. */
const islamic: Readonly<Record<string, readonly (readonly [month: number, day: number])[]>> = {
  "RU-TA": [
    [10, 1],
    [12, 10],
  ],
};

const islamicDay = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", {
  timeZone: "UTC",
  month: "numeric",
  day: "numeric",
});

/** A country and its part whose holidays count. */
export const usualRegions = ["RU", "RU-TA"] as const;

/**
 * Lists the public holidays of these regions from one ISO date to another, both included, as ISO dates. Days that a government
 * moves each year by a decree of its own are not among them: the dates are shown one by one before anything is saved.
 */
export function listHolidays(from: string, until: string, regions: readonly string[] = usualRegions): string[] {
  const days: string[] = [];
  const last = DateTime.fromISO(until, { zone: "utc" });
  for (let day = DateTime.fromISO(from, { zone: "utc" }); day <= last; day = day.plus({ days: 1 }))
    if (regions.some((region) => isHoliday(day, region))) days.push(day.toISODate() ?? "");
  return days;
}

function isHoliday(day: DateTime, region: string): boolean {
  const dates = fixed[region] ?? [];
  if (dates.some(([month, first, last]) => day.month === month && day.day >= first && day.day <= last)) return true;
  const feasts = islamic[region] ?? [];
  if (feasts.length === 0) return false;
  const parts = islamicDay.formatToParts(day.toJSDate());
  const numberOf = (type: "month" | "day") => Number(parts.find((part) => part.type === type)?.value);
  return feasts.some(([month, date]) => numberOf("month") === month && numberOf("day") === date);
}
