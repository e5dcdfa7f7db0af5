import { beforeEach, describe, expect, it } from "vitest";
import { newGroupsJob } from "../../../bot/classes/following/new-groups-job.ts";
import type { Person } from "../../../playground/people/person.ts";
import { openGroup } from "../../classes/enrolments/school.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { schoolIn } from "./school.ts";

const city = openCity({ plant: false });
const school = schoolIn(city);
const t = words.for("ru");

/** Opens the subject of the demo's courses and follows it. */
async function follows(person: Person): Promise<void> {
  await school.opens();
  await person.says("/classes");
  await person.taps(t("follow.start"));
  person.sees(t("follow.done"));
}

const tells = async () => {
  await newGroupsJob(city.services).run(city.clock.now());
  await city.deliver();
};
const told = (person: Person) => person.chat.filter(({ text }) => text?.includes(t("follow.news"))).length;

beforeEach(() => city.clock.advance({ seconds: 60 }));

describe("whoever follows a subject", () => {
  it("hears of a new group once, and opens its course with one tap", async () => {
    const person = await school.learner();
    await follows(person);
    await tells();
    expect(told(person)).toBe(0);
    city.clock.advance({ seconds: 60 });
    const { title } = await school.opens();
    await tells();
    person.sees(title);
    await person.taps(title);
    person.sees(t("group.enrol"));
    await tells();
    expect(told(person)).toBe(1);
  });

  it("is not woken: what opens at night is told in the morning", async () => {
    const person = await school.learner();
    await follows(person);
    const quiet = { quietFrom: 0, quietUntil: 23 * 60 };
    const { database } = city.services;
    const id = BigInt(await idOf(database, person));
    await database.person.update({ where: { id }, data: quiet });
    city.clock.advance({ seconds: 60 });
    await school.opens();
    await tells();
    expect(told(person)).toBe(0);
    await database.person.update({ where: { id }, data: { quietFrom: 3 * 60, quietUntil: 4 * 60 } });
    await tells();
    expect(told(person)).toBe(1);
  });

  it("hears nothing of another group of a course that they are in, nor of a draft before it is shown", async () => {
    const person = await school.learner();
    const { groupId, courseId } = await school.opens();
    await school.enrols(person, groupId);
    await follows(person);
    city.clock.advance({ seconds: 60 });
    const { database, clock } = city.services;
    await openGroup(database, { capacity: 5, now: clock.now(), courseId });
    const { courseId: draft } = await school.opens();
    await database.course.update({ where: { id: draft }, data: { publishedAt: null } });
    await tells();
    expect(told(person)).toBe(0);
    city.clock.advance({ seconds: 60 });
    await database.course.update({ where: { id: draft }, data: { publishedAt: clock.now() } });
    await tells();
    expect(told(person)).toBe(1);
  });

  it("takes nothing back by a second tap, and follows no more by a step further", async () => {
    const person = await school.learner();
    await follows(person);
    await person.taps(t("button.back"));
    await person.taps(t("follow.on"));
    await person.taps(t("follow.off"));
    person.sees(t("follow.stopped"));
    city.clock.advance({ seconds: 60 });
    await school.opens();
    await tells();
    expect(told(person)).toBe(0);
  });
});
