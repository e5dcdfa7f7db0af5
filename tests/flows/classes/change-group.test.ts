import { describe, expect, it } from "vitest";
import type { Person } from "../../../playground/people/person.ts";
import { openGroup } from "../../classes/enrolments/school.ts";
import { openCity, words } from "../../support/city.ts";
import { schoolIn } from "./school.ts";

const city = openCity({ plant: false });
const school = schoolIn(city);
const t = words.for("ru");

/** A course with two groups, the first of which the person is in. */
async function twoGroups({ capacity = 5 } = {}) {
  const { courseId, groupId: own, title } = await school.opens();
  const { database } = city.services;
  const { groupId: other } = await openGroup(database, { capacity, lessonsIn: [96], now: city.clock.now(), courseId });
  const person = await school.learner();
  await school.enrols(person, own);
  return { own, other, title, person };
}

/** Opens the card of the course and presses what changes the group. */
async function presses(person: Person, title: string): Promise<void> {
  await person.says("/classes");
  await person.taps(title);
  const key = person.latest?.keyboard.flat().find((each) => "callback_data" in each && /^ek:/.test(each.callback_data));
  await person.taps(key?.text ?? "no button changes the group");
}

const statesOf = async (person: Person) =>
  Object.fromEntries((await school.rowsOf(person)).enrolments.map(({ groupId, state }) => [groupId, state]));

const placesOf = async (groupId: number) =>
  city.services.database.group.findUniqueOrThrow({ where: { id: groupId }, select: { taken: true, waiting: true } });

describe("whoever is in a group of a course", () => {
  it("changes into another with one press, and the old seat is free", async () => {
    const { own, other, title, person } = await twoGroups();
    await presses(person, title);
    person.sees("Вы перешли в другую группу.");
    expect(await statesOf(person)).toEqual({ [own]: "left", [other]: "enrolled" });
    expect([await placesOf(own), await placesOf(other)]).toEqual([
      { taken: 0, waiting: 0 },
      { taken: 1, waiting: 0 },
    ]);
  });

  it("keeps the seat while waiting for a full one, and leaves it with the answer to the offer", async () => {
    const { own, other, title, person } = await twoGroups({ capacity: 1 });
    const inTheWay = await school.learner();
    await school.enrols(inTheWay, other);
    await presses(person, title);
    person.sees(t("group.change_waits", { position: 1 }));
    expect(await statesOf(person)).toEqual({ [own]: "enrolled", [other]: "waiting" });
    await inTheWay.says("/classes");
    await inTheWay.taps(t("classes.own"));
    await inTheWay.taps(title);
    await inTheWay.taps(t("classes.leave"));
    await inTheWay.taps(t("classes.leave_yes"));
    await city.deliver();
    person.sees(t("offer.changes"));
    expect(await statesOf(person)).toEqual({ [own]: "enrolled", [other]: "offered" });
    await person.taps(t("offer.accept"));
    expect(await statesOf(person)).toEqual({ [own]: "left", [other]: "enrolled" });
    expect(await placesOf(own)).toEqual({ taken: 0, waiting: 0 });
  });

  it("keeps it too where the offer is declined", async () => {
    const { own, other, title, person } = await twoGroups({ capacity: 1 });
    const inTheWay = await school.learner();
    await school.enrols(inTheWay, other);
    await presses(person, title);
    await city.services.database.group.update({ where: { id: other }, data: { capacity: 2 } });
    await inTheWay.says("/classes");
    await inTheWay.taps(t("classes.own"));
    await inTheWay.taps(title);
    await inTheWay.taps(t("classes.leave"));
    await inTheWay.taps(t("classes.leave_yes"));
    await city.deliver();
    await person.taps(t("offer.decline"));
    expect(await statesOf(person)).toEqual({ [own]: "enrolled", [other]: "left" });
  });

  it("is asked once more where others wait for the seat", async () => {
    const { own, other, title, person } = await twoGroups();
    await city.services.database.group.update({ where: { id: own }, data: { capacity: 1 } });
    const next = await school.learner();
    await school.begins(next, own);
    await school.agreesAndShares(next);
    await next.taps(t("enrol.queue"));
    await presses(person, title);
    person.sees(t("group.awaited", { waiting: 1 }));
    expect(await statesOf(person)).toEqual({ [own]: "enrolled" });
    await person.taps(t("group.change_yes"));
    expect(await statesOf(person)).toEqual({ [own]: "left", [other]: "enrolled" });
    await city.deliver();
    next.sees(t("offer.accept"));
  });

  it("hears of a second press that they are there", async () => {
    const { other, title, person } = await twoGroups();
    await presses(person, title);
    const pressed = person.latest?.id ?? 0;
    await person.tapsData(pressed, `ek:${other.toString(36)}`);
    person.sees(t("enrol.already"));
  });
});
