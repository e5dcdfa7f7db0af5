import { formatSchedule } from "../../../bot/classes/lessons/words.ts";
import type { ExpandedDate } from "../../../bot/when/expand.ts";
import { capitalise } from "../../../bot/words/capitalise.ts";
import { type Html, html } from "../../../bot/words/html.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { formatWhen } from "../../../bot/words/time/when.ts";

/** Lines of a list that one still looks through. */
const mostLines = 40;

/** A lesson nobody said the length of, in minutes (bot/classes/lessons/lesson-store.ts). */
const usualLength = 90;

/** Planned lessons one by one below what they come to in words. */
export function formatDates(
  planned: readonly ExpandedDate[],
  zone: string,
  t: Translate,
  now: Date,
): (Html | string)[] {
  const lessons = asLessons(planned);
  const lines = lessons
    .slice(0, mostLines)
    .map((lesson, index) => `${index + 1}. ${formatLessonTime(lesson, zone, t, now)}`);
  const last = lessons.at(-1);
  const isCut = lessons.length > lines.length && last !== undefined;
  return [
    html`<b>${capitalise(formatSchedule(lessons, zone, t))}</b>`,
    "",
    ...lines,
    ...(isCut ? [`… ${lessons.length}. ${formatLessonTime(last, zone, t, now)}`] : []),
    ...(planned.some(({ endsAt }) => endsAt === null)
      ? ["", t("class_edit.when.usual_length", { minutes: usualLength })]
      : []),
  ];
}

/** Planned dates as lessons to be; without an end they take as long as usual. */
export const asLessons = (planned: readonly ExpandedDate[]) =>
  planned.map(({ startsAt, endsAt }) => ({
    startsAt,
    endsAt: endsAt ?? new Date(startsAt.getTime() + usualLength * 60_000),
    status: "scheduled" as const,
  }));

interface Times {
  startsAt: Date;
  endsAt: Date;
}

/** When a lesson is, mid-sentence: "пн, 30 ноября, 10:00–11:30". */
export const whenOf = ({ startsAt, endsAt }: Times, zone: string, t: Translate, now: Date): string =>
  formatWhen({ startsAt, endsAt, hasStartTime: true, hasEndTime: true }, t, zone, now);

/** The time of a lesson, for a line that begins with it. */
export const formatLessonTime = (times: Times, zone: string, t: Translate, now: Date): string =>
  capitalise(whenOf(times, zone, t, now));
