import { cutAtWord } from "../../words/cut.ts";
import { type Html, html, joinLines } from "../../words/html.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { formatDay, formatTime } from "../../words/time/dates.ts";
import { inZone } from "../../words/time/local-time.ts";
import { formatRelative } from "../../words/time/relative.ts";
import { formatWhen } from "../../words/time/when.ts";
import type { Comers } from "./attendees-store.ts";
import type { TaughtGroup, TaughtLesson } from "./group-store.ts";

/** In whose words, on which clock. */
export interface RosterReader {
  t: Translate;
  zone: string;
  now: Date;
}

/** When a lesson is, on the clock of its group. */
export const formatLessonTime = (
  { startsAt, endsAt }: Pick<TaughtLesson, "startsAt" | "endsAt">,
  zone: string,
  { t, now }: RosterReader,
): string => formatWhen({ startsAt, endsAt, hasStartTime: true, hasEndTime: true }, t, zone, now);

/** A group in a list: what, when next. */
export function formatListedGroup(group: TaughtGroup, reader: RosterReader): Html {
  const { t } = reader;
  return joinLines(html`<b>${cutAtWord(group.title, 100)}</b>`, formatNext(group, reader), formatPeople(group, t));
}

/** A group by itself. */
export function formatTaughtGroup(group: TaughtGroup, reader: RosterReader): Html {
  const { t } = reader;
  return joinLines(
    html`<b>${cutAtWord(group.title, 160)}</b>`,
    t("group.teacher", { name: cutAtWord(group.teacherName, 80) }),
    "",
    formatNext(group, reader),
    formatPeople(group, t),
    group.score === null ? null : t("teach.score", { mean: group.score.mean, count: group.score.people }),
  );
}

function formatNext({ next, lessons, timeZone }: TaughtGroup, reader: RosterReader): string {
  const { t, now } = reader;
  if (next === null) return t("teach.over");
  const times = { ...next, hasStartTime: true, hasEndTime: true };
  const when = formatLessonTime(next, timeZone, reader);
  const relative = formatRelative(times, t, timeZone, now);
  return t("attendance.lesson", {
    number: next.number,
    of: lessons,
    when: relative === null ? when : t("card.when_and_relative", { when, relative }),
  });
}

const formatPeople = ({ enrolled, capacity, waiting }: TaughtGroup, t: Translate): string =>
  t("teach.people", { enrolled, capacity, waiting });

/** Who comes to the next lesson: names with phones, new ones marked in words, then who has left. */
export function formatComers(group: TaughtGroup, { page, total, left }: Comers, reader: RosterReader): Html {
  const { t } = reader;
  return joinLines(
    html`<b>${t("teach.comers", { count: total })}</b>`,
    cutAtWord(group.title, 100),
    group.next === null ? t("teach.over") : formatLessonTime(group.next, group.timeZone, reader),
    "",
    total === 0 ? t("attendance.nobody") : null,
    ...page.map(({ name, phone, isNew }) => {
      const about = [phone, isNew ? t("teach.new") : null].filter((part) => part !== null);
      return about.length === 0 ? name : html`${name} · ${about.join(" · ")}`;
    }),
    left.length === 0 ? null : html`\n${t("teach.left", { names: left.join(", ") })}`,
  );
}

/** What the button of a lesson today says: "18:00 Смартфон с нуля". */
export const formatTodayLabel = ({ title, timeZone }: TaughtGroup, { startsAt }: TaughtLesson, t: Translate): string =>
  t("teach.button.today", { time: formatTime(startsAt, timeZone), title });

/** What tells two groups of a course apart: "вт 14:00 Смартфон с нуля", by their next lesson. */
export const formatDayLabel = (group: TaughtGroup, lesson: TaughtLesson, t: Translate): string =>
  t("group.enrol_at", {
    days: t(`date.weekday.${inZone(lesson.startsAt, group.timeZone).weekday}`),
    time: formatTodayLabel(group, lesson, t),
  });

/** A day and an hour for a button. */
export const formatLessonLabel = ({ startsAt }: TaughtLesson, zone: string, { t, now }: RosterReader): string =>
  t("date.day_and_time", { day: formatDay(startsAt, t, zone, now), time: formatTime(startsAt, zone) });

/** "вс 18:40": what tells the groups of a course apart in the name of a file. */
export const formatWeekdayTime = (at: Date, t: Translate, zone: string): string =>
  t("group.enrol_at", { days: t(`date.weekday.${inZone(at, zone).weekday}`), time: formatTime(at, zone) });
