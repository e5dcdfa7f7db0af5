import { describe, expect, it } from "vitest";
import { languages } from "../../../bot/words/language.ts";
import { collectionWords } from "../../../prisma/seed/night/collections.ts";
import { idOf } from "../../support/addresses.ts";
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
    // One number has one meaning: the list has as many rows as its first screen says.
    alsu.sees(t("list.shown", { from: 1, to: 5, total: 30 }));
    await alsu.taps(t("collection.button.place"));
    await alsu.taps(t("collection.button.section"));
    await alsu.taps(t("button.later"));
    await alsu.taps(t("button.earlier"));
    await alsu.taps(t("button.back"));
    await alsu.taps(t("collection.button.route"));
    expect(alsu.latest?.keyboard[0]?.[0]).toMatchObject({ url: expect.stringContaining("rtext=") });
  });

  it("calls it by its name, is reminded of it, chooses of it, and takes a file for the calendar", async () => {
    const alsu = city.telegram.person(`Гость ${language}`, { languageCode: language });
    await alsu.says("/start");
    await alsu.says(night.toLowerCase());
    alsu.sees(t("collection.size", { events: 30, places: 10 }));
    await alsu.taps(t("remind.button"));
    alsu.sees(t("collection.reminded"));
    // A second tap in the same place takes nothing away.
    await alsu.taps(t("remind.taken"));
    alsu.sees(t("remind.taken"));
    await alsu.taps(t("remind.forget"));
    alsu.sees(t("collection.dropped"));
    await alsu.taps(t("remind.button"));
    await alsu.taps(t("collection.button.hour"));
    const [first] = alsu.latest?.keyboard[0] ?? [];
    await alsu.taps(first?.text ?? "");
    await alsu.taps(t("remind.button"));
    await alsu.taps(t("collection.button.part", { title: night }));
    await alsu.taps(t("collection.button.route"));
    alsu.sees(t("collection.route.chosen"));
    expect(alsu.latest?.keyboard[0]?.[0]).toMatchObject({ url: expect.stringContaining("?pt=") });
    await alsu.taps(t("button.back"));
    await alsu.taps(t("button.calendar"));
    const file = Buffer.from(alsu.latest?.document?.bytes ?? []).toString("utf8");
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(file).toContain("UID:occurrence-");
  });

  it("is one thing with three buttons in simple mode", async () => {
    const roza = city.telegram.person(`Роза ${language}`, { languageCode: language });
    await roza.says("/start");
    await roza.says("/settings");
    await roza.taps(t("simple.on"));
    await roza.says(night.toLowerCase());
    await roza.taps(t("remind.button"));
    roza.sees(t("collection.reminded"));
    const labels = roza.latest?.keyboard.map((row) => row.map(({ text }) => text));
    expect(labels).toEqual([[t("collection.button.programme")], [t("simple.home_button")], [t("simple.help")]]);
  });

  it("finds the list by a word", async () => {
    const alsu = city.telegram.person(`Сосед ${language}`, { languageCode: language });
    await alsu.says("/start");
    await alsu.says({ ru: "фестивали", tt: "фестивальләр", en: "festivals" }[language]);
    alsu.sees(t("collection.hint"));
    alsu.sees(collectionWords.festival[language].title);
    await alsu.taps(collectionWords.home[language].title);
    alsu.sees(t("collection.kind.collection"));
  });
});

describe("a reminder of the whole", () => {
  it("comes the day before and three hours before, with what was chosen, and not of what was withdrawn", async () => {
    const t = words.for("ru");
    const { database } = city.services;
    const { id } = await database.collection.findFirstOrThrow({ where: { origin: "demo:kremlin-night" } });
    const ivan = city.telegram.person("Иван", { languageCode: "ru" });
    await ivan.says("/start");
    await ivan.says(`/start kc_${id.toString(36)}`);
    await ivan.taps(t("remind.button"));
    const due = await database.delivery.findMany({
      where: { kind: "collection", personId: await idOf(database, ivan) },
    });
    const starts = new Date("2026-12-05T15:00:00Z");
    expect(due.map(({ dueAt }) => (starts.getTime() - dueAt.getTime()) / 3_600_000).toSorted()).toEqual([24, 3]);
    const windsTo = (moment: string) =>
      city.clock.advance({ seconds: (Date.parse(moment) - city.clock.now().getTime()) / 1_000 });
    windsTo("2026-12-04T15:00:00Z");
    await city.deliver();
    ivan.sees(t("collection.reminder.first"));
    ivan.sees("По стенам Кремля ночью");
    await database.collection.update({ where: { id }, data: { withdrawnAt: city.clock.now() } });
    const before = ivan.latest?.id;
    windsTo("2026-12-05T12:00:00Z");
    await city.deliver();
    const [told] = await database.delivery.findMany({
      where: { kind: "collection", personId: await idOf(database, ivan), state: "cancelled" },
    });
    expect(told?.reason).toBe("the collection is gone or moved");
    expect(ivan.latest?.id).toBe(before);
  });
});
