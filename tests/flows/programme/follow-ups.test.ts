import { describe, expect, it } from "vitest";
import type { Person } from "../../../playground/people/person.ts";
import { openCity, words } from "../../support/city.ts";
import { labels } from "../drive.ts";

const city = openCity();
let count = 0;

async function says(...sentences: string[]): Promise<Person> {
  count += 1;
  const person = city.telegram.person(`Продолжает ${count}`, { languageCode: "ru" });
  for (const sentence of sentences) await person.says(sentence);
  return person;
}

const titleOf = (label: string): string => label.replace(/^.*?\d\d:\d\d /u, "").replace(/…$/u, "");
const t = words.for("ru");

describe("behind a list", () => {
  it.each(["второй", "покажи второй", "2", "номер 2"])("«%s» opens its second row", async (said) => {
    const person = await says("концерты");
    const second = titleOf(labels(person)[1] ?? "");
    await person.says(said);
    person.sees(second);
    expect(labels(person)).toContain(t("remind.button"));
  });

  it("a list of the menu has rows as well", async () => {
    const person = await says("Завтра");
    const first = titleOf(labels(person)[0] ?? "");
    await person.says("первое");
    person.sees(first);
  });

  it.each(["а завтра?", "лучше завтра", "нет, завтра"])("«%s» asks the same for another day", async (said) => {
    const person = await says("концерты сегодня", said);
    person.sees("концерты завтра");
  });

  it.each([
    ["Сегодня", "а завтра?", "Поиск: завтра вечером"],
    ["сегодня вечером", "а завтра?", "завтра вечером"],
    ["концерты сегодня вечером", "а завтра?", "концерты завтра вечером"],
    ["Сегодня", "а в субботу утром?", "в субботу утром"],
  ])("behind «%s» «%s» is asked of the same part of the day", async (first, then, seen) => {
    (await says(first, then)).sees(seen);
  });

  it.each([
    ["tt", "кич"],
    ["en", "in the evening"],
  ] as const)("in %s the evening stays too", async (languageCode, evening) => {
    const person = city.telegram.person(`Дәвам итә ${languageCode}`, { languageCode });
    const there = words.for(languageCode);
    await person.says(there("key.tonight"));
    await person.says({ tt: "ә иртәгә?", en: "and tomorrow?" }[languageCode]);
    person.sees(evening);
    person.sees(
      there("search.understood", { terms: { tt: "иртәгә · кич", en: "tomorrow · in the evening" }[languageCode] }),
    );
  });

  it("«что ещё» turns the page, and says when there is none", async () => {
    const person = await says("концерты", "что ещё");
    person.sees("6–");
    for (let pages = 0; pages < 9 && !person.screen.includes(t("search.no_more")); pages += 1) await person.says("ещё");
    person.sees(t("search.no_more"));
  });

  it("a number that no row has, and one after half an hour, are read as they were before", async () => {
    const person = await says("концерты", "9");
    person.doesNotSee(t("remind.button"));
    await person.says("концерты");
    city.clock.advance({ seconds: 31 * 60 });
    await person.says("второй");
    person.sees("Поиск: второй");
  });

  it("without a list «а завтра?» is about all", async () => {
    (await says("а завтра?")).sees("а завтра?");
  });
});
