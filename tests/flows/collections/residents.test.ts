import { describe, expect, it } from "vitest";
import { languages } from "../../../bot/words/language.ts";
import { collectionWords } from "../../../prisma/seed/night/collections.ts";
import { openCity, words } from "../../support/city.ts";

/** The Night of the demo city as residents walk through it. */
const city = openCity();

describe.each(languages)("a resident who reads %s", (language) => {
  const t = words.for(language);
  const night = collectionWords.night[language].title;

  it("finds the Night from the menu, looks through it three ways, and goes its route", async () => {
    const alsu = city.telegram.person(`Алсу ${language}`, { languageCode: language });
    await alsu.says("/start");
    await alsu.says(t("button.menu"));
    await alsu.taps(t("collection.title"));
    alsu.sees(night);
    await alsu.taps(night);
    alsu.sees(t("collection.size", { events: 30, places: 10 }));
    await alsu.taps(t("collection.button.hour"));
    await alsu.taps(t("collection.button.place"));
    await alsu.taps(t("collection.button.section"));
    await alsu.taps(t("button.later"));
    await alsu.taps(t("button.earlier"));
    await alsu.taps(t("button.back"));
    await alsu.taps(t("collection.button.route"));
    expect(alsu.latest?.keyboard[0]?.[0]).toMatchObject({ url: expect.stringContaining("rtext=") });
  });
});
