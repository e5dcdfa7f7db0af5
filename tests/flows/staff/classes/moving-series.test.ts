import { describe, expect, it } from "vitest";
import { moveSeriesCallback } from "../../../../flows/staff/classes/callbacks.ts";
import { openCity, words } from "../../../support/city.ts";
import { forges } from "../../drive.ts";
import { colleague } from "../team.ts";
import { timetableIn } from "./timetable.ts";

const city = openCity({ plant: false });
const { school, learner, startsNow, delivers } = timetableIn(city);
const t = words.for("ru");

describe("a series", () => {
  it("that was moved meanwhile is not moved once more", async () => {
    const first = await colleague(city, "ru", "admin");
    const second = await colleague(city, "ru", "admin");
    for (const person of [first, second]) {
      await forges(person, moveSeriesCallback.data(school.groupId));
      await person.taps(t("class_edit.series.later"));
    }
    await first.taps(t("class_edit.move.yes"));
    await second.taps(t("class_edit.move.yes"));
    second.sees(first.name);
    expect((await startsNow())[0]).toBe("2026-11-30T08:00 moved");
  });

  it("is not moved onto itself or into the past, and says what to write", async () => {
    const editor = await colleague(city, "ru", "admin");
    await forges(editor, moveSeriesCallback.data(school.groupId));
    await editor.says("на 3 недели раньше");
    editor.sees(t("class_edit.series.over"));
    await editor.says("в 10:00");
    editor.sees(t("class_edit.series.unchanged"));
    await editor.says("вт чт сб в 10, кроме");
    editor.sees(t("class_edit.series.pause"));
  });

  it.each([
    ["ru", "по вторникам, четвергам и субботам в 11:00"],
    ["tt", "сишәмбе, пәнҗешәмбе һәм шимбә 11:00"],
    ["en", "on Tuesdays, Thursdays and Saturdays at 11:00"],
  ] as const)("goes to more weekdays (%s): a list first, one message, and what was stays", async (language, week) => {
    const { database } = city.services;
    const say = words.for(language);
    const [editor, alsu] = [await colleague(city, language, "admin"), await learner(language)];
    const [held = 0] = school.lessons;
    const { id: enrolmentId } = await database.enrolment.findFirstOrThrow({ where: { groupId: school.groupId } });
    const [startsAt, endsAt] = [new Date("2026-11-18T07:00:00Z"), new Date("2026-11-18T08:30:00Z")];
    await database.lesson.update({ where: { id: held }, data: { startsAt, endsAt } });
    const noted = { lessonId: held, enrolmentId, isPresent: true, source: "teacher", notedAt: endsAt } as const;
    await database.attendance.create({ data: noted });

    await forges(editor, moveSeriesCallback.data(school.groupId));
    await editor.says(week);
    // What was on 2, 7 and 9 December, and the pattern in words.
    for (const time of ["11:00", "12:30"]) editor.sees(time);
    expect(editor.screen.match(/→/g)).toHaveLength(3);
    editor.sees(say("class_edit.will_be_told", { people: 1 }));
    const before = alsu.chat.length;
    await editor.taps(say("class_edit.move.yes"));
    editor.sees(say("class_edit.lesson_moved"));
    expect(await startsNow()).toEqual([
      "2026-11-18T07:00 scheduled",
      "2026-12-01T08:00 moved",
      "2026-12-03T08:00 moved",
      "2026-12-05T08:00 moved",
    ]);
    expect(await database.attendance.findMany({ where: { enrolmentId } })).toMatchObject([noted]);
    await delivers();
    expect(alsu.chat).toHaveLength(before + 1);
    alsu.sees(say("lesson.change.moved", { count: 3 }));
    // Three dates are no habit yet: each is named.
    expect(alsu.screen.match(/11:00–12:30/g)).toHaveLength(3);
  });

  it("goes to fewer weekdays, around days without lessons", async () => {
    const editor = await colleague(city, "ru", "admin");
    await forges(editor, moveSeriesCallback.data(school.groupId));
    await editor.says("по пятницам в 12:00 с 1 декабря, кроме 11 декабря");
    await editor.taps(t("class_edit.move.yes"));
    expect(await startsNow()).toEqual([
      "2026-11-30T07:00 scheduled",
      "2026-12-04T09:00 moved",
      "2026-12-18T09:00 moved",
      "2026-12-25T09:00 moved",
    ]);
  });
});
