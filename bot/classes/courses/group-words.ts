import type { TimeReader } from "../../reminders/words.ts";
import { capitalise, lowerFirst } from "../../words/capitalise.ts";
import { cutAtWord } from "../../words/cut.ts";
import { formatHeldIn } from "../../words/held-in.ts";
import { type Html, html, joinLines } from "../../words/html.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { formatDay, formatTime } from "../../words/time/dates.ts";
import { inZone } from "../../words/time/local-time.ts";
import { lessonsNeeded } from "../certificates/certificate.ts";
import type { LessonTime } from "../lessons/lesson.ts";
import { formatSchedule } from "../lessons/words.ts";
import { freePlaces, type GroupCard, isOpenGroup, type OwnPlace, progress } from "./course.ts";
import { formatMeetingPlace } from "./place-words.ts";

/**
 * A group in a few lines: when, how long, for whom, who teaches, how many places. The schedule is on the clock of its city.
 * Of one that has begun it says whether a certificate can still be had, where `certificateAttendance` says what it takes,
 * in percent of the lessons.
 */
export function formatGroup(group: GroupCard, reader: TimeReader, certificateAttendance?: number): Html {
  const { t, now } = reader;
  const held = group.lessons.filter(({ status }) => status !== "cancelled");
  return joinLines(
    html`<b>${capitalise(formatSchedule(held, group.timeZone, t))}</b>`,
    formatLength(held, group.timeZone, t, now),
    formatBegun(group, reader),
    certificateAttendance === undefined ? null : formatChance(group, certificateAttendance, reader),
    group.place ? formatMeetingPlace(group.place, t) : null,
    formatForWhom(group, t),
    t("group.teacher", { name: cutAtWord(group.teacherName, 80) }),
    isOpenGroup(group, now) ? formatPlaces(group, t) : t(progress(held, now) ? "group.closed" : "group.over"),
  );
}

/** "Свободно 5 мест из 12", or that it is full and how many wait. */
export function formatPlaces(group: GroupCard, t: Translate): string {
  const free = freePlaces(group);
  if (free > 0) return t("group.free", { free, capacity: group.capacity });
  return group.waiting > 0 ? t("group.full_line", { waiting: group.waiting }) : t("group.full");
}

/** How the reader stands in a group, as a sentence. */
export function formatOwnPlace({ state, position, offeredUntil }: OwnPlace, { t, zone, now }: TimeReader): string {
  if (state === "waiting") return t("classes.waiting", { position: position ?? 1 });
  if (state === "enrolled" || offeredUntil === null) return t("classes.enrolled");
  return t("classes.offered", { until: `${formatDay(offeredUntil, t, zone, now)}, ${formatTime(offeredUntil, zone)}` });
}

/** What the label of a group is made of. */
export type LabelledGroup = Pick<GroupCard, "lessons" | "timeZone" | "capacity" | "taken" | "waiting">;

/** What the button of a group says: "Пн, Ср 10:00 · 5 мест", the places left out where they do not fit. */
export function formatEnrolLabel(group: LabelledGroup, t: Translate, now: Date): string {
  const label = formatDays(group, t, now);
  const free = freePlaces(group);
  const whole =
    free > 0 ? t("group.with_free", { label, free }) : t("group.with_line", { label, waiting: group.waiting });
  return whole.length <= 24 ? whole : label;
}

/** Characters of a button in a row by itself. */
const longestWayIn = 34;

/** What is done by the button of a group: a place is taken, or changed for another. */
export type WayIn = "enrol" | "change";

/** "Записаться: пн, ср 10:00", or «В очередь» where there is no place; where the verb does not fit, the days with their places. */
export function formatWayIn(way: WayIn, group: LabelledGroup, t: Translate, now: Date): string {
  const label = t(`group.way.${freePlaces(group) > 0 ? way : "queue"}`, {
    when: formatDays(group, t, now, "date.weekday"),
  });
  return label.length <= longestWayIn ? label : formatEnrolLabel(group, t, now);
}

/** "Пн, Ср 10:00"; lessons that do not come week by week are called by the next one. */
function formatDays(
  { lessons, timeZone }: LabelledGroup,
  t: Translate,
  now: Date,
  names: "date.weekday" | "date.weekday_head" = "date.weekday_head",
): string {
  const coming = lessons.filter(({ status, endsAt }) => status !== "cancelled" && endsAt > now);
  const weekdays = [...new Set(coming.map(({ startsAt }) => inZone(startsAt, timeZone).weekday))].sort();
  const times = new Set(coming.map(({ startsAt }) => formatTime(startsAt, timeZone)));
  const [first] = coming;
  const [time] = times;
  if (first === undefined || time === undefined) return t("group.enrol");
  const isWeekly = weekdays.length <= 3 && times.size === 1;
  const days = isWeekly
    ? weekdays.map((weekday) => t(`${names}.${weekday}`)).join(", ")
    : formatDay(first.startsAt, t, timeZone, now);
  return t("group.enrol_at", { days, time });
}

function formatBegun({ lessons }: GroupCard, { t, zone, now }: TimeReader): string | null {
  const at = progress(lessons, now);
  if (!at?.hasBegun) return null;
  return t("group.begun", { number: at.number, of: at.of, when: formatStart(at.next, t, zone, now) });
}

/** "По 90 минут · до 25 декабря"; the length only where all lessons have the same. */
function formatLength(held: readonly LessonTime[], zone: string, t: Translate, now: Date): string | null {
  const last = held.at(-1);
  if (last === undefined) return null;
  const lengths = new Set(
    held.map(({ startsAt, endsAt }) => Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000)),
  );
  const [minutes] = lengths;
  const until = held.length > 1 ? t("group.until", { day: formatDay(last.startsAt, t, zone, now) }) : null;
  const each = lengths.size === 1 && minutes !== undefined ? t("group.each", { minutes }) : null;
  const parts = [each, until].filter((part) => part !== null);
  return parts.length === 0 ? null : capitalise(parts.join(" · "));
}

/** A sentence before enrolling in a course that has begun: how many lessons a certificate still takes. */
function formatChance({ lessons }: GroupCard, percent: number, { t, now }: TimeReader): string | null {
  const at = progress(lessons, now);
  if (!at?.hasBegun) return null;
  const left = at.of - at.number + 1;
  const needed = lessonsNeeded(at.of, percent);
  return needed <= left
    ? t("group.certificate_possible", { needed, left })
    : t("group.certificate_missed", { needed, left });
}

const formatStart = ({ startsAt }: LessonTime, t: Translate, zone: string, now: Date): string =>
  t("date.day_and_time", { day: formatDay(startsAt, t, zone, now), time: formatTime(startsAt, zone) });

/** For whom a group is: "Для начинающих · на русском · тем, кому за 55 · от 50 лет". */
export function formatForWhom({ level, heldIn, audiences, ageMin }: GroupCard, t: Translate): string {
  const parts = [
    t(`level.${level}`),
    formatHeldIn(heldIn, t),
    ...audiences.map((audience) => lowerFirst(t(`audience.${audience}`))),
    ageMin === null ? null : t("group.age", { age: ageMin }),
  ];
  return capitalise(parts.filter((part) => part !== null).join(" · "));
}
