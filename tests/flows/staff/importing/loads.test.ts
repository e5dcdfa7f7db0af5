import { expect, it } from "vitest";
import { RunningImports } from "../../../../bot/feeds/preview/running.ts";
import type { Person } from "../../../../playground/people/person.ts";
import { idOf } from "../../../support/addresses.ts";
import { openBothDoors } from "../../../support/both-doors.ts";
import { words } from "../../../support/city.ts";
import { roleRow } from "../../../support/factories/person.ts";
import { colleague } from "../team.ts";

const city = openBothDoors();
const languages = ["ru", "tt", "en"] as const;

const titled = (title: string) => city.services.database.event.count({ where: { texts: { some: { title } } } });

/** A plan of a whole season: `count` rows under a title row, as houses of culture write it. */
const plan = (count: number, house: string) =>
  [
    `План мероприятий;;;;;`,
    "№;Наименование мероприятия;Дата;Время;Место проведения;Стоимость",
    ...Array.from({ length: count }, (_, index) => {
      const day = `${String((index % 28) + 1).padStart(2, "0")}.12.2026`;
      return `${index + 1};Концерт ${house} ${index + 1};${day};${10 + (index % 10)}:00;Зал ${house};${100 + index} руб.`;
    }),
  ].join("\r\n");

async function editorOf(language: string, name: string): Promise<Person> {
  const { database } = city.services;
  const person = await colleague(city, language);
  const { id } = await database.institution.create({ data: { texts: { create: { language: "ru", name } } } });
  const personId = await idOf(database, person);
  await database.staffRole.create({ data: roleRow(city.clock.now(), { personId, role: "editor", institutionId: id }) });
  return person;
}

it("a table of 300 rows is loaded in three taps, however long reading and writing it take", async () => {
  const t = words.for("ru");
  const { services } = city;
  const usual = services.imports;
  const admin = await colleague(city, "ru", "admin");
  const hasSaid = (words: string): boolean => admin.chat.some(({ text }) => text?.includes(words));
  // Every import is too long for its chat here, and is told when it is over.
  services.imports = new RunningImports({ patience: 0 });
  await admin.sendsDocument("план.csv", plan(300, "ДК"));
  await services.imports.idle();
  await admin.taps(t("importing.show"));
  expect(hasSaid(t("importing.created", { count: 300 }))).toBe(true);
  await admin.taps(t("importing.confirm", { count: 300 }));
  await services.imports.idle();
  services.imports = usual;
  expect(hasSaid(t("importing.done"))).toBe(true);
  const where = { texts: { some: { title: { startsWith: "Концерт ДК" } } } };
  expect(await services.database.event.count({ where })).toBe(300);
});

it.each(languages)(
  "two institutions load tables with the same numbers in %s, and neither touches the other's",
  async (language) => {
    const t = words.for(language);
    const [one, other] = [`Дом ${language}`, `Музей ${language}`];
    const [alsu, timur] = [await editorOf(language, one), await editorOf(language, other)];
    await alsu.sendsDocument("план.csv", plan(2, one));
    await alsu.taps(t("importing.confirm", { count: 2 }));
    await timur.sendsDocument("план.csv", plan(2, other));
    timur.sees(t("importing.created", { count: 2 }));
    await timur.taps(t("importing.confirm", { count: 2 }));
    for (const house of [one, other]) expect(await titled(`Концерт ${house} 1`)).toBe(1);
    const foreign = `Название;Начало;Учреждение\nЧужой концерт;05.12.2026 18:30;${one}`;
    await timur.sendsDocument("чужое.csv", foreign);
    timur.sees(t("importing.problem.not_yours", { said: one }));
    timur.sees(t("importing.nothing"));
    await timur.taps(t("button.cancel"));
    expect(await titled("Чужой концерт")).toBe(0);
  },
);

it.each(languages)("a load is undone in %s: what it made goes, and who waits for it is told", async (language) => {
  const t = words.for(language);
  const { database } = city.services;
  const admin = await colleague(city, language, "admin");
  const resident = await colleague(city, language);
  const [kept, gone] = [`Вечер ${language}`, `Утро ${language}`];
  await admin.sendsDocument(
    "план.csv",
    `Название;Начало;Место\n${kept};05.12.2026 18:30;Зал\n${gone};06.12.2026 10:00;Зал`,
  );
  await admin.taps(t("importing.confirm", { count: 2 }));
  const date = await database.occurrence.findFirstOrThrow({ where: { event: { texts: { some: { title: kept } } } } });
  const personId = BigInt(await idOf(database, resident));
  await database.reminder.create({
    data: { personId, occurrenceId: date.id, minutes: 60, createdAt: city.clock.now() },
  });
  await admin.taps(t("importing.loads.open"));
  admin.sees(t("importing.loads.made", { count: 2 }));
  await admin.taps(t("importing.loads.undo"));
  admin.sees(t("importing.loads.told", { count: 1 }));
  await admin.taps(t("importing.loads.confirm"));
  admin.sees(t("importing.loads.undone"));
  admin.sees(t("importing.loads.deleted", { count: 1 }));
  admin.sees(t("importing.loads.withdrawn", { count: 1 }));
  expect([await titled(kept), await titled(gone)]).toEqual([1, 0]);
  await city.deliver();
  resident.sees(kept);
  const said = resident.chat.length;
  await city.deliver();
  expect(resident.chat).toHaveLength(said);
});

it.each(languages)("what left the file is listed in %s and withdrawn only when somebody says so", async (language) => {
  const t = words.for(language);
  const admin = await colleague(city, language, "admin");
  const house = `Клуб ${language}`;
  const rows = (...names: string[]) =>
    ["Название;Начало;Учреждение", ...names.map((name) => `${name} ${language};05.12.2026 18:30;${house}`)].join("\n");
  await admin.sendsDocument("план.csv", rows("Танцы", "Шахматы"));
  await admin.taps(t("importing.confirm", { count: 2 }));
  await admin.sendsDocument("план.csv", rows("Танцы", "Лото"));
  admin.sees(t("importing.missing", { count: 1 }));
  await admin.taps(t("importing.confirm", { count: 1 }));
  await admin.taps(t("importing.loads.open"));
  await admin.taps(t("importing.loads.missing", { count: 1 }));
  admin.sees(`Шахматы ${language}`);
  await admin.taps(t("importing.loads.withdraw_all", { count: 1 }));
  await admin.taps(t("importing.loads.withdraw_confirm"));
  admin.sees(t("importing.loads.taken", { count: 1 }));
  const where = { texts: { some: { title: `Шахматы ${language}` } } };
  expect((await city.services.database.event.findFirstOrThrow({ where })).withdrawnAt).not.toBeNull();
});

it.each(languages)("the column of titles is asked for in %s where no heading says it", async (language) => {
  const t = words.for(language);
  const admin = await colleague(city, language, "admin");
  await admin.sendsDocument("план.csv", `Что будет;Дата;Место\nПосиделки ${language};05.12.2026 18:30;Зал`);
  admin.sees(t("importing.which_title"));
  await admin.taps("Что будет");
  admin.sees(`Посиделки ${language}`);
  await admin.taps(t("importing.confirm", { count: 1 }));
  expect(await titled(`Посиделки ${language}`)).toBe(1);
});

it("at MAX a table is loaded and undone as at Telegram", async () => {
  const t = words.for("ru");
  const { database } = city.services;
  const admin = city.max.person("Админ", { languageCode: "ru" });
  await admin.says("/start");
  const address = await database.address.findFirstOrThrow({ where: { door: "max" } });
  await database.staffRole.create({
    data: roleRow(city.clock.now(), { personId: Number(address.personId), role: "admin" }),
  });
  const bytes = Buffer.from("Название;Начало;Место\nВ максе;05.12.2026 18:30;Зал");
  await admin.sendsFile({ type: "file", fileName: "план.csv", mimeType: "text/csv", bytes });
  await admin.taps(t("importing.confirm", { count: 1 }));
  expect(await titled("В максе")).toBe(1);
  await admin.taps(t("importing.loads.open"));
  await admin.taps(t("importing.loads.undo"));
  await admin.taps(t("importing.loads.confirm"));
  expect(await titled("В максе")).toBe(0);
});
