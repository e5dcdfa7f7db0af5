import { describe, expect, it } from "vitest";
import { enrol, leave } from "../../../bot/classes/enrolments/enrolment-store.ts";
import { offersJob } from "../../../bot/classes/enrolments/offers/offers-job.ts";
import { giveConsent, saveLearner } from "../../../bot/classes/learners/learner-store.ts";
import { forget } from "../../../bot/privacy/erase-store.ts";
import type { Person } from "../../../playground/people/person.ts";
import { forges, labels } from "../../flows/drive.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity } from "../../support/city.ts";
import { openGroup } from "./school.ts";

const city = openCity({ plant: false });
const now = () => city.clock.now();
const hours = (count: number) => ({ seconds: count * 3_600 });

let people = 0;
async function resident(languageCode = "ru"): Promise<Person> {
  people += 1;
  const person = city.telegram.person(`Ученик ${people}`, { languageCode });
  await person.says("/start");
  return person;
}

/** Enrols somebody who went through the dialogue before. */
async function enrols(person: Person, groupId: number) {
  const { database } = city.services;
  await giveConsent(database, await idOf(database, person), now());
  await saveLearner(database, await idOf(database, person), { name: person.name, phone: null }, now());
  return enrol(database, { groupId, personId: await idOf(database, person), now: now() });
}

async function leaves(person: Person, groupId: number): Promise<void> {
  const { database } = city.services;
  const own = await database.enrolment.findFirst({ where: { groupId, personId: await idOf(database, person) } });
  await leave(database, { enrolmentId: own?.id ?? 0, personId: await idOf(database, person), now: now() });
}

/** A full group of one place whose owner leaves; the others have waited, and the first of them has been written to. */
async function offered(waiting = 2, languageCode = "ru") {
  const group = await openGroup(city.services.database, { capacity: 1, now: now() });
  const owner = await resident();
  await enrols(owner, group.groupId);
  const line: Person[] = [];
  for (let index = 0; index < waiting; index += 1) {
    const person = await resident(languageCode);
    expect(await enrols(person, group.groupId)).toMatchObject({ kind: "waiting", position: index + 1 });
    line.push(person);
  }
  await leaves(owner, group.groupId);
  await city.deliver();
  const [first = owner, second = owner] = line;
  return { ...group, owner, first, second };
}

async function passes(count: number): Promise<void> {
  city.clock.advance(hours(count));
  await offersJob(city.services).run(now());
  await city.deliver();
}

describe("a place that is offered", () => {
  it("is described with its course and how long it is held, and is taken in one tap", async () => {
    const { first, second, title } = await offered();
    first.sees(`Освободилось место: ${title}`);
    first.sees("Держу его за вами до 18:30, завтра, сб, 21 ноября.");
    expect(labels(first)).toEqual(["Беру место", "Отказаться"]);
    expect(second.latest?.text).not.toContain(title);
    await first.taps("Беру место");
    first.sees(`Вы записаны: ${title}`);
    first.sees("Ближайшее занятие: вс, 22 ноября, 17:30–18:30.");
    first.sees("за 15 минут до занятия");
  });

  it("says the same when it is taken twice", async () => {
    const { first, title } = await offered();
    const [accept] = first.latest?.keyboard.flat() ?? [];
    await first.taps("Беру место");
    await forges(first, accept && "callback_data" in accept ? accept.callback_data : "");
    first.sees(`Вы записаны: ${title}`);
  });

  it("goes to the next when it is declined, and whoever declined may join the line again", async () => {
    const { first, second, title } = await offered();
    await first.taps("Отказаться");
    first.sees(`место на курсе ${title} получит следующий`);
    await city.deliver();
    second.sees(`Освободилось место: ${title}`);
    await first.taps("Снова в очередь");
    first.sees("Ваш номер — 1.");
    await second.taps("Отказаться");
    await city.deliver();
    first.sees(`Освободилось место: ${title}`);
  });

  it("goes to the next when nobody answers, and a late tap is told so", async () => {
    const { first, second, title } = await offered();
    await passes(25);
    first.sees(`Место на курсе ${title} ушло следующему`);
    second.sees(`Освободилось место: ${title}`);
    await first.taps("Снова в очередь");
    first.sees("Ваш номер — 1.");
  });

  it("is not taken by an old button of somebody whose name was forgotten, or who agreed to nothing: they are asked", async () => {
    const { first } = await offered();
    await first.taps("Отказаться");
    await city.services.database.learner.delete({ where: { personId: await idOf(city.services.database, first) } });
    await first.taps("Снова в очередь");
    first.sees("Ваш телефон нужен");
  });

  it("is refused after its time even before the job has run", async () => {
    const { first, title } = await offered();
    city.clock.advance(hours(25));
    await first.taps("Беру место");
    first.sees(`Время вышло: место на курсе ${title} уже не за вами.`);
    first.sees("Место ждало вас до 19:30, сегодня");
    await first.taps("Снова в очередь");
    first.sees("Ваш номер — 1.");
  });

  it("is said in the language of who gets it", async () => {
    const [tatar, english] = [await offered(1, "tt"), await offered(1, "en")];
    tatar.first.sees(`Урын бушады: ${tatar.title}`);
    await tatar.first.taps("Урынны алам");
    tatar.first.sees("Сез язылдыгыз");
    english.first.sees("It is held for you until");
    await english.first.taps("Decline");
    english.first.sees("goes to the next on the waiting list");
  });

  it("is not written about any more when it was withdrawn before the message went out", async () => {
    const group = await openGroup(city.services.database, { capacity: 1, now: now() });
    const [owner, next] = [await resident(), await resident()];
    await enrols(owner, group.groupId);
    await enrols(next, group.groupId);
    await leaves(owner, group.groupId);
    await leaves(next, group.groupId);
    await city.deliver();
    expect(next.latest?.text).not.toContain(group.title);
  });

  it("becomes free when somebody is erased", async () => {
    const group = await openGroup(city.services.database, { capacity: 1, now: now() });
    const [owner, next] = [await resident(), await resident()];
    await enrols(owner, group.groupId);
    await enrols(next, group.groupId);
    await forget(city.services.database, await idOf(city.services.database, owner), now());
    await city.deliver();
    next.sees(`Освободилось место: ${group.title}`);
  });

  it("of somebody else, or forged, is nothing", async () => {
    const { groupId } = await offered();
    const stranger = await resident();
    for (const data of ["eo:1", "ed:1", `ej:${groupId.toString(36)}`]) {
      await forges(stranger, data);
      stranger.sees("Это предложение уже не действует");
    }
  });
});
