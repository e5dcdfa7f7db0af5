import { formatComingUp, type TimeReader } from "../../../reminders/words.ts";
import { capitalise } from "../../../words/capitalise.ts";
import { cutAtWord } from "../../../words/cut.ts";
import { type Html, html, joinLines } from "../../../words/html.ts";
import { formatAtTime, formatOnDay } from "../../../words/time/dates.ts";
import { daysBetween, inZone } from "../../../words/time/local-time.ts";
import { formatWhen } from "../../../words/time/when.ts";
import { bothTimes, type LessonTime } from "../lesson.ts";
import type { LessonChange, LessonChangeKind } from "../moving/changed.ts";
import { findPattern } from "../moving/weekly-pattern.ts";
import type { LessonClass } from "../view-store.ts";
import { formatSchedule } from "../words.ts";

/** Dates listed one by one in a message, no more. */
const mostListed = 5;

/** A lesson: which class, when, which of how many. */
export function formatLesson({ title, lessons }: LessonClass, lessonId: number, reader: TimeReader): Html {
  const { t } = reader;
  const held = lessons.filter(({ status }) => status !== "cancelled");
  const index = held.findIndex((lesson) => lesson.lessonId === lessonId);
  const lesson = held[index];
  if (lesson === undefined) return html`<b>${cutAtWord(title, 160)}</b>`;
  return joinLines(
    html`<b>${cutAtWord(title, 160)}</b>`,
    t("lesson.number", { number: String(index + 1), count: String(held.length) }),
    "",
    capitalise(formatNow(lesson, reader)),
  );
}

/** When it is, seen from now: to come, on, or over. */
function formatNow(lesson: LessonTime, reader: TimeReader): string {
  const { t, now, zone } = reader;
  if (now < lesson.startsAt) return formatComingUp(bothTimes(lesson), reader);
  return now < lesson.endsAt
    ? t("lesson.began", { time: formatAtTime(lesson.startsAt, t, zone) })
    : dated(lesson, reader);
}

/** From when on the link may be shown: "at 9:45", "on Monday 7 December at 9:45". */
export function formatJoinFrom(from: Date, { t, zone, now }: TimeReader): string {
  const time = formatAtTime(from, t, zone);
  const isToday = daysBetween(inZone(now, zone), inZone(from, zone)) === 0;
  const when = isToday ? time : t("lesson.at_time", { days: formatOnDay(from, t, zone, now), time });
  return t("lesson.join.early", { when });
}

/** What changed in a class: old and new, in words where it is a whole series. */
export function formatLessonChanges(course: LessonClass, changes: readonly LessonChange[], reader: TimeReader): Html {
  const { t } = reader;
  const kinds: LessonChangeKind[] = ["cancelled", "moved", "restored"];
  const parts = kinds.flatMap((kind) => {
    const own = changes.filter((change) => change.kind === kind);
    if (own.length === 0) return [];
    const head = html`<b>${t(`lesson.change.${kind}`, { count: own.length })}</b>`;
    return ["", head, ...linesOf(kind, own, course.timeZone, reader)];
  });
  const isOn = changes.some(({ kind }) => kind !== "cancelled");
  return joinLines(
    html`<b>${cutAtWord(course.title, 160)}</b>`,
    ...parts,
    ...(isOn ? ["", t("lesson.change.reminders")] : []),
  );
}

function linesOf(kind: LessonChangeKind, changes: readonly LessonChange[], zone: string, reader: TimeReader): string[] {
  const { t } = reader;
  const [first] = changes;
  if (kind !== "moved" || first === undefined) return listed(changes, reader);
  if (changes.length === 1) {
    return [
      t("change.was", { when: dated(first.before, reader) }),
      t("change.is", { when: dated(first.after, reader) }),
    ];
  }
  const [before, after] = [changes.map((change) => change.before), changes.map((change) => change.after)];
  const was = t("change.was", { when: formatSchedule(before, zone, t) });
  // "Four lessons, 1 to 8 December" tells nobody when to come.
  if (findPattern(after, zone) === null) return [was, t("lesson.change.now_on"), ...listed(changes, reader)];
  return [was, t("change.is", { when: formatSchedule(after, zone, t) })];
}

function listed(changes: readonly LessonChange[], reader: TimeReader): string[] {
  const lines = changes.slice(0, mostListed).map(({ after }) => capitalise(dated(after, reader)));
  const more = changes.length - lines.length;
  return more > 0 ? [...lines, reader.t("lesson.change.more", { count: more })] : lines;
}

const dated = (lesson: LessonTime, { t, zone, now }: TimeReader): string => formatWhen(bothTimes(lesson), t, zone, now);
