import { expect, it } from "vitest";
import { openCity, words } from "../../support/city.ts";
import { labels } from "../drive.ts";

const city = openCity();

it.each([
  ["ru", "Здравствуйте!", "said.greeted"],
  ["ru", "Спасибо большое 🌷", "said.thanked"],
  ["tt", "Исәнмесез", "said.greeted"],
  ["tt", "Зур рәхмәт сезгә!", "said.thanked"],
  ["en", "Good evening", "said.greeted"],
  ["en", "Thank you.", "said.thanked"],
] as const)("in %s, answers “%s” and shows the menu", async (languageCode, said, key) => {
  const person = city.telegram.person(`Guest ${languageCode}`, { languageCode });
  const t = words.for(languageCode);
  await person.says(said);
  person.sees(t(key));
  expect(labels(person)).toContain(t("button.tonight"));
});

it("looks for whatever says more than that", async () => {
  const person = city.telegram.person("Иван", { languageCode: "ru" });
  await person.says("Спасибо, маэстро");
  person.sees("Поиск: Спасибо, маэстро");
});
