import { areas } from "../../bot/classes/areas.ts";
import { courseCallback, ownClassCallback } from "../../bot/classes/callbacks.ts";
import { type CourseCard, freePlaces, type GroupCard, isOpenGroup } from "../../bot/classes/courses/course.ts";
import { formatPlaces } from "../../bot/classes/courses/group-words.ts";
import { countByArea, coursesPerPage, findCourses } from "../../bot/classes/courses/list-store.ts";
import { formatMeetingPlace } from "../../bot/classes/courses/place-words.ts";
import { formatListedCourse } from "../../bot/classes/courses/words.ts";
import { formatSchedule } from "../../bot/classes/lessons/words.ts";
import type { Reader, Services } from "../../bot/context.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { capitalise } from "../../bot/words/capitalise.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { type Html, html, joinLines } from "../../bot/words/html.ts";
import { changeGroupCallback, enrolCallback } from "../classes/callbacks.ts";
import { simpleCoursesCallback, simpleGroupsCallback } from "./callbacks.ts";
import { simpleView, toHome, toNext } from "./screen.ts";

/** Characters of what a course is about: some three lines of a phone. */
const longestAbout = 160;

/** A course that one can enrol in, by its place among all, subject after subject, from 0. */
export async function simpleCoursesView(
  { database }: Pick<Services, "database">,
  reader: Reader,
  index: number,
): Promise<View> {
  const { t, now, person } = reader;
  const counts = await countByArea(database, now);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let nth = index;
  const area = areas.find((each) => {
    const count = counts.get(each) ?? 0;
    if (nth < count) return true;
    nth -= count;
    return false;
  });
  if (area === undefined) return simpleView(t, html`${t("simple.no_courses")}`, [toHome(t)]);
  const page = Math.floor(nth / coursesPerPage);
  const asked = { area, page, language: t.language, now, personId: person.id, filters: {} };
  const row = (await findCourses(database, asked)).rows[nth % coursesPerPage];
  if (row === undefined) return simpleView(t, html`${t("simple.no_courses")}`, [toHome(t)]);
  return simpleView(t, formatListedCourse(row, reader), [
    button(t("simple.this_one"), courseCallback.data({ courseId: row.courseId, page: 0 })),
    toNext(t, { index, total }, simpleCoursesCallback.data),
  ]);
}

/** A course with one of its groups: the reader's own, or else that one of those that one can enrol in. */
export function simpleCourseView(course: CourseCard, reader: Reader, index: number): View {
  const { t, now } = reader;
  const own = course.groups.find((group) => group.own !== null);
  const open = course.groups.filter((group) => group.own === null && isOpenGroup(group, now));
  const group = index === 0 && own !== undefined ? own : open[own === undefined ? index : index - 1];
  const heading = joinLines(
    html`<b>${cutAtWord(course.title, 100)}</b>`,
    index === 0 && own === undefined && course.about !== null ? cutAtWord(course.about, longestAbout) : null,
  );
  if (group === undefined) return simpleView(t, joinLines(heading, t("simple.no_groups")), [toHome(t)]);
  const total = open.length + (own === undefined ? 0 : 1);
  const next = toNext(t, { index, total }, (to) => simpleGroupsCallback.data({ courseId: course.courseId, index: to }));
  return simpleView(t, joinLines(heading, "", formatSimpleGroup(group, reader)), [
    wayIn(group, course.groups, reader),
    next,
  ]);
}

/** A group by itself, as a link opens it; `others`: all groups of its course, where the reader is in one. */
export function simpleGroupView(
  { courseId, title }: Pick<CourseCard, "courseId" | "title">,
  group: GroupCard,
  others: readonly GroupCard[],
  reader: Reader,
): View {
  const { t, now } = reader;
  const text = joinLines(html`<b>${cutAtWord(title, 100)}</b>`, "", formatSimpleGroup(group, reader));
  const all = button(t("simple.other_times"), courseCallback.data({ courseId, page: 0 }));
  const canEnter = group.own !== null || isOpenGroup(group, now);
  return simpleView(t, text, canEnter ? [wayIn(group, others, reader), all] : [all]);
}

function wayIn(group: GroupCard, others: readonly GroupCard[], { t, now }: Reader) {
  if (group.own !== null) return button(t("group.own"), ownClassCallback.data(group.own.enrolmentId));
  const { groupId } = group;
  const hasSeat = others.some((other) => other.own?.state === "enrolled" && isOpenLater(other, now));
  if (hasSeat) return button(t("group.change"), changeGroupCallback.data({ groupId, sure: false }));
  return button(t(freePlaces(group) > 0 ? "group.enrol" : "group.join_line"), enrolCallback.data(groupId));
}

const isOpenLater = ({ lessons }: GroupCard, now: Date): boolean =>
  lessons.some(({ endsAt, status }) => status !== "cancelled" && endsAt > now);

function formatSimpleGroup(group: GroupCard, { t }: Reader): Html {
  const held = group.lessons.filter(({ status }) => status !== "cancelled");
  return joinLines(
    capitalise(formatSchedule(held, group.timeZone, t)),
    group.place ? formatMeetingPlace(group.place, t) : null,
    t("group.teacher", { name: cutAtWord(group.teacherName, 80) }),
    group.own === null ? formatPlaces(group, t) : null,
  );
}
