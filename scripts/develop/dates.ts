import { DateTime } from "luxon";

/** A moment at which the suite must be as green as today. */
export interface TestDate {
  name: string;
  /** When the run begins; the clock goes on from there. */
  at: DateTime;
}

const city = "Europe/Moscow";
const berlin = "Europe/Berlin";

/**
 * The dates of `npm run test:dates`: those at which programs go wrong, most of them a few minutes before it happens, so that
 * a run goes through it. All lie more than a day ahead of `now`, the real time: libfaketime gives the real time to a signal's
 * handler that interrupts it, and where that is later than the other, PostgreSQL takes its timeouts for over.
 */
export function datesAround(now: Date): TestDate[] {
  const next = (momentOf: (year: number) => DateTime): DateTime => {
    const { year } = DateTime.fromJSDate(now);
    const moments = Array.from({ length: 10 }, (_, index) => momentOf(year + index));
    const tomorrow = now.getTime() + 86_400_000;
    return moments.find((moment) => moment.isValid && moment.toMillis() > tomorrow) ?? DateTime.invalid("never");
  };
  const today = DateTime.fromJSDate(now, { zone: city }).startOf("day");
  const inCity = (month: number, day: number, hour: number, minute: number) =>
    next((year) => DateTime.fromObject({ year, month, day, hour, minute }, { zone: city }));
  const february29 = inCity(2, 29, 12, 0);
  return [
    { name: "year-ahead", at: DateTime.fromJSDate(now, { zone: city }).plus({ years: 1 }) },
    { name: "new-year", at: inCity(12, 31, 23, 50) },
    { name: "february-28", at: february29.minus({ days: 1 }).set({ hour: 23, minute: 50 }) },
    { name: "february-29", at: february29 },
    // A few minutes before the clocks change, at one o'clock UTC.
    { name: "summer-time-begins", at: next((year) => lastSunday(year, 3)) },
    { name: "summer-time-ends", at: next((year) => lastSunday(year, 10)) },
    {
      name: "friday-evening",
      at: today.plus({ days: 2 + ((12 - today.plus({ days: 2 }).weekday) % 7) }).set({ hour: 18 }),
    },
    // The city's day begins at four in the morning.
    { name: "before-four", at: today.plus({ days: 2 }).set({ hour: 3, minute: 59 }) },
  ];
}

function lastSunday(year: number, month: number): DateTime {
  const last = DateTime.fromObject({ year, month, day: 31, minute: 50 }, { zone: "UTC" });
  return last.minus({ days: last.weekday % 7 }).setZone(berlin);
}

/** Two of them for a day; from one day to the next others, until all have come round. */
export function datesOfTheDay(dates: readonly TestDate[], now: Date): TestDate[] {
  const day = Math.floor(now.getTime() / 86_400_000);
  return [2 * day, 2 * day + 1].flatMap((index) => dates[index % dates.length] ?? []);
}
