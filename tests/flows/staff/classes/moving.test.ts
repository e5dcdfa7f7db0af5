import { describe, expect, it } from "vitest";
import {
  editGroupCallback,
  editLessonCallback,
  lessonsCallback,
  moveLessonCallback,
  moveSeriesCallback,
} from "../../../../flows/staff/classes/callbacks.ts";
import { idOf } from "../../../support/addresses.ts";
import { openCity, words } from "../../../support/city.ts";
import { forges } from "../../drive.ts";
import { colleague, fire } from "../team.ts";
import { timetableIn } from "./timetable.ts";

const city = openCity({ plant: false });

const { school, learner, startsNow, delivers } = timetableIn(city);

const said = {
  ru: { lesson: "сб 5 декабря 18:00", series: "по вторникам и четвергам в 11:00 с 7 декабря" },
  tt: { lesson: "5 декабрь 18:00", series: "7 декабрьдән сишәмбе һәм пәнҗешәмбе 11:00" },
  en: { lesson: "Sat 5 December 18:00", series: "on Tuesdays and Thursdays at 11:00 from 7 December" },
};

describe.each(["ru", "tt", "en"] as const)("in %s", (language) => {
  const t = words.for(language);

  it("a lesson and then all of the series are moved, and the learners hear of it", async () => {
    const editor = await colleague(city, language, "owner");
    const alsu = await learner(language);
    await editor.says("/staff");
    await editor.taps(t("class_edit.title"));
    await editor.taps(t("area.digital"));
    await editor.taps("Первые шаги");
    await editor.taps("10:00");
    await editor.taps(t("class_edit.lessons"));
    await forges(editor, editLessonCallback.data(school.lessons[0] ?? 0));
    await editor.taps(t("class_edit.move_lesson"));
    editor.sees(t("class_edit.move.ask"));
    await editor.says("?");
    editor.sees(t("class_edit.move.nothing"));
    await editor.says("18:30 ансамбль");
    editor.sees(t("step.unused", { words: "ансамбль" }));
    await editor.says(said[language].lesson);
    editor.sees(t("class_edit.will_be_told", { people: 1 }));
    await editor.taps(t("class_edit.move.yes"));
    editor.sees(t("class_edit.lesson_moved"));
    expect((await startsNow())[0]).toBe("2026-12-05T15:00 moved");
    await delivers();
    alsu.sees("Первые шаги");
    alsu.sees("18:00");

    await editor.taps(t("class_edit.to_lesson"));
    await editor.taps(t("button.back"));
    await editor.taps(t("class_edit.move_series"));
    await editor.says(said[language].series);
    editor.sees("→");
    editor.sees(t("class_edit.will_be_told", { people: 1 }));
    await editor.taps(t("button.back"));
    await editor.says(said[language].series);
    await editor.taps(t("class_edit.move.yes"));
    editor.sees(t("class_edit.lesson_moved"));
    expect(await startsNow()).toEqual([
      "2026-12-05T15:00 moved",
      "2026-12-02T07:00 scheduled",
      "2026-12-08T08:00 moved",
      "2026-12-10T08:00 moved",
    ]);
    await delivers();
    alsu.sees("11:00");
  });
});

const t = words.for("ru");

describe("a lesson", () => {
  it("is cancelled after a question, and held after all", async () => {
    const editor = await colleague(city, "ru", "admin");
    const alsu = await learner("ru");
    await forges(editor, editLessonCallback.data(school.lessons[1] ?? 0));
    await editor.taps(t("class_edit.cancel_lesson"));
    editor.sees(t("class_edit.ask_cancel", { people: 1 }));
    expect((await startsNow())[1]).toContain("scheduled");
    await editor.taps(t("class_edit.yes_cancel"));
    editor.sees(t("class_edit.lesson_cancelled"));
    expect((await startsNow())[1]).toContain("cancelled");
    await delivers();
    alsu.sees("отмен");
    await editor.taps(t("class_edit.restore_lesson"));
    editor.sees(t("class_edit.lesson_restored"));
    expect((await startsNow())[1]).toContain("scheduled");
  });

  it("that somebody else has moved meanwhile stays as they moved it, and the second is told by whom", async () => {
    const first = await colleague(city, "ru", "admin");
    const second = await colleague(city, "ru", "admin");
    const [lesson = 0] = school.lessons;
    for (const person of [first, second]) {
      await forges(person, moveLessonCallback.data(lesson));
      await person.says("5 декабря 18:00");
    }
    await first.taps(t("class_edit.move.yes"));
    await second.taps(t("class_edit.move.yes"));
    second.sees(first.name);
    expect((await startsNow())[0]).toBe("2026-12-05T15:00 moved");
    await second.taps(t("class_edit.to_lesson"));
    second.sees("18:00");
  });

  it("is named where its weekday does not fit the day", async () => {
    const editor = await colleague(city, "ru", "admin");
    await forges(editor, moveLessonCallback.data(school.lessons[0] ?? 0));
    await editor.says("пт 5 декабря 18:00");
    editor.sees("сб, 5 декабря");
    await editor.taps(t("button.cancel"));
    editor.sees(t("class_edit.left_as_is"));
  });
});

describe("a teacher", () => {
  it("moves the lessons of their own group alone", async () => {
    const teacher = await colleague(city, "ru", "teacher");
    const { database } = city.services;
    const [lesson = 0] = school.lessons;
    for (const data of [
      lessonsCallback.data({ id: school.groupId, of: 0 }),
      editLessonCallback.data(lesson),
      moveLessonCallback.data(lesson),
      moveSeriesCallback.data(school.groupId),
      editGroupCallback.data(school.groupId),
      `wu:${lesson.toString(36)}.0.0`,
    ]) {
      await forges(teacher, data);
      teacher.sees(t("staff.not_open"));
    }
    await database.group.update({ where: { id: school.groupId }, data: { teacherId: await idOf(database, teacher) } });
    await forges(teacher, moveLessonCallback.data(lesson));
    await teacher.says("18:30");
    await teacher.taps(t("class_edit.move.yes"));
    teacher.sees(t("class_edit.lesson_moved"));
    expect((await startsNow())[0]).toBe("2026-11-30T15:30 moved");
    await forges(teacher, editGroupCallback.data(school.groupId));
    teacher.sees(t("staff.not_open"));
  });

  it("whose role is taken back in the middle moves nothing any more", async () => {
    const admin = await colleague(city, "ru", "admin");
    const before = await startsNow();
    await forges(admin, moveSeriesCallback.data(school.groupId));
    await admin.taps(t("class_edit.series.later"));
    await fire(city, admin);
    await admin.taps(t("class_edit.move.yes"));
    admin.sees(t("staff.not_open"));
    expect(await startsNow()).toEqual(before);
  });
});
