import { DateTime } from "luxon";
import { inZone } from "../words/time/local-time.ts";
import type { EveningCompany, EveningSetting } from "./candidate.ts";
import type { Frame } from "./fit.ts";

/** What an evening is to be like. */
export interface EveningWish {
  /** In the city, "2026-11-21". */
  day: string;
  setting: EveningSetting;
  company: EveningCompany;
  /** Whole roubles that each piece may cost at most, 0: nothing; null: any. */
  priceLimit: number | null;
}

/** The hour from which on things are looked for, and the one at which people are home again; 24 is midnight. */
const firstHour = 16;
const lastHour: Readonly<Record<EveningCompany, number>> = { anyone: 24, children: 21, seniors: 22 };

/** Minutes until one is there, or before the screen. */
const readyIn: Readonly<Record<EveningSetting, number>> = { town: 30, home: 5 };

/** Hours before and after a card that something may go with it. */
const aroundCard = 4;

/** From this hour on "this evening" is tomorrow's: too little of it is left. */
const tooLate = 21;

const minute = 60_000;
const hour = 60 * minute;

interface Seen {
  now: Date;
  /** The city's zone. */
  zone: string;
}

/** The hour of a day of the city, by its wall clock. */
const at = (day: string, hours: number, zone: string): number =>
  DateTime.fromISO(day, { zone })
    .plus({ days: Math.floor(hours / 24) })
    .set({ hour: hours % 24 })
    .toMillis();

/** The time that an evening may take; `around`: the card that it is planned around, which is never cut off. */
export function frameOf(
  { day, setting, company }: EveningWish,
  { now, zone }: Seen,
  around: { startsAt: Date; endsAt: Date } | null = null,
): Frame {
  const ready = now.getTime() + readyIn[setting] * minute;
  const home = at(day, lastHour[company], zone);
  if (around === null) return { from: Math.max(ready, at(day, firstHour, zone)), until: home, company };
  const [startsAt, endsAt] = [around.startsAt.getTime(), around.endsAt.getTime()];
  const from = Math.max(ready, at(day, 8, zone), startsAt - aroundCard * hour);
  return {
    from: Math.min(from, startsAt),
    until: Math.max(endsAt, Math.min(home, endsAt + aroundCard * hour)),
    company,
  };
}

/** The day that "this evening" is: today, while enough of it is left. */
export function dayOfEvening({ now, zone }: Seen): string {
  const here = inZone(now, zone);
  return (here.hour >= tooLate ? here.plus({ days: 1 }) : here).toFormat("yyyy-MM-dd");
}

/** The days that one can choose among: a week from the next evening on. */
export function eveningDays(seen: Seen): string[] {
  const first = DateTime.fromISO(dayOfEvening(seen));
  return [0, 1, 2, 3, 4, 5, 6].map((days) => first.plus({ days }).toFormat("yyyy-MM-dd"));
}

/** When a day is over with its night: at four in the morning. */
export const endOfEvening = (day: string, zone: string): Date => new Date(at(day, 28, zone));
