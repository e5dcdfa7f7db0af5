import { describe, expect, it } from "vitest";
import { digestJob } from "../../../bot/digests/digest-job.ts";
import { languages } from "../../../bot/words/language.ts";
import { openCity, words } from "../../support/city.ts";
import { labels } from "../drive.ts";
import { plantArticle, wordsOf } from "./rows.ts";

/** A Friday at half past five. */
const city = openCity();

const startsWith = (all: readonly string[], beginning: string): string =>
  all.find((label) => label.startsWith(beginning.slice(0, 12))) ?? "";

const eventId = async (recordId: string) =>
  (await city.services.database.origin.findFirstOrThrow({ where: { recordId } })).eventId;

const houseId = async (origin: string) =>
  (await city.services.database.institution.findUniqueOrThrow({ where: { origin } })).id;

describe.each(languages)("news and reviews, in %s", (language) => {
  const t = words.for(language);
  const person = (name: string) => city.telegram.person(`${name} ${language}`, { languageCode: language });
  const mimi = { ru: "В «Богеме» — новая Мими", tt: "«Богема»да яңа Мими", en: "A new Mimì in La Bohème" }[language];
  const samovar = {
    ru: "Самовар остыл, а мы всё сидим",
    tt: "Самавыр суынган, ә без һаман утырабыз",
    en: "The samovar is cold, and still we sit",
  }[language];
  const critic = { ru: "Алсу Каримова", tt: "Алсу Кәримова", en: "Alsu Karimova" }[language];

  it("are a list behind the menu, an article a screen with what it is about, and back is one step", async () => {
    const alsu = person("Алсу");
    await alsu.says("/start");
    await alsu.says(t("button.menu"));
    await alsu.taps(t("article.title"));
    alsu.sees(t("article.heading"));
    alsu.sees(mimi);
    await alsu.taps(startsWith(labels(alsu), mimi));
    alsu.sees({ ru: "Гузель Хакимова", tt: "Гүзәл Хәкимова", en: "Guzel Khakimova" }[language]);
    const boheme = labels(alsu)[0] ?? "";
    expect(boheme).toMatch(/Богема|bohème/u);
    expect(labels(alsu)).toEqual(expect.arrayContaining([t("button.institution"), t("button.share")]));
    await alsu.taps(boheme);
    expect(labels(alsu)).toContain(t("button.share"));
    await alsu.taps(t("button.back"));
    alsu.sees(mimi);
    await alsu.taps(t("button.back"));
    alsu.sees(t("article.heading"));
    // The sixth is on the next page.
    await alsu.taps(t("button.later"));
    expect(alsu.screen).not.toContain(mimi);
    await alsu.taps(t("button.earlier"));
    alsu.sees(mimi);
  });

  it("a review stands on the card of its event by the name of who wrote it, and leads back to the card", async () => {
    const kate = person("Kate");
    await kate.says(`/start e_${(await eventId("theatre/uncle-vanya")).toString(36)}`);
    const title = { ru: "«Дядя Ваня»", tt: "«Ваня абый»", en: "Uncle Vanya" }[language];
    kate.sees(title);
    await kate.taps(startsWith(labels(kate), t("article.button.review", { name: critic })));
    kate.sees(samovar);
    kate.sees(t("article.by", { name: critic }));
    await kate.taps(t("button.back"));
    kate.sees(title);
  });

  it("are found by words: all of them, those of a house, those of an event", async () => {
    const roza = person("Роза");
    await roza.says({ ru: "что нового?", tt: "нинди яңалыклар бар?", en: "What's new?" }[language]);
    roza.sees(t("article.heading"));
    await roza.says({ ru: "новости", tt: "яңалыклар", en: "news" }[language]);
    roza.sees(t("article.hint"));
    await roza.says(
      { ru: "новости театра Качалова", tt: "Качалов театры яңалыклары", en: "news of the Kachalov theatre" }[language],
    );
    roza.sees(samovar);
    expect(roza.screen).not.toContain(mimi);
    await roza.taps(t("button.back"));
    expect(labels(roza)).toContain(t("article.button.count", { count: 1 }));
    await roza.says({ ru: "новости театра", tt: "театр яңалыклары", en: "theatre news" }[language]);
    roza.sees(mimi);
    roza.sees(samovar);
    await roza.says({ ru: "рецензия на Дядю Ваню", tt: "Ваня абый рецензия", en: "review of Uncle Vanya" }[language]);
    roza.sees(samovar);
    expect(roza.screen).not.toContain(mimi);
  });

  it("stand in the search below what is on, those called so first, and are the answer where nothing else is", async () => {
    const marat = person("Марат");
    const word = `${{ ru: "Каравансарай", tt: "Кәрвансарай", en: "Caravanserai" }[language]}`;
    const title = `${word}: ${{ ru: "ремонт", tt: "төзекләндерү", en: "repairs" }[language]}`;
    const id = await plantArticle(city, { texts: { [language]: wordsOf(title) } });
    await marat.says("/start");
    await marat.says(word);
    marat.sees(t("article.found"));
    await marat.taps(startsWith(labels(marat), title));
    marat.sees(title);
    await marat.says({ ru: "Дядя Ваня", tt: "Ваня абый", en: "Uncle Vanya" }[language]);
    marat.sees(t("article.found"));
    marat.sees(samovar);
    // A section or a day alone asks for no news.
    await marat.says({ ru: "концерты завтра", tt: "иртәгә концертлар", en: "concerts tomorrow" }[language]);
    expect(marat.screen).not.toContain(t("article.found"));
    await city.services.database.article.delete({ where: { id } });
  });

  it("lead to their institution and their collection, and back to what was read", async () => {
    const { database } = city.services;
    const lena = person("Лена");
    const collection = await database.collection.findFirstOrThrow({
      where: { publishedAt: { lte: city.clock.now() }, withdrawnAt: null },
      include: { texts: true },
    });
    const links = { eventIds: [], collectionIds: [collection.id] };
    const title = `Читайте ${language}`;
    const institutionId = await houseId("demo:opera");
    const id = await plantArticle(city, { institutionId, links, texts: { [language]: wordsOf(title) } });
    await lena.says("/start");
    await lena.says(`/start n_${id.toString(36)}`);
    lena.sees(title);
    await lena.taps(t("button.institution"));
    lena.sees(t("house.coming"));
    await lena.taps(t("button.back"));
    lena.sees(title);
    await lena.taps(collection.texts.find((text) => text.language === language)?.title ?? "");
    await lena.taps(t("button.back"));
    lena.sees(title);
    await database.article.delete({ where: { id } });
  });

  it("stand in the digest of whoever follows the house, with the reason, and come to nobody else", async () => {
    const [ivan, other] = [person("Иван"), person("Пётр")];
    for (const someone of [ivan, other]) {
      await someone.says("/settings");
      await someone.taps(t("digest.button.open"));
      await someone.taps(t("digest.button.default_daily", { time: "10:00" }));
    }
    await ivan.says(`/start h_${(await houseId("demo:opera")).toString(36)}`);
    await ivan.taps(t("house.follow"));
    const morning = new Date("2026-11-21T07:00:00Z");
    city.clock.advance({ seconds: Math.max(0, (morning.getTime() - city.clock.now().getTime()) / 1_000) });
    await digestJob(city.services).run(city.clock.now());
    await city.deliver();
    if (language !== languages[0]) return;
    ivan.sees(t("digest.articles"));
    ivan.sees(t("digest.article", { kind: t("article.kind.news"), title: mimi }));
    expect(ivan.screen).toMatch(/новая Мими · вы следите: Театр оперы/u);
    expect(other.screen).not.toContain(mimi);
    await ivan.taps(startsWith(labels(ivan), mimi));
    ivan.sees("Гузель Хакимова");
    expect(labels(ivan)).toContain(t("article.title"));
  });
});

it("is one at a time in simple mode, with three buttons at most", async () => {
  const t = words.for("ru");
  const baba = city.telegram.person("Зухра", { languageCode: "ru" });
  await baba.says("/start");
  await baba.says("/settings");
  await baba.taps(t("simple.on"));
  await baba.says("новости");
  baba.sees("новая Мими");
  expect(labels(baba).length).toBeLessThanOrEqual(3);
  await baba.taps(t("remind.open"));
  baba.sees("Гузель Хакимова");
  baba.sees(t("article.picture_alt", { what: "Окно мансарды" }));
  expect(labels(baba).length).toBeLessThanOrEqual(3);
  await baba.taps(t("button.back"));
  await baba.taps(t("simple.more"));
  baba.sees("Читальный зал");
});

it("of a Night stands on its page; what was withdrawn is gone for its link", async () => {
  const t = words.for("ru");
  const { database } = city.services;
  const ivan = city.telegram.person("Фёдор", { languageCode: "ru" });
  const { id } = await database.collection.findUniqueOrThrow({ where: { origin: "demo:night" } });
  await ivan.says(`/start kc_${id.toString(36)}`);
  await ivan.taps(t("article.button.count", { count: 1 }));
  ivan.sees("автобусы ходят до двух");
  await ivan.taps(t("button.back"));
  expect(labels(ivan)).toContain(t("article.button.count", { count: 1 }));
  const { id: articleId } = await database.article.findUniqueOrThrow({ where: { origin: "demo:night-buses" } });
  await ivan.says(`/start n_${articleId.toString(36)}`);
  ivan.sees("пункты обогрева");
  await database.article.update({ where: { id: articleId }, data: { withdrawnAt: city.clock.now() } });
  await ivan.says(`/start n_${articleId.toString(36)}`);
  ivan.sees(t("article.gone"));
});
