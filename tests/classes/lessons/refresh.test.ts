import { describe, expect, it } from "vitest";
import { joinCallback } from "../../../bot/classes/callbacks.ts";
import { setGroup } from "../../../bot/classes/editing/group-edit-store.ts";
import { leave } from "../../../bot/classes/enrolments/enrolment-store.ts";
import { cancelLesson, moveLesson, restoreLesson } from "../../../bot/classes/lessons/lesson-store.ts";
import { refreshEndedJoins } from "../../../bot/classes/lessons/messages/refresh-store.ts";
import type { Person } from "../../../playground/people/person.ts";
import { forges } from "../../flows/drive.ts";
import { colleague } from "../../flows/staff/team.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { classroomIn } from "./classroom.ts";

const city = openCity({ plant: false });
const { at, course, learner, hears } = classroomIn(city);
const t = words.for("ru");
type Tx = Parameters<typeof cancelLesson>[0];
const change = <T>(work: (tx: Tx) => Promise<T>) => city.services.database.$transaction((tx) => work(tx));

/** A learner whose lesson of an hour begins in 15 minutes, and who has just been sent the way in. */
async function invited() {
  const { groupId, title, first: lessonId } = await course([30]);
  const person = await learner(groupId);
  await hears(person, 15);
  expect(ways(person)).toEqual(["https://zoom.example.org/j/1"]);
  return { groupId, title, lessonId, person };
}

/** Every link to a lesson that stands anywhere in a chat. */
const ways = (person: Person): string[] =>
  person.chat.flatMap(({ keyboard }) => keyboard.flat()).flatMap((key) => ("url" in key ? [key.url] : []));

const labelsOf = (person: Person, text: string) =>
  person.chat
    .find((message) => message.text.includes(text))
    ?.keyboard.flat()
    .map((key) => key.text);

describe("the button to join", () => {
  it("is taken away at the end of the lesson, and its message leads on", async () => {
    const { person, title } = await invited();
    expect(await hears(person, 74)).toEqual([]);
    expect(ways(person)).toHaveLength(1);
    expect(await hears(person, 1)).toEqual([]);
    expect(ways(person)).toEqual([]);
    const over = person.chat.find(({ text }) => text.includes(t("lesson.join.over")))?.text;
    expect(over).toContain(title);
    expect(over).toContain("13:30–14:30");
    expect(over).not.toContain("уже идёт");
    expect(labelsOf(person, t("lesson.join.over"))).toEqual([t("material.button"), t("classes.own")]);
    await person.taps(t("material.button"));
    person.sees(t("material.title"));
  });

  it("is also taken away where it was fetched by hand", async () => {
    const { person, lessonId } = await invited();
    await forges(person, joinCallback.data(lessonId));
    expect(ways(person)).toHaveLength(2);
    await hears(person, 75);
    expect(ways(person)).toEqual([]);
  });

  it("is taken away at once from somebody who leaves, and from nobody else", async () => {
    const { person, groupId } = await invited();
    const other = await learner(groupId);
    await hears(other, 0);
    const { database, clock } = city.services;
    await database.group.update({ where: { id: groupId }, data: { taken: 2 } });
    const enrolment = await database.enrolment.findFirstOrThrow({ where: { personId: await idOf(database, person) } });
    await leave(database, { enrolmentId: enrolment.id, personId: await idOf(database, person), now: clock.now() });
    await city.deliver();
    expect(ways(person)).toEqual([]);
    expect(labelsOf(person, t("lesson.join.not_yours"))).toEqual([t("classes.own")]);
    expect(ways(other)).toHaveLength(1);
  });

  it("goes with a lesson that is cancelled, and is back with one that is held after all", async () => {
    const { person, lessonId } = await invited();
    await change((tx) => cancelLesson(tx, lessonId, city.clock.now()));
    await city.deliver();
    expect(ways(person)).toEqual([]);
    expect(labelsOf(person, t("lesson.join.cancelled"))).toEqual([t("classes.own")]);
    city.clock.advance({ seconds: 60 });
    await change((tx) => restoreLesson(tx, lessonId, city.clock.now()));
    await city.deliver();
    expect(ways(person)).toHaveLength(1);
  });

  it("moves with the lesson: the old message says from when on, the new one comes in time", async () => {
    const { person, lessonId } = await invited();
    await change((tx) => moveLesson(tx, { lessonId, startsAt: at(120), endsAt: at(180) }, city.clock.now()));
    await city.deliver();
    expect(ways(person)).toEqual([]);
    expect(person.chat.some(({ text }) => text.includes("Ссылка появится в 15:00"))).toBe(true);
    await hears(person, 105);
    expect(ways(person)).toHaveLength(1);
    await hears(person, 75);
    expect(ways(person)).toEqual([]);
  });

  it("follows a link that staff types anew", async () => {
    const { person, groupId } = await invited();
    const admin = await colleague(city, "ru", "admin");
    const actor = { by: await idOf(city.services.database, admin), now: city.clock.now() };
    const typedLink = "https://zoom.example.org/j/2";
    await setGroup(city.services.database, actor, { id: groupId, revision: 0 }, { typedLink });
    await city.deliver();
    expect(ways(person)).toEqual([typedLink]);
  });

  it("is planned to be taken away once, however often the job runs; an edit whose answer was lost is made again", async () => {
    const { person, lessonId } = await invited();
    await hears(person, 60);
    const { database } = city.services;
    const where = { lessonId, kind: "join-refresh" };
    expect(await database.delivery.count({ where })).toBe(1);
    expect(await refreshEndedJoins(database, city.clock.now())).toBe(0);
    await hears(person, 15);
    expect(await database.delivery.findMany({ where })).toMatchObject([{ state: "sent", lane: "bulk" }]);
    await database.delivery.updateMany({ where, data: { state: "uncertain" } });
    expect(await refreshEndedJoins(database, city.clock.now())).toBe(1);
    await city.deliver();
    expect(await database.delivery.findMany({ where })).toMatchObject([{ state: "sent" }]);
  });

  it("is taken away in the morning after a night in which the program was off", async () => {
    const { person } = await invited();
    city.clock.advance({ seconds: 20 * 3_600 });
    await refreshEndedJoins(city.services.database, city.clock.now());
    await city.deliver();
    expect(ways(person)).toEqual([]);
  });

  it("is planned beside the outcomes that are being written, and waits for none of them", async () => {
    const { person } = await invited();
    await hears(person, 60);
    const planned = await change(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM "Delivery" WHERE "kind" = 'join-refresh' FOR UPDATE`;
      return refreshEndedJoins(city.services.database, city.clock.now());
    });
    expect(planned).toBe(0);
  });
});
