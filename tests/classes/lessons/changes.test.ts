import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { cancelLesson, moveLesson, moveSeries, restoreLesson } from "../../../bot/classes/lessons/lesson-store.ts";
import type { Shift } from "../../../bot/classes/lessons/moving/shift.ts";
import { openCity } from "../../support/city.ts";
import { classroomIn } from "./classroom.ts";

const city = openCity({ plant: false });
const { at, course, learner, hears } = classroomIn(city);
const change = <T>(work: (tx: Parameters<typeof cancelLesson>[0]) => Promise<T>) =>
  city.services.database.$transaction((tx) => work(tx));
const moveAll = (groupId: number, shift: Shift) =>
  change((tx) => moveSeries(tx, { groupId, from: city.clock.now(), ...shift }, city.clock.now()));
const day = 1440;

describe("a lesson that changes", () => {
  it("is told once after half a minute of calm, and the reminders follow", async () => {
    const { groupId, first: lessonId } = await course([120]);
    const person = await learner(groupId);
    for (const from of [180, 240]) {
      const move = { lessonId, startsAt: at(from), endsAt: at(from + 60) };
      expect(await change((tx) => moveLesson(tx, move, city.clock.now()))).toEqual({ kind: "changed", groupId });
    }
    expect(await hears(person, 0)).toEqual([]);
    const said = await hears(person, 1);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/Занятие перенесено\nБыло: .*15:00–16:00\nБудет: .*17:00–18:00/);
    expect(await hears(person, 119)).toEqual([]);
    expect((await hears(person, 60))[0]).toContain("Через 1 час");
  });

  it("and back is not told", async () => {
    const { groupId, first: lessonId } = await course([120]);
    const person = await learner(groupId);
    const [startsAt, endsAt] = [at(120), at(180)];
    await change((tx) => moveLesson(tx, { lessonId, startsAt: at(200), endsAt: at(260) }, city.clock.now()));
    await change((tx) => moveLesson(tx, { lessonId, startsAt, endsAt }, city.clock.now()));
    expect(await hears(person, 5)).toEqual([]);
    const lesson = await city.services.database.lesson.findUniqueOrThrow({ where: { id: lessonId } });
    expect(lesson).toMatchObject({ status: "scheduled", previousStartsAt: null, sequence: 2 });
  });

  it("to cancelled is told at once and reminds no more; on after all, it does", async () => {
    const { groupId, first: lessonId } = await course([120]);
    const person = await learner(groupId);
    await change((tx) => cancelLesson(tx, lessonId, city.clock.now()));
    expect((await hears(person, 0))[0]).toContain("Занятие отменено");
    expect(await hears(person, 20)).toEqual([]);
    await change((tx) => restoreLesson(tx, lessonId, city.clock.now()));
    expect((await hears(person, 1))[0]).toContain("Занятие всё-таки состоится");
    expect((await hears(person, 39))[0]).toContain("Через 1 час");
    expect(await change((tx) => restoreLesson(tx, lessonId, city.clock.now()))).toEqual({ kind: "unchanged" });
    expect(await change((tx) => cancelLesson(tx, 999_999, city.clock.now()))).toEqual({ kind: "gone" });
  });

  it("with its whole series is one message, and what two lessons would share is refused", async () => {
    const { groupId } = await course([0, 1, 2, 3, 4, 5].map((week) => week * 7 * day + 3 * day));
    const person = await learner(groupId);
    expect(await moveAll(groupId, { minutes: 90 })).toEqual({ kind: "changed", lessons: 6 });
    const said = await hears(person, 1);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain("Перенесено 6 занятий");
    expect(said[0]).toMatch(/Было: по .* в 13:00, 6 занятий .*\nБудет: по .* в 14:30, 6 занятий /);
    expect(await moveAll(groupId, { minutes: 0 })).toEqual({ kind: "unchanged" });
    expect(await moveAll(groupId, { minutes: -10 * day })).toEqual({ kind: "over" });
  });

  it("comes to another weekday and hour of the same week, or only its lessons of one weekday do", async () => {
    // Tuesdays and Thursdays, whatever day it is.
    const monday = (8 - DateTime.fromJSDate(at(0), { zone: "Europe/Moscow" }).weekday) * day;
    const tuesday = monday + day;
    const thursday = monday + 3 * day;
    const { groupId } = await course([tuesday, thursday, tuesday + 7 * day, thursday + 7 * day]);
    const starts = async () =>
      (await city.services.database.lesson.findMany({ where: { groupId }, orderBy: { number: "asc" } })).map(
        ({ startsLocal }) => DateTime.fromJSDate(startsLocal, { zone: "utc" }).toFormat("ccc HH:mm"),
      );
    expect(await starts()).toEqual(["Tue 13:00", "Thu 13:00", "Tue 13:00", "Thu 13:00"]);
    expect(await moveAll(groupId, { days: { 2: { weekday: 4 } } })).toEqual({ kind: "clash" });
    const evening = { weekday: 3, time: 18 * 60 + 30 };
    expect(await moveAll(groupId, { days: { 2: evening } })).toEqual({ kind: "changed", lessons: 2 });
    expect(await starts()).toEqual(["Wed 18:30", "Thu 13:00", "Wed 18:30", "Thu 13:00"]);
    const morning = { time: 9 * 60 };
    expect(await moveAll(groupId, { days: { 3: morning, 4: morning } })).toEqual({ kind: "changed", lessons: 4 });
    expect(await starts()).toEqual(["Wed 09:00", "Thu 09:00", "Wed 09:00", "Thu 09:00"]);
  });

  it("cancelled and another one moved in the same moment are told of at once", async () => {
    const { groupId, lessons } = await course([120, 2 * day]);
    const person = await learner(groupId);
    const [first = 0, second = 0] = lessons;
    await change(async (tx) => {
      await cancelLesson(tx, first, city.clock.now());
      const move = { lessonId: second, startsAt: at(3 * day), endsAt: at(3 * day + 60) };
      await moveLesson(tx, move, city.clock.now());
    });
    const said = await hears(person, 0);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain("Занятие отменено");
    expect(said[0]).toContain("Занятие перенесено");
  });
});
