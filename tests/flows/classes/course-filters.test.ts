import { expect, it } from "vitest";
import type { Person } from "../../../playground/people/person.ts";
import { openCity, words } from "../../support/city.ts";
import { labels } from "../drive.ts";

const city = openCity();
const t = words.for("ru");

async function opens(): Promise<Person> {
  const person = city.telegram.person("Иван", { languageCode: "ru" });
  await person.says("/classes");
  return person;
}

const titles = (person: Person) => labels(person).slice(0, labels(person).indexOf(t("classes.other_areas")));

it("narrows courses by several weekdays, the level and free places, and drops each by a chip", async () => {
  const person = await opens();
  expect(titles(person).length).toBeGreaterThanOrEqual(5);
  await person.taps(t("button.filters"));
  await person.taps("Вт");
  await person.taps("Сб");
  person.sees(t("button.chosen", { label: "Вт" }));
  await person.taps(t("course_filter.free"));
  const shown = labels(person).find((label) => label.startsWith("Показать")) ?? "";
  const count = Number(/\((\d+)\)/.exec(shown)?.[1]);
  await person.taps(shown);
  expect(labels(person)).toEqual(
    expect.arrayContaining(["× Вт", "× Сб", "× Есть места", t("button.filters_set", { count: 3 })]),
  );
  expect(titles(person).filter((label) => !/^[×Ф✓]|Сообщать/.test(label))).toHaveLength(count);
  await person.taps("× Вт");
  expect(labels(person)).not.toContain("× Вт");
  expect(labels(person)).toContain(t("button.filters_set", { count: 2 }));
});

it("offers nothing that leaves nothing, and begins anew with one tap", async () => {
  const person = await opens();
  await person.taps(t("button.filters"));
  const offered = labels(person).filter((label) => /^(Пн|Вт|Ср|Чт|Пт|Сб|Вс)$/.test(label));
  for (const day of offered) {
    await person.taps(day);
    person.sees("Показать (");
    expect(labels(person).some((label) => label === t("button.show", { count: 0 }))).toBe(false);
    await person.taps(t("button.reset"));
  }
  expect(labels(person)).not.toContain(t("button.reset"));
});
