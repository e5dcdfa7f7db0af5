import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { idOf } from "../../support/addresses.ts";
import { openCity } from "../../support/city.ts";
import { announce, labels, opensCard } from "../drive.ts";
import { concertsIn, day } from "./concerts.ts";

const city = openCity({ plant: false });
const { concert, owner, resident, hears } = concertsIn(city);

describe("when a date changes", () => {
  it("twice within a minute, it is told once: how it was at first and is at last, and the reminder follows", async () => {
    const stream = await concert(120);
    const person = await owner(stream.id);
    await stream.movesTo(180);
    expect(await hears(person, 0)).toEqual([]);
    city.clock.advance({ seconds: 20 });
    await stream.movesTo(240);
    city.clock.advance({ seconds: 20 });
    expect(await hears(person, 0)).toEqual([]);
    const said = await hears(person, 1);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/Перенесено\n.*\n\nБыло: .*\nБудет: /s);
    expect(await hears(person, 120)).toEqual([]);
    expect((await hears(person, 60))[0]).toContain("Через ");
  });

  it("and back, nothing is said, and the reminder comes as before", async () => {
    const stream = await concert(120);
    const person = await owner(stream.id);
    await stream.movesTo(180);
    await stream.movesBack();
    expect(await hears(person, 5)).toEqual([]);
    expect((await hears(person, 55))[0]).toContain("Через 1 час");
  });

  it("to cancelled, it is told at once, other dates are offered, and no reminder comes", async () => {
    const stream = await concert(120);
    const person = await owner(stream.id);
    await stream.isHeldAlsoIn(1440);
    expect((await hears(person, 0))[0]).toContain("Отменено");
    expect(labels(person)).toContain("Другие даты (1)");
    expect(await hears(person, 240)).toEqual([]);
  });

  it("to cancelled and it is on after all, reminders are back", async () => {
    const stream = await concert(120);
    const person = await owner(stream.id);
    await stream.becomes("cancelled");
    expect(await hears(person, 0)).toHaveLength(1);
    await stream.isOnAgain();
    expect((await hears(person, 1))[0]).toContain("Всё-таки состоится");
    expect((await hears(person, 59))[0]).toContain("Через 1 час");
  });

  it("to postponed, reminders rest until there is a new date", async () => {
    const stream = await concert(120);
    const person = await owner(stream.id);
    await stream.becomes("postponed");
    expect((await hears(person, 1))[0]).toContain("Новой даты пока нет");
    await person.says("/my");
    person.sees("Отложено. Появится новая дата — напишу.");
    expect(await hears(person, 200)).toEqual([]);
    await stream.movesTo(300);
    expect((await hears(person, 1))[0]).toContain("Будет: ");
    expect((await hears(person, 239))[0]).toContain("Через 1 час");
  });

  it("to another place, the new place is told", async () => {
    const place = (name: string) => ({
      origin: `test:${name}`,
      texts: { ru: { title: name, address: "пл. Свободы, 2" } },
    });
    const recordId = randomUUID();
    const startsAt = new Date(city.clock.now().getTime() + 3 * day);
    const held = (name: string) =>
      announce(city, { attendanceMode: "on_site", occurrences: [{ startsAt, place: place(name) }] }, recordId);
    const {
      occurrenceIds: [id = 0],
    } = await held("Театр оперы");
    const person = await owner(id);
    person.sees("Напомню за 1 день, за 1 час.");
    await held("Большой зал");
    expect((await hears(person, 1))[0]).toContain("Теперь здесь: Большой зал, пл. Свободы, 2");
  });
});

describe("after the end", () => {
  it("the one who was reminded is asked once how it was, and may change the answer", async () => {
    const stream = await concert(70);
    const person = await owner(stream.id);
    await hears(person, 10);
    expect(await hears(person, 134)).toEqual([]);
    expect((await hears(person, 1))[0]).toContain(`Как вам «${stream.title}»?`);
    expect(labels(person).slice(0, 5)).toEqual(["1 ★", "2 ★", "3 ★", "4 ★", "5 ★"]);
    await person.taps("4 ★");
    person.sees("Ваша оценка — 4 из 5");
    await person.taps("5 ★");
    person.sees("[✓ 5]");
    // The way back stands where it stood before a star was given.
    expect(labels(person).slice(-2)).toEqual(["Назад", "Меню"]);
    const { database } = city.services;
    expect(await database.rating.findMany({ where: { occurrenceId: stream.id } })).toMatchObject([{ stars: 5 }]);
    expect(await hears(person, 300)).toEqual([]);
  });

  it("nobody rates what has not begun", async () => {
    const stream = await concert(70);
    const person = await resident();
    await opensCard(person, stream.id);
    await person.tapsData(person.latest?.id ?? 0, `rr:${stream.id.toString(36)}.5`);
    person.sees("когда событие начнётся");
    expect(await city.services.database.rating.count({ where: { occurrenceId: stream.id } })).toBe(0);
  });

  it("the score stands on the card once five have rated, nearer to the usual one than their mean", async () => {
    const stream = await concert(-30);
    const raters = [await resident(), await resident(), await resident(), await resident(), await resident()];
    for (const [index, person] of raters.entries()) {
      const wish = {
        personId: await idOf(city.services.database, person),
        occurrenceId: stream.id,
        minutes: 60,
        createdAt: city.clock.now(),
      };
      await city.services.database.reminder.create({ data: wish });
      await opensCard(person, stream.id);
      person.doesNotSee("★");
      await person.tapsData(person.latest?.id ?? 0, `rr:${stream.id.toString(36)}.${index === 0 ? 4 : 5}`);
    }
    await opensCard(await resident(), stream.id);
    const person = raters[0];
    if (person) await opensCard(person, stream.id);
    person?.sees("★ 4,3 (5)");
  });
});
