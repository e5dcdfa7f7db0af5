import { inZone } from "../words/time/local-time.ts";

/** Where a group's meeting is: in which account, under which number. */
export interface MeetingAddress {
  account: string;
  zoomId: number;
}

/** The address in a row of a LEFT JOIN; null where there is no meeting. */
export const readAddress = (row: { account: string | null; zoomId: bigint | null }): MeetingAddress | null =>
  row.account === null || row.zoomId === null ? null : { account: row.account, zoomId: Number(row.zoomId) };

/** A lesson that is to take place, as its meeting sees it. */
export interface PlannedLesson {
  lessonId: number;
  startsAt: Date;
  endsAt: Date;
  occurrenceId: string | null;
}

/** A date of a meeting at Zoom; the id is null where the meeting has this date alone. */
export interface Occurrence {
  id: string | null;
  startsAt: Date;
  minutes: number;
}

/** The dates a meeting begins its life with; single ones are moved and deleted from there. */
export type Schedule =
  | { kind: "single"; startsAt: Date; minutes: number }
  /** On these ISO weekdays at the first one's wall clock, so many times. */
  | { kind: "weekly"; startsAt: Date; minutes: number; weekdays: number[]; times: number };

/** What brings a meeting nearer to the lessons. */
export type MeetingStep =
  | { kind: "reschedule"; schedule: Schedule }
  | { kind: "move"; to: Occurrence }
  | { kind: "drop"; id: string | null };

export type Alignment =
  /** Nothing is left to do; which occurrence is which lesson's. */
  | { kind: "aligned"; occurrences: { lessonId: number; occurrenceId: string | null }[] }
  | { kind: "steps"; steps: MeetingStep[] }
  | { kind: "refused"; reason: string };

/** Zoom's limit of `end_times`. */
const mostDates = 50;

const minutesOf = ({ startsAt, endsAt }: PlannedLesson): number =>
  Math.max(1, Math.ceil((endsAt.getTime() - startsAt.getTime()) / 60_000));

/**
 * The schedule that covers a group's lessons with the fewest changes after it: every week on all weekdays that occur,
 * from the first lesson until the last, holidays included. A long gap that would take it over Zoom's limit is skipped
 * by moving dates instead. Undefined for more lessons than one meeting takes. `lessons` are in order and not empty.
 */
export function scheduleFor(lessons: readonly PlannedLesson[], timeZone: string): Schedule | undefined {
  const [first] = lessons;
  const last = lessons.at(-1);
  if (first === undefined || last === undefined || lessons.length > mostDates) return undefined;
  const start = { startsAt: first.startsAt, minutes: minutesOf(first) };
  if (lessons.length === 1) return { kind: "single", ...start };
  const dayOf = ({ startsAt }: PlannedLesson) => inZone(startsAt, timeZone).startOf("day");
  const weekdays = [...new Set(lessons.map((lesson) => dayOf(lesson).weekday as number))].sort((a, b) => a - b);
  let dates = 0;
  for (let day = dayOf(first); day <= dayOf(last) && dates <= mostDates; day = day.plus({ days: 1 }))
    if (weekdays.includes(day.weekday)) dates += 1;
  // Two lessons on one day need a date more than there are days.
  const times = dates > mostDates ? lessons.length : Math.max(dates, lessons.length);
  return { kind: "weekly", ...start, weekdays, times };
}

/**
 * What is to be done so that a meeting's dates are those of the lessons, both without what is over. A lesson keeps the
 * occurrence it has, else takes one that begins with it, else the earliest that is left: every change counts against
 * Zoom's hundred a day.
 */
export function align(
  occurrences: readonly Occurrence[],
  lessons: readonly PlannedLesson[],
  timeZone: string,
): Alignment {
  if (lessons.length > occurrences.length) {
    const schedule = scheduleFor(lessons, timeZone);
    if (schedule) return { kind: "steps", steps: [{ kind: "reschedule", schedule }] };
    return { kind: "refused", reason: `${lessons.length} lessons, and a Zoom meeting has ${mostDates} dates at most` };
  }
  const pairs = pair(occurrences, lessons);
  const moves = pairs
    .filter(({ lesson, occurrence }) => !fits(occurrence, lesson))
    .map(
      ({ lesson, occurrence }): MeetingStep => ({
        kind: "move",
        to: { id: occurrence.id, startsAt: lesson.startsAt, minutes: minutesOf(lesson) },
      }),
    );
  const taken = new Set(pairs.map(({ occurrence }) => occurrence));
  const drops = occurrences.filter((one) => !taken.has(one)).map(({ id }): MeetingStep => ({ kind: "drop", id }));
  if (moves.length + drops.length > 0) return { kind: "steps", steps: [...moves, ...drops] };
  return {
    kind: "aligned",
    occurrences: pairs.map(({ lesson, occurrence }) => ({ lessonId: lesson.lessonId, occurrenceId: occurrence.id })),
  };
}

const begins = (occurrence: Occurrence, { startsAt }: PlannedLesson) =>
  occurrence.startsAt.getTime() === startsAt.getTime();

const fits = (occurrence: Occurrence, lesson: PlannedLesson) =>
  begins(occurrence, lesson) && occurrence.minutes === minutesOf(lesson);

interface Pair {
  lesson: PlannedLesson;
  occurrence: Occurrence;
}

function pair(occurrences: readonly Occurrence[], lessons: readonly PlannedLesson[]): Pair[] {
  const free = new Set([...occurrences].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime()));
  const pairs = new Map<PlannedLesson, Occurrence>();
  const take = (suits: (occurrence: Occurrence, lesson: PlannedLesson) => boolean) => {
    for (const lesson of lessons) {
      if (pairs.has(lesson)) continue;
      const occurrence = [...free].find((one) => suits(one, lesson));
      if (occurrence === undefined) continue;
      free.delete(occurrence);
      pairs.set(lesson, occurrence);
    }
  };
  take(({ id }, { occurrenceId }) => id !== null && id === occurrenceId);
  take(begins);
  take(() => true);
  return [...pairs].map(([lesson, occurrence]) => ({ lesson, occurrence }));
}
