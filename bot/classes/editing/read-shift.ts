import { DateTime } from "luxon";
import { fold } from "../../programme/search/text/fold.ts";
import { readPauses } from "../../programme/series/read-series.ts";
import { readSaid } from "../../programme/series/said.ts";
import { resolveDay } from "../../programme/series/said-days.ts";
import type { Hours } from "../../programme/series/series.ts";
import { tokenise } from "../../programme/series/tokens.ts";
import { inZone } from "../../words/time/local-time.ts";
import type { LessonTime } from "../lessons/lesson.ts";
import type { Move } from "../lessons/moving/plan-move.ts";
import type { NewHours } from "../lessons/moving/shift.ts";

/** How a series is to move, as plain JSON; `from` is an ISO date of the group's zone, null: from now on. */
export interface SeriesMove {
  from: string | null;
  shift: Move;
}

/** Characters of an answer. */
const readAtMost = 300;

/** `nothing`: neither days nor hours nor "later"; `start`: there is no such day; `pause`: when not is unclear. */
export type ReadShift = { kind: "move"; move: SeriesMove } | { kind: "unclear"; what: "nothing" | "start" | "pause" };

/**
 * Reads where the lessons of a group go: "on Tuesdays and Thursdays at 11:00 from 8 December", "по средам в 12", "an hour
 * later", "на полчаса раньше с 1 декабря". `weekdays` are those on which it meets (ISO, in order): as many new ones
 * replace them one by one, fewer that are among them change their hours alone. Any other number of days, a pause or every
 * other week is another week, which the lessons are laid on: "вт, чт и сб в 11, кроме 1–8 января".
 */
export function readShift(
  typed: string,
  weekdays: readonly number[],
  { now, zone }: { now: Date; zone: string },
): ReadShift {
  const text = typed.slice(0, readAtMost);
  const unclear = (what: "nothing" | "start" | "pause"): ReadShift => ({ kind: "unclear", what });
  const said = readSaid(tokenise(text));
  const today = inZone(now, zone).toFormat("yyyy-MM-dd");
  const dates = said.dates.filter(({ role }) => role !== "except").flatMap(({ said: { days } }) => days);
  const [day] = dates;
  const from = day === undefined ? null : resolveDay(day, { now, today, zone });
  if (dates.length > 1 || (day !== undefined && from === null)) return unclear("start");
  const minutes = readDistance(text);
  if (minutes !== null) return { kind: "move", move: { from, shift: { minutes } } };

  const days = [...said.days].sort(([one], [other]) => one - other);
  if (days.length === 0) {
    if (said.hours === null) return unclear("nothing");
    const hours = toHours(said.hours, said.length);
    return { kind: "move", move: { from, shift: { days: Object.fromEntries(weekdays.map((old) => [old, hours])) } } };
  }
  const named = days.map(([weekday, own]) => ({ weekday, ...toHours(own ?? said.hours, said.length) }));
  const pauses = readPauses(said, from ?? today, (date, after) =>
    resolveDay(date, { now, today, zone, ...(after !== undefined && { after }) }),
  );
  if (pauses === null) return unclear("pause");
  const known = named.filter(({ weekday }) => weekdays.includes(weekday));
  // "Wednesdays at 12" of a group that meets on Mondays too.
  if (named.length < weekdays.length && known.length === named.length && said.hours !== null) {
    return {
      kind: "move",
      move: { from, shift: { days: Object.fromEntries(named.map((own) => [own.weekday, own])) } },
    };
  }
  const { everyWeeks } = said;
  if (named.length !== weekdays.length || everyWeeks > 1 || pauses.length > 0) {
    return { kind: "move", move: { from, shift: { week: { days: named, everyWeeks, pauses } } } };
  }
  const pairs = weekdays.map((old, index): [number, NewHours] => [old, named[index] ?? {}]);
  return { kind: "move", move: { from, shift: { days: Object.fromEntries(pairs) } } };
}

function toHours(hours: Hours | null, length: number | null): NewHours {
  if (hours === null) return length === null ? {} : { length };
  const { from, until } = hours;
  const said = until === null ? length : (until - from + 1440) % 1440;
  return { time: from, ...(said !== null && { length: said }) };
}

/** On which weekdays (ISO, in order) lessons usually are: some that were moved out of their turn do not count. */
export function weekdaysOf(lessons: readonly LessonTime[], zone: string): number[] {
  const unmoved = lessons.filter(({ status }) => status === "scheduled");
  const usual = unmoved.length * 3 >= lessons.length * 2 ? unmoved : lessons;
  return [...new Set(usual.map(({ startsAt }) => inZone(startsAt, zone).weekday))].sort();
}

/** From when on a series moves, as an instant. */
export const fromOf = ({ from }: SeriesMove, now: Date, zone: string): Date =>
  from === null ? now : DateTime.fromISO(from, { zone }).toJSDate();

const later = /(?:^| )(?:later|после|позже|позднее|вперед|сонрак|сонга)(?: |$)/u;
const earlier = /(?:^| )(?:earlier|раньше|ранее|алдарак|алданрак|иртарак)(?: |$)/u;

/** Units of time in folded words, in minutes; the number before one may be left out. */
const units: [RegExp, number][] = [
  [/(?:^| )(?:полчаса|half an hour|ярты сагат)/u, 30],
  [/(?:^| )(?:(\S*\d) )?(?:мин|min)/u, 1],
  [/(?:^| )(?:(\S*\d) )?(?:час|hour|сагат)/u, 60],
  [/(?:^| )(?:(\S*\d) )?(?:день|дня|дней|day|кон)/u, 1440],
  [/(?:^| )(?:(\S*\d) )?(?:недел|week|атна)/u, 10_080],
];

/** "an hour later", "на 1,5 часа раньше", "бер атнага соңрак": minutes, with a sign. */
function readDistance(text: string): number | null {
  // Folding parts "1,5" into two words.
  const folded = fold(text.replace(/(\d)[.,](?=\d)/g, "$1x"));
  const sign = later.test(folded) ? 1 : earlier.test(folded) ? -1 : 0;
  if (sign === 0) return null;
  for (const [pattern, size] of units) {
    const found = pattern.exec(folded);
    if (found === null) continue;
    const minutes = Math.round(size * Number((found[1] ?? "1").replace("x", ".")));
    return Number.isFinite(minutes) && minutes > 0 ? sign * minutes : null;
  }
  return null;
}
