import { describe, expect, it } from "vitest";
import { languages } from "../../../bot/words/language.ts";
import { openCity, words } from "../../support/city.ts";
import { dataOf, forges, labels } from "../drive.ts";

/** A Friday at half past five, when museums are open until eight. */
const city = openCity();

describe.each(languages)("what is there without a date, in %s", (language) => {
  const t = words.for(language);
  const title = t("always.title");
  const person = (name: string) => city.telegram.person(`${name} ${language}`, { languageCode: language });
  const exhibition = { ru: "История края", tt: "Борынгыдан бирле", en: "The land since" }[language];
  const route = { ru: "Казань за два часа", tt: "Ике сәгатьтә Казан", en: "Kazan in two hours" }[language];

  it("is a list by typing its name, by pages and shelves, with a card that says whether it is open", async () => {
    const alsu = person("Алсу");
    await alsu.says("/start");
    await alsu.says(title);
    alsu.sees(title);
    alsu.sees(exhibition);
    expect(alsu.screen).toContain(
      { ru: "открыто до 20:00", tt: "20:00гә кадәр ачык", en: "open now until 20:00" }[language],
    );
    await alsu.taps(t("button.later"));
    expect(alsu.screen).not.toContain(exhibition);
    await alsu.taps(t("button.earlier"));
    await alsu.taps(labels(alsu).find((label) => label.startsWith(exhibition.slice(0, 10))) ?? "");
    alsu.sees({ ru: "Открыто до 20:00", tt: "20:00гә кадәр ачык", en: "Open now until 20:00" }[language]);
    expect(labels(alsu)).toEqual(expect.arrayContaining([t("button.map"), t("button.share"), t("always.button.site")]));
    await alsu.taps(t("button.back"));
    await alsu.taps(t("always.button.choose"));
    await alsu.taps(t("always.button.count", { label: t("always.shelf.e_library"), count: 2 }));
    alsu.sees(t("always.heading", { shelf: t("always.shelf.e_library") }));
    alsu.sees(t("always.from_home"));
  });

  it("is sent on the map from its card", async () => {
    const maria = person("Мария");
    const { id } = await city.services.database.standingOffer.findFirstOrThrow({
      where: { origin: "demo:russian-art" },
    });
    await maria.says(`/start s_${id.toString(36)}`);
    await maria.taps(t("button.map"));
    expect(maria.latest?.venue).toBeDefined();
  });

  it("shows the stops of a route in order, each on the map with one tap", async () => {
    const kate = person("Kate");
    await kate.says(route);
    kate.sees(t("always.found"));
    // Called just so, it stands before all that begins "in two hours".
    expect(labels(kate)[0]).toMatch(new RegExp(`^${route.slice(0, 10)}`, "u"));
    await kate.taps(labels(kate).find((label) => label.startsWith(route.slice(0, 10))) ?? "");
    await kate.taps(t("always.button.stops", { count: 5 }));
    kate.sees(t("always.stops_hint"));
    const stops = dataOf(kate, "1. ");
    await kate.taps(t("button.back"));
    await kate.taps(t("button.institution"));
    await kate.taps(t("always.button.count", { label: title, count: 2 }));
    kate.sees(route);
    await forges(kate, stops);
    expect(kate.latest?.venue).toMatchObject({ title: expect.stringMatching(/^1\. /u) });
  });

  it("stands on the page of its house with the hours of that, and in a search by the words of its kind", async () => {
    const roza = person("Роза");
    const { id } = await city.services.database.institution.findFirstOrThrow({ where: { origin: "demo:library" } });
    await roza.says(`/start h_${id.toString(36)}`);
    roza.sees({ ru: "Пн–сб 09:00–20:00", tt: "Дүшәмбе–шимбә 09:00–20:00", en: "Mon–Sat 09:00–20:00" }[language]);
    await roza.says({ ru: "электронная библиотека", tt: "электрон китапханә", en: "e-library" }[language]);
    roza.sees(t("always.found"));
  });
});

it("says in the evening that it is closed, and when it opens", async () => {
  const { id } = await city.services.database.standingOffer.findFirstOrThrow({
    where: { origin: "demo:history-of-the-land" },
  });
  await city.clock.advance({ seconds: 200 * 60 });
  for (const [language, said] of [
    ["ru", "Закрыто, откроется завтра в 10:00"],
    ["tt", "Ябык, иртәгә 10:00дә ачыла"],
    ["en", "Closed, opens tomorrow at 10:00"],
  ] as const) {
    const ivan = city.telegram.person(`Иван ${language}`, { languageCode: language });
    await ivan.says(`/start s_${id.toString(36)}`);
    ivan.sees(said);
  }
});

it("is no more where staff withdrew it, and says so", async () => {
  const { database } = city.services;
  const { id } = await database.standingOffer.findFirstOrThrow({ where: { origin: "demo:folk-songs" } });
  await database.standingOffer.update({ where: { id }, data: { withdrawnAt: city.clock.now() } });
  const ivan = city.telegram.person("Иван");
  await ivan.says(`/start s_${id.toString(36)}`);
  ivan.sees(words.for("ru")("always.gone"));
  await ivan.says("песни деревень");
  expect(ivan.screen).not.toContain("Песни деревень");
});
