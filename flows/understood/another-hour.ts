import type { Reader } from "../../bot/context.ts";
import type { Listed } from "../../bot/programme/listing/list-row.ts";
import { tatarNumberAblative, tatarNumberDirective } from "../../bot/words/tatar.ts";
import { formatTime } from "../../bot/words/time/dates.ts";
import { inZone } from "../../bot/words/time/local-time.ts";

const hour = 3_600_000;
/** What is on until deep in the night belongs to the day before, minutes. */
const nightEnds = 4 * 60;

/**
 * "After 21:00", «до 18:00»: hours behind or before the middle of what was shown, as a search reads them; null where nothing of it
 * begins at an hour.
 */
export function formatAnotherHour(
  rows: readonly Pick<Listed, "startsAt" | "endsAt">[],
  than: "later" | "earlier",
  { t, zone }: Pick<Reader, "t" | "zone">,
): string | null {
  const hourly = rows
    .filter(({ startsAt, endsAt }) => endsAt.getTime() - startsAt.getTime() < 24 * hour)
    .map(({ startsAt }) => ({ startsAt, minutes: minutesOf(startsAt, zone) }))
    .sort((one, other) => one.minutes - other.minutes);
  const middle = hourly[Math.floor((hourly.length - 1) / 2)];
  if (middle === undefined) return null;
  const later = hourly.find(({ minutes }) => minutes > middle.minutes)?.startsAt;
  // Where all begin together, what begins an hour later is looked for.
  const asked = than === "earlier" ? middle.startsAt : (later ?? new Date(middle.startsAt.getTime() + hour));
  const ending = than === "earlier" ? tatarNumberDirective : tatarNumberAblative;
  const time = formatTime(asked, zone);
  return t(`search.${than}`, { time: t.language === "tt" ? time + ending(inZone(asked, zone).minute) : time });
}

function minutesOf(instant: Date, zone: string): number {
  const { hour: hours, minute } = inZone(instant, zone);
  const minutes = hours * 60 + minute;
  return minutes < nightEnds ? minutes + 24 * 60 : minutes;
}
