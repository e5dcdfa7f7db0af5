import { expect, it } from "vitest";
import { openCity } from "../../support/city.ts";
import { labels } from "../drive.ts";

const city = openCity();

it.each([
  ["ru", "компьютер", "Компьютер для начинающих"],
  ["ru", "курсы смартфона", "Смартфон с нуля"],
  ["ru", "гитаре", "Гитара: пять аккордов"],
  ["tt", "смартфон өйрәнү", "Смартфон – башыннан ук"],
  ["tt", "чигү", "Татар чигүе"],
  ["en", "computer class", "Computer for beginners"],
  ["en", "knitting", "Knit socks and mittens"],
  ["en", "gitara", "Guitar: five chords"],
] as const)("in %s, typing “%s” offers “%s”", async (languageCode, typed, title) => {
  const person = city.telegram.person(`Reader ${languageCode}`, { languageCode });
  await person.says(typed);
  expect(labels(person)).toContain(title);
  await person.taps(title);
  person.sees(title);
});

it.each(["Гимнастика", "photography", "кул эшләре", "рисование"])("finds a subject by its name: %s", async (typed) => {
  const person = city.telegram.person("Иван", { languageCode: "ru" });
  await person.says(typed);
  expect(person.screen).toMatch(/есть занятия: /iu);
});

it.each(["джаз в субботу", "опера", "100%", "_", "\\"])("offers no class to whoever looks for “%s”", async (typed) => {
  const person = city.telegram.person("Иван", { languageCode: "ru" });
  await person.says(typed);
  expect(person.screen).not.toMatch(/есть занятия/iu);
});

it("does not say that nothing was found where there is a class", async () => {
  const person = city.telegram.person("Иван", { languageCode: "ru" });
  await person.says("рисование");
  person.sees("Событий по запросу «рисование» нет, зато есть занятия: ");
  person.doesNotSee("ничего не нашлось");
});
