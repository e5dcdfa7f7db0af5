import type { TimeReader } from "../../reminders/words.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { formatAtTime, formatDays, formatOnDay } from "../../words/time/dates.ts";
import { inZone } from "../../words/time/local-time.ts";
import { formatOwnTime } from "../../words/time/own-clock.ts";
import { formatWhen } from "../../words/time/when.ts";
import { bothTimes, type LessonTime } from "./lesson.ts";
import { findPattern, type WeeklyPart } from "./moving/weekly-pattern.ts";

/**
 * When lessons take place, as it stands inside a sentence: "Mondays and Wednesdays at 10:00, 12 lessons from Tuesday 1
 * December". Cancelled ones do not count. The year is said only where it is another than that of the first lesson.
 */
export function formatSchedule(lessons: readonly LessonTime[], zone: string, t: Translate): string {
  const held = heldInOrder(lessons);
  const [first, last] = [held[0], held.at(-1)];
  if (first === undefined || last === undefined) return t("lesson.none");
  if (held.length === 1) {
    const day = formatOnDay(first.startsAt, t, zone, first.startsAt);
    return t("lesson.single", { day, time: formatAtTime(first.startsAt, t, zone) });
  }
  const pattern = findPattern(held, zone);
  if (pattern !== null) {
    const when = list(
      pattern.map((part) => formatPart(part, zone, t)),
      t,
    );
    return t("lesson.weekly", { when, count: held.length, from: formatFrom(first.startsAt, zone, t) });
  }
  const days = formatDays(first.startsAt, last.startsAt, t, zone, first.startsAt);
  const times = new Set(held.map(({ startsAt }) => formatAtTime(startsAt, t, zone)));
  const [time] = times;
  const said = t("lesson.irregular", { count: held.length, days });
  return times.size === 1 && time !== undefined ? t("lesson.at_time", { days: said, time }) : said;
}

const heldInOrder = (lessons: readonly LessonTime[]): LessonTime[] =>
  lessons
    .filter(({ status }) => status !== "cancelled")
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());

function formatPart({ weekdays, startsAt }: WeeklyPart, zone: string, t: Translate): string {
  const time = formatAtTime(startsAt, t, zone);
  if (weekdays.length === 7) return t("lesson.every_day", { time });
  const names = weekdays.map((weekday) => t(`lesson.weekdays.${weekday}`));
  return t("lesson.on_weekdays", { days: list(names, t), time });
}

function formatFrom(day: Date, zone: string, t: Translate): string {
  const local = inZone(day, zone);
  return t("lesson.from", {
    weekday: t(`lesson.from_weekday.${local.weekday}`),
    day: String(local.day),
    month: t(`lesson.from_month.${local.month}`),
  });
}

/** "a, b and c" */
function list(items: readonly string[], t: Translate): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : t("lesson.and", { list: items.slice(0, -1).join(", "), last });
}

/** When a lesson is, by the city's clock, and by the reader's own where that shows another hour. */
export function formatLessonWhen(lesson: Pick<LessonTime, "startsAt" | "endsAt">, reader: TimeReader): string {
  const { t, zone, now } = reader;
  const when = formatWhen(bothTimes(lesson), t, zone, now);
  const yours = formatOwnTime(lesson.startsAt, reader);
  return yours === null ? when : t("date.with_yours", { when, yours });
}
