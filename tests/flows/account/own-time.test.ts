import { describe, expect, it } from "vitest";
import { idOf } from "../../support/addresses.ts";
import { openCity } from "../../support/city.ts";
import { labels } from "../drive.ts";
import { concertsIn } from "../programme/concerts.ts";

const city = openCity({ plant: false });
const { concert, owner, resident, hears } = concertsIn(city);

describe("settings", () => {
  it("quiet hours are switched off and on, and their hours chosen by buttons; reminders follow", async () => {
    const person = await resident();
    await person.says("/settings");
    person.sees("Тихие часы: 22:00–08:00");
    await person.taps("Тихие часы");
    await person.taps("С 22:00");
    expect(labels(person)).toContain("✓ 22:00");
    expect(labels(person)).not.toContain("08:00");
    await person.taps("21:00");
    person.sees("Тихие часы: 21:00–08:00");
    await person.taps("Выключить");
    person.sees("Тихие часы: выключены");
    await person.taps("Включить");
    await person.taps("Назад");
    person.sees("Тихие часы: 22:00–08:00");
  });

  it("the zone is chosen from a list or found by a shared location, which is not kept", async () => {
    const person = await resident();
    await person.says("/settings");
    await person.taps("Часовой пояс");
    await person.taps("Омск");
    person.sees("✓ Омск");
    expect(labels(person).filter((label) => /…|\D$/.test(label))).toEqual(["Найти по геопозиции", "Назад", "Меню"]);
    await person.taps("Найти по геопозиции");
    await person.says("Берлин");
    person.sees("Это не геопозиция");
    await person.sharesLocation(52.52, 13.405);
    person.sees("Готово. У вас сейчас: Берлин");
    await person.sharesLocation(55.79, 49.11);
    person.sees("Рядом с вами");
    const known = await city.services.database.person.findUnique({
      where: { id: await idOf(city.services.database, person) },
    });
    expect(known?.timeZone).toBe("Europe/Berlin");
  });

  it("a changed zone plans the reminders anew", async () => {
    // At half past three in the afternoon in Kazan it is half past ten in the evening in Vladivostok.
    const stream = await concert(210);
    const person = await owner(stream.id);
    await person.says("/settings");
    await person.taps("Часовой пояс");
    await person.taps("Владивосток");
    expect(await hears(person, 114)).toEqual([]);
    expect((await hears(person, 1))[0]).toContain("Через 1 час 35 мин, в 16:30, у вас 23:30");
  });

  it("what is kept is shown, and erased with the person", async () => {
    const stream = await concert(90);
    const person = await owner(stream.id);
    await person.says("/privacy");
    person.sees("События, о которых напоминаю: 1");
    person.sees("Тихие часы: 22:00–08:00");
    const { database } = city.services;
    const personId = await idOf(database, person);
    await person.taps("Удалить всё");
    await person.says("удалить");
    expect(await database.reminder.count({ where: { personId } })).toBe(0);
    expect(await database.delivery.count({ where: { personId } })).toBe(0);
  });
});
