import type { Reader } from "../../../bot/context.ts";
import { capitalise } from "../../../bot/words/capitalise.ts";
import { cutAtWord } from "../../../bot/words/cut.ts";
import { type Html, html, joinLines } from "../../../bot/words/html.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { formatDay, formatTime } from "../../../bot/words/time/dates.ts";
import { formatWhen } from "../../../bot/words/time/when.ts";
import type { SaidDate, Where } from "./make/draft.ts";

/** Dates shown of a long series; the rest is counted. */
const shown = 8;

/** Who reads, and the zone of the city. */
export type StaffReader = Pick<Reader, "t" | "now"> & { zone: string };

interface Reading {
  now: Date;
  zone: string;
}

/** When a date is, as somebody said it; without an end where none was said. */
export function formatSaid({ startsAt, endsAt, hasStartTime }: SaidDate, t: Translate, { now, zone }: Reading): string {
  const begin = new Date(startsAt);
  const times = { startsAt: begin, endsAt: new Date(endsAt ?? startsAt), hasStartTime, hasEndTime: endsAt !== null };
  return formatWhen(times, t, zone, now);
}

/** Dates, a line each. */
export function datesLines(dates: readonly SaidDate[], t: Translate, reading: Reading): Html {
  const lines = dates.slice(0, shown).map((date) => `• ${capitalise(formatSaid(date, t, reading))}`);
  return joinLines(...lines, more(dates.length, t));
}

export const more = (total: number, t: Translate): string | null =>
  total > shown ? t("programme.more_dates", { count: total - shown }) : null;

export function formatWhere(where: Where, t: Translate): string {
  switch (where.kind) {
    case "online":
      return t("programme.button.online");
    case "known":
      return where.name;
    case "new":
      return where.address === null ? where.name : t("card.where", { title: where.name, address: where.address });
  }
}

/** "Title: …", or that it was not found. */
export const fieldLine = (label: string, value: string | null, t: Translate): Html =>
  html`<b>${label}:</b> ${value === null ? t("programme.not_found") : cutAtWord(value, 300)}`;

export const formatInstant = (at: Date, t: Translate, zone: string, now: Date): string =>
  t("date.day_and_time", { day: formatDay(at, t, zone, now), time: formatTime(at, zone) });
