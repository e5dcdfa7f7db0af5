import { DateTime } from "luxon";
import { planSeries } from "../series/plan-series.ts";
import { readSeries, type Unclear } from "../series/read-series.ts";
import type { GuessedDate } from "./extract/extracted.ts";
import { guessDates } from "./guess-dates.ts";
import type { Reading } from "./said-days.ts";

/** Longer texts are posters (`guess-event.ts`). */
const readAtMost = 1_000;

export type ReadDates = { kind: "dates"; dates: GuessedDate[] } | { kind: "unclear"; what: Unclear };

/**
 * Reads the dates that staff type: "5 December 18:30", "tomorrow 19:00", "5–7 December", "every Friday 19:00 until 26
 * December", "Saturday 19:00" for the next one. Dates that are over are none.
 */
export function readDates(typed: string, reading: Reading): ReadDates {
  const text = typed.slice(0, readAtMost);
  const series = readSeries(text, reading);
  if (series.kind === "series") return { kind: "dates", dates: planned(series.series, reading) };
  const guessed = guessDates(text, reading).map(({ value }) => value);
  const coming = guessed.filter(({ startsAt, endsAt }) => (endsAt ?? endOfDay(startsAt, reading)) > reading.now);
  if (coming.length > 0) return { kind: "dates", dates: coming };
  if (guessed.length > 0) return { kind: "unclear", what: "start" };
  if (series.what !== "count") return { kind: "unclear", what: series.what };
  // "Saturday 19:00" alone is the next Saturday; "every Saturday" wants an end.
  const next = repeats.test(text) ? series : readSeries(`${text}, 1 занятие с ${today(reading)}`, reading);
  if (next.kind === "unclear") return { kind: "unclear", what: next.what };
  return { kind: "dates", dates: planned(next.series, reading) };
}

const repeats = /(?<!\p{L})(?:кажд|ежедневн|еженедельн|every|each|weekly|daily|саен|һәр|по\s)/iu;

const today = ({ now, zone }: Reading): string => DateTime.fromJSDate(now, { zone }).toFormat("dd.MM.yyyy");

const planned = (series: Parameters<typeof planSeries>[0], { zone }: Reading): GuessedDate[] =>
  planSeries(series, zone).map(({ startsAt, endsAt }) => ({ startsAt, endsAt, hasStartTime: true }));

const endOfDay = (instant: Date, { zone }: Reading): Date =>
  DateTime.fromJSDate(instant, { zone }).endOf("day").toJSDate();
