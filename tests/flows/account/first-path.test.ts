import { describe, expect, it } from "vitest";
import { openCity } from "../../support/city.ts";
import { labels } from "../drive.ts";

const city = openCity();

/** What the first minute looks like in each language. */
const readers = [
  {
    name: "Иван",
    languageCode: "ru",
    hello: "Здравствуйте, Иван!",
    keyboard: ["Сегодня", "Завтра", "Выходные", "Рядом", "Занятия", "Меню"],
    all: "Всё на сегодня",
    inTown: "Сабантуй",
    today: "Сегодня · пт, 20 ноября",
    tonight: "Сегодня из дома · пт, 20 ноября",
    onAir: "Сейчас в эфире\n17:00  Моабитские тетради",
    title: "Джаз в Кремле",
    when: "Пт, 20 ноября, 17:10–18:50 — идёт сейчас",
    watch: "Смотреть",
    back: "Назад",
  },
  {
    name: "Алсу",
    languageCode: "tt",
    hello: "Исәнмесез, Алсу!",
    keyboard: ["Бүген кич", "Иртәгә", "Ял көннәре", "Якында", "Дәресләр", "Меню"],
    all: "Бүгенгесе барысы",
    inTown: "Сабантуй",
    today: "Бүген · 20 ноябрь, җомга",
    tonight: "Бүген кич өйдән · 20 ноябрь, җомга",
    onAir: "Хәзер туры эфирда\n17:00  Моабит дәфтәрләре",
    title: "Кремльдә джаз",
    when: "20 ноябрь, җомга, 17:10–18:50 — хәзер бара",
    watch: "Карау",
    back: "Кире",
  },
  {
    name: "Kate",
    languageCode: "en-GB",
    hello: "Hello, Kate!",
    keyboard: ["Tonight", "Tomorrow", "Weekend", "Near me", "Classes", "Menu"],
    all: "Everything today",
    inTown: "Sabantuy",
    today: "Today · Fri 20 November",
    tonight: "Tonight from home · Fri 20 November",
    onAir: "On air now\n17:00  The Moabit Notebooks",
    title: "Jazz in the Kremlin",
    when: "Fri 20 November, 17:10–18:50 – on now",
    watch: "Watch",
    back: "Back",
  },
] as const;

/** What leads to another language is written in it. */
const otherLanguages = {
  ru: ["Башка тел", "Another language"],
  tt: ["Другой язык", "Another language"],
  "en-GB": ["Другой язык", "Башка тел"],
} as const;

describe.each(readers)("$name, who speaks $languageCode,", ({ name, languageCode, ...words }) => {
  const person = () => city.telegram.person(name, { languageCode });

  it("is greeted by name, with the main ways in below the text field", async () => {
    await person().says("/start");
    expect(person().chat.some(({ text }) => text.startsWith(words.hello))).toBe(true);
    expect(
      person()
        .replyKeyboard?.keyboard.flat()
        .map((key) => (typeof key === "string" ? key : key.text)),
    ).toEqual(words.keyboard);
    expect(person().replyKeyboard).toMatchObject({ is_persistent: true, resize_keyboard: true });
  });

  it("reads of the other languages in these, and opens all of today, what is in town as well", async () => {
    for (const line of otherLanguages[languageCode]) person().sees(line);
    await person().taps(words.all);
    person().sees(words.today);
    expect(labels(person()).join()).toContain(words.inTown);
  });

  it("sees tonight in one tap, what is on air first", async () => {
    const before = person().chat.length;
    await person().taps(words.keyboard[0]);
    person().sees(words.tonight);
    person().sees(words.onAir);
    // Their own tap and one answer.
    expect(person().chat).toHaveLength(before + 2);
  });

  it("holds the card with its stream in two, in the same message", async () => {
    const list = person().latest?.id;
    await person().taps(words.title);
    person().sees(words.title);
    person().sees(words.when);
    expect(labels(person())).toContain(words.watch);
    expect(person().latest?.id).toBe(list);
  });

  it("is back at the list in one more", async () => {
    await person().taps(words.back);
    person().sees(words.tonight);
  });
});

it("speaks the city's language to those whose Telegram speaks none of ours", async () => {
  const pierre = city.telegram.person("Pierre", { languageCode: "fr" });
  await pierre.says("/start");
  expect(pierre.chat.some(({ text }) => text.startsWith("Здравствуйте, Pierre!"))).toBe(true);
  // The way to another language stands in it, readable to whoever does not read Russian.
  expect(labels(pierre).slice(-2)).toEqual(["Татарча", "English"]);
  expect(labels(pierre).filter((label) => /^\d\d:\d\d /.test(label))).toHaveLength(3);
});
