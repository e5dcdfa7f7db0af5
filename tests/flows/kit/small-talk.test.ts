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

it.each(["ru", "tt", "en"] as const)(
  "a voice message gets a kind sentence and the way to a human, in %s",
  async (languageCode) => {
    const person = city.telegram.person(`Speaks ${languageCode}`, { languageCode });
    const t = words.for(languageCode);
    await person.sendsVoice();
    person.sees(t("said.voice"));
    expect(labels(person)).toContain(t("thread.button.hand_on"));
  },
);

it("help is what one can do from here, in the state that one is in", async () => {
  const person = city.telegram.person("Новенькая", { languageCode: "ru" });
  const t = words.for("ru");
  await person.says("/help");
  person.sees(t("help.classes"));
  expect(labels(person)).toContain(t("classes.button"));
});
