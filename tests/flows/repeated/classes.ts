import {
  addLessonsCallback,
  moveLessonCallback,
  moveSeriesCallback,
  newCourseCallback,
  newGroupCallback,
  searchClassesCallback,
  setAreaCallback,
  setGroupCallback,
  writeCourseTextCallback,
} from "../../../flows/staff/classes/callbacks.ts";
import { openGroup } from "../../classes/enrolments/school.ts";
import type { TestCity } from "../../support/city.ts";
import { forges } from "../drive.ts";
import { learnerOf } from "../staff/teach/classroom.ts";
import { colleague } from "../staff/team.ts";
import { auditedBy, deliveries, nothing, type Row, t } from "./scene.ts";

/** A course with a group of two lessons and somebody who learns in it, and an admin who is to change it. */
async function courseIn(city: TestCity) {
  const { database, clock } = city.services;
  const group = await openGroup(database, { capacity: 5, lessonsIn: [48, 96], now: clock.now() });
  await learnerOf(city, group.groupId, "Алсу");
  const person = await colleague(city, "ru", "admin");
  const lessons = await database.lesson.findMany({ where: { groupId: group.groupId }, orderBy: { number: "asc" } });
  return { ...group, lessonId: lessons[0]?.id ?? 0, person, audited: async () => [await auditedBy(city, person)] };
}

export const classRows = {
  "new-course": {
    withoutKey: "twice",
    async prepare(city) {
      const person = await colleague(city, "ru", "admin");
      await forges(person, newCourseCallback.data(null));
      await person.taps(t("area.digital"));
      await person.says("Первые шаги");
      await person.says("Включить компьютер");
      await person.taps(t("class_edit.nothing_needed"));
      await person.taps(t("class_edit.skip"));
      await person.taps(t("class_edit.skip"));
      return {
        person,
        last: () => person.taps(t("class_edit.publish_now")),
        says: t("class_edit.course_open"),
        count: async () => [await city.services.database.course.count(), await auditedBy(city, person)],
        makes: [1, 1],
      };
    },
  },
  "new-group": {
    withoutKey: "twice",
    async prepare(city) {
      const { courseId, person } = await courseIn(city);
      await forges(person, newGroupCallback.data(courseId));
      await person.says("по понедельникам 10:00–11:30 с 7 декабря, 4 занятия");
      await person.taps(t("class_edit.when.right"));
      await person.taps("12");
      await person.taps(t("programme.button.online"));
      await person.says("Алсу Каримова");
      await person.taps(t("level.beginner").slice(1));
      await person.taps(t("language.held_in.ru").slice(1));
      await person.taps(t("audience.seniors"));
      await person.taps(t("class_edit.ready"));
      await person.taps(t("group.age", { age: 55 }));
      await person.says("https://zoom.example.org/j/1");
      const where = { group: { courseId } };
      return {
        person,
        last: () => person.taps(t("class_edit.save_group")),
        says: t("class_edit.group_open"),
        count: async () => [
          await city.services.database.group.count({ where: { courseId } }),
          await city.services.database.lesson.count({ where }),
        ],
        makes: [1, 4],
      };
    },
  },
  "add-lessons": {
    withoutKey: "denied",
    async prepare(city) {
      const { groupId, person } = await courseIn(city);
      await forges(person, addLessonsCallback.data(groupId));
      await person.says("по понедельникам 10:00–11:30 с 7 декабря, 4 занятия");
      return {
        person,
        last: () => person.taps(t("class_edit.when.right")),
        says: t("class_edit.lessons_added"),
        count: async () => [await city.services.database.lesson.count({ where: { groupId } })],
        makes: [4],
      };
    },
  },
  "edit-course-area": {
    withoutKey: "denied",
    async prepare(city) {
      const { courseId, person, audited: count } = await courseIn(city);
      await forges(person, setAreaCallback.data(courseId));
      const last = () => person.taps(t("area.languages"));
      return { person, last, says: t("class_edit.saved"), count, makes: [1] };
    },
  },
  "edit-course-text": {
    withoutKey: "denied",
    async prepare(city) {
      const { courseId, person, audited: count } = await courseIn(city);
      await forges(person, writeCourseTextCallback.data({ id: courseId, of: { language: "ru", field: "title" } }));
      return { person, last: () => person.says("Вторые шаги"), says: t("class_edit.saved"), count, makes: [1] };
    },
  },
  "edit-group": {
    withoutKey: "denied",
    async prepare(city) {
      const { groupId, person, audited: count } = await courseIn(city);
      await forges(person, setGroupCallback.data({ id: groupId, of: "capacity" }));
      return { person, last: () => person.says("9"), says: t("class_edit.saved"), count, makes: [1] };
    },
  },
  "move-lesson": {
    withoutKey: "denied",
    async prepare(city) {
      const { lessonId, person } = await courseIn(city);
      await forges(person, moveLessonCallback.data(lessonId));
      await person.says("сб 5 декабря 18:00");
      return {
        person,
        last: () => person.taps(t("class_edit.move.yes")),
        says: t("class_edit.lesson_moved"),
        count: async () => [await auditedBy(city, person), await deliveries(city, "lesson-change")],
        makes: [1, 1],
      };
    },
  },
  "move-series": {
    withoutKey: "denied",
    async prepare(city) {
      const { groupId, person, audited: count } = await courseIn(city);
      await forges(person, moveSeriesCallback.data(groupId));
      await person.taps(t("class_edit.series.later"));
      const last = () => person.taps(t("class_edit.move.yes"));
      return { person, last, says: t("class_edit.lesson_moved"), count, makes: [1] };
    },
  },
  "search-classes": {
    withoutKey: "same",
    async prepare(city) {
      const { title, person } = await courseIn(city);
      await forges(person, searchClassesCallback.data(null));
      return { person, last: () => person.says(title), says: title, count: nothing, makes: [] };
    },
  },
} satisfies Record<string, Row>;
