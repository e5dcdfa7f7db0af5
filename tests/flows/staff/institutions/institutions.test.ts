import { describe, expect, it } from "vitest";
import { institutionCallback, institutionWordsCallback } from "../../../../flows/staff/institutions/callbacks.ts";
import type { Person } from "../../../../playground/people/person.ts";
import { idOf } from "../../../support/addresses.ts";
import { openCity, words } from "../../../support/city.ts";
import { roleRow } from "../../../support/factories/person.ts";
import { forges, labels } from "../../drive.ts";
import { colleague, fire } from "../team.ts";

const city = openCity({ plant: false });

const called = (name: string) =>
  city.services.database.institution.findFirst({
    where: { texts: { some: { name } } },
    include: { texts: true, place: { include: { texts: true } } },
  });

async function editorOf(institutionId: number, language = "ru"): Promise<Person> {
  const editor = await colleague(city, language);
  const personId = await idOf(city.services.database, editor);
  await city.services.database.staffRole.create({
    data: roleRow(city.clock.now(), { personId, role: "editor", institutionId }),
  });
  return editor;
}

const house = (name: string) =>
  city.services.database.institution.create({ data: { texts: { create: { language: "ru", name } } } });

describe.each([
  { language: "ru", first: "Дом музыки", others: ["Музыка йорты", "Music House"] },
  { language: "tt", first: "Җыр йорты", others: ["Дом песни", "Song House"] },
  { language: "en", first: "House of Dance", others: ["Дом танца", "Бию йорты"] },
] as const)("institutions in $language", ({ language, first, others }) => {
  const t = words.for(language);

  it("are made by one question at a time, with a way back at each, and changed", async () => {
    const admin = await colleague(city, language, "admin");
    await admin.says("/staff");
    await admin.taps(t("institution.title"));
    await admin.taps(t("institution.button.new"));
    admin.sees(t("institution.ask.name"));
    await admin.says("Опечатка");
    admin.sees(t("institution.ask.address"));
    await admin.taps(t("button.back"));
    await admin.says(first);
    await admin.says("Баумана, 5");
    await admin.says(others[0]);
    await admin.taps(t("button.back"));
    await admin.says(others[0]);
    await admin.says(others[1]);
    admin.sees(t("institution.ask.place"));
    await admin.says("там");
    await admin.sends({ location: { latitude: 55.79, longitude: 49.11 } });
    admin.sees(t("institution.made"));
    admin.sees("Баумана, 5");
    admin.sees(t("institution.on_map"));
    const made = await called(first);
    expect(made?.texts.map(({ name }) => name).toSorted()).toEqual([first, ...others].toSorted());
    expect(made?.place).toMatchObject({ latitude: 55.79, longitude: 49.11 });
    expect(await called("Опечатка")).toBeNull();

    const better = `The Better Name of ${first}`;
    await admin.taps(t("language.name.en"));
    await admin.says("Another Name");
    await admin.taps(t("button.back"));
    await admin.says(better);
    await admin.says("5 Bauman Street");
    admin.sees(better);
    expect(await called("Another Name")).toBeNull();
    expect((await called(better))?.id).toBe(made?.id);

    await admin.taps(t("institution.button.place"));
    await admin.sends({ location: { latitude: 55.8, longitude: 49.2 } });
    admin.sees(t("programme.done"));
    expect((await called(better))?.place).toMatchObject({ latitude: 55.8, longitude: 49.2 });
    await admin.taps(t("institution.title"));
    admin.sees(t("institution.title"));
  });
});

it("are an editor's own alone, whose words they write", async () => {
  const t = words.for("ru");
  const [own, other] = [await house("Свой театр"), await house("Чужой театр")];
  const editor = await editorOf(own.id);
  await editor.says("/staff");
  await editor.taps(t("institution.title"));
  expect(labels(editor)).toEqual(["Свой театр", t("staff.button.menu")]);
  await editor.taps("Свой театр");
  expect(labels(editor)).not.toContain(t("institution.button.place"));
  await editor.taps(t("language.name.ru"));
  await editor.taps(t("programme.button.keep"));
  await editor.says("Кремлёвская, 3");
  editor.sees("Свой театр, Кремлёвская, 3");

  await forges(editor, institutionCallback.data(other.id));
  editor.sees(t("staff.not_open"));
  await forges(editor, institutionWordsCallback.data({ institutionId: other.id, language: "ru" }));
  editor.sees(t("staff.not_open"));
});

it("are not written by whoever loses their role meanwhile", async () => {
  const t = words.for("en");
  const admin = await colleague(city, "en", "admin");
  await admin.says("/staff");
  await admin.taps(t("institution.title"));
  await admin.taps(t("institution.button.new"));
  await admin.says("Never Opened");
  for (let count = 0; count < 3; count += 1) await admin.taps(t("programme.button.skip"));
  await fire(city, admin);
  await admin.taps(t("programme.button.skip"));
  admin.sees(t("staff.not_open"));
  expect(await called("Never Opened")).toBeNull();
});

it("are found by a part of the name where there are many", async () => {
  const t = words.for("ru");
  for (let number = 1; number <= 12; number += 1) await house(`Библиотека № ${number}`);
  const admin = await colleague(city, "ru", "admin");
  await admin.says("/staff");
  await admin.taps(t("institution.title"));
  await admin.taps(t("button.later"));
  await admin.taps(t("button.search"));
  await admin.says("библиотека 11");
  await admin.taps("Библиотека № 11");
  admin.sees("Библиотека № 11");
});

it("are made on the way to a new event, when it is saved", async () => {
  const t = words.for("ru");
  const admin = await colleague(city, "ru", "admin");
  const toInstitution = async (title: string) => {
    await admin.says("/staff");
    await admin.taps(t("programme.title"));
    await admin.taps(t("programme.button.new"));
    await admin.says(title);
    await admin.taps(t("programme.button.skip"));
    await admin.taps(t("programme.button.online"));
    await admin.taps(t("section.music"));
    for (let count = 0; count < 5; count += 1) await admin.taps(t("programme.button.skip"));
    await admin.says("Студия звука");
  };
  for (const title of ["Первый вечер", "Второй вечер"]) {
    await toInstitution(title);
    await admin.taps(
      title === "Первый вечер" ? t("programme.button.new_institution", { name: "Студия звука" }) : "Студия звука",
    );
    admin.sees(t("programme.saved_without_dates"));
  }
  const made = await called("Студия звука");
  expect(await city.services.database.event.count({ where: { institutionId: made?.id ?? 0 } })).toBe(2);
});
