import { DateTime } from "luxon";

/** A moment at which the suite must be as green as today. */
export interface TestDate {
  name: string;
  /** When the run begins; the clock goes on from there. */
  at: DateTime;
}

const city = "Europe/Moscow";
const berlin = "Europe/Berlin";
const wall = (time: string, zone = city) => DateTime.fromISO(time, { zone });

/**
 * The dates of `npm run test:dates`: those at which programs go wrong, each a few minutes before it happens, so that a run
 * goes through it. `now` is the real time.
 */
export const datesAround = (now: Date): TestDate[] => [
  { name: "year-ahead", at: DateTime.fromJSDate(now, { zone: city }).plus({ years: 1 }) },
  // Whatever was written by the system's clock lies in the future of a stopped one, and the other way round.
  { name: "year-behind", at: DateTime.fromJSDate(now, { zone: city }).minus({ years: 1 }) },
  { name: "new-year", at: wall("2026-12-31T23:50") },
  { name: "february-28", at: wall("2028-02-28T23:50") },
  { name: "february-29", at: wall("2028-02-29T12:00") },
  { name: "summer-time-begins", at: wall("2027-03-28T01:50", berlin) },
  // There are two of this time of night; the first one comes before the change.
  { name: "summer-time-ends", at: wall("2027-10-31T02:50+02:00", berlin) },
  { name: "friday-evening", at: wall("2027-06-18T18:30") },
  // The city's day begins at four in the morning.
  { name: "before-four", at: wall("2027-05-12T03:59") },
];

/** Two of them for a day; from one day to the next others, until all have come round. */
export function datesOfTheDay(dates: readonly TestDate[], now: Date): TestDate[] {
  const day = Math.floor(now.getTime() / 86_400_000);
  return [2 * day, 2 * day + 1].flatMap((index) => dates[index % dates.length] ?? []);
}
