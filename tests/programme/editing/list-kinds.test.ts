import { describe, expect, it } from "vitest";
import { guessEvents } from "../../../bot/programme/editing/extract/list/extract-list.ts";
import { reading } from "../../feeds/cases/case.ts";
import { writtenDate, writtenPrice } from "../../feeds/cases/written.ts";
import { city } from "./poster-figures.ts";

/** "«Теремок» | 2026-12-05 11:00 | 300 RUB", a line an event. */
const read = (lines: readonly string[]): string[] =>
  guessEvents({ text: lines.join("\n") }, city, reading).map(({ title, dates, price }) =>
    [title?.value, dates.map(({ value }) => writtenDate(value)).join(", "), price && writtenPrice(price.value)]
      .filter(Boolean)
      .join(" | "),
  );

describe("a list", () => {
  it.each([
    {
      why: "has its days below the titles",
      text: ["🎭 «Теремок»", "🗓 5 декабря, 11:00", "💳 300 ₽", "", "🎭 «Морозко»", "🗓 6 декабря, 13:00", "💳 400 ₽"],
      events: ["«Теремок» | 2026-12-05 11:00 | 300 RUB", "«Морозко» | 2026-12-06 13:00 | 400 RUB"],
    },
    {
      why: "has titles above its days and what they are below, without empty lines",
      text: [
        ...["Репертуар", "Спектакль «Ревизор»", "4 декабря, 18:30", "Комедия Гоголя"],
        ...["Спектакль «Гроза»", "6 декабря, 17:00", "Драма Островского"],
        ...["Качаловский театр, билеты 300–900 рублей"],
      ],
      events: [
        "Спектакль «Ревизор» | 2026-12-04 18:30 | 300–900 RUB",
        "Спектакль «Гроза» | 2026-12-06 17:00 | 300–900 RUB",
      ],
    },
    {
      why: "names its week once and then weekdays",
      text: [
        ...["ПРОГРАММА", "30 ноября – 6 декабря", "", "ПОНЕДЕЛЬНИК", "18:00 Киноклуб «Ретро», 16+", ""],
        ...["СРЕДА", "19:00 Лекция о музыке Яхина", "", "ПЯТНИЦА", "18:30 Вечер романса", "Вход 200 руб."],
      ],
      events: [
        "Киноклуб «Ретро» | 2026-11-30 18:00",
        "Лекция о музыке Яхина | 2026-12-02 19:00",
        "Вечер романса | 2026-12-04 18:30 | 200 RUB",
      ],
    },
    {
      why: "names its month once and then days with their weekdays",
      text: ["Афиша на декабрь", "4 пт 18:30 — «Ревизор»", "вс 6, 17:00 — «Гроза»", "8 вт 18:30 — «Чайка»"],
      events: ["«Ревизор» | 2026-12-04 18:30", "«Гроза» | 2026-12-06 17:00", "«Чайка» | 2026-12-08 18:30"],
    },
    {
      why: "has several events below one day",
      text: [
        ...["Суббота, 5 декабря", "12:00", "Мастерская «Калфак»", "400 ₽", "", "17:00", "Концерт «Эхо»", "600 ₽", ""],
        ...["Воскресенье, 6 декабря", "13:00", "Лекция «Золото Болгара»", "Бесплатно"],
      ],
      events: [
        "Мастерская «Калфак» | 2026-12-05 12:00 | 400 RUB",
        "Концерт «Эхо» | 2026-12-05 17:00 | 600 RUB",
        "Лекция «Золото Болгара» | 2026-12-06 13:00 | free",
      ],
    },
    {
      why: "is numbered",
      text: [
        "1️⃣ «Снежная королева» — 26 декабря в 11:00, 350 руб.",
        "2️⃣ «Щелкунчик» — 27 декабря в 11:00, 400 руб.",
        "3) Ёлка в парке — 28 декабря в 11:00, 300 руб.",
      ],
      events: [
        "«Снежная королева» | 2026-12-26 11:00 | 350 RUB",
        "«Щелкунчик» | 2026-12-27 11:00 | 400 RUB",
        "Ёлка в парке | 2026-12-28 11:00 | 300 RUB",
      ],
    },
    {
      why: "has several days above one title",
      text: ["4 декабря, 18:30", "11 декабря, 18:30", "«Вишнёвый сад»", "", "6 декабря, 17:00", "«Ревизор»"],
      events: ["«Вишнёвый сад» | 2026-12-04 18:30, 2026-12-11 18:30", "«Ревизор» | 2026-12-06 17:00"],
    },
  ])("$why", ({ text, events }) => {
    expect(read(text)).toEqual(events);
  });

  it.each([
    {
      why: "two shows of one play, each in a hall of its own",
      text: ["Спектакль «Тартюф»", "", "5 декабря, 18:30", "Большая сцена", "", "6 декабря, 17:00", "Малая сцена"],
    },
    {
      why: "a programme of one day",
      text: ["Праздник двора", "5 декабря", "12:00", "Открытие «Зима»", "14:00", "Концерт «Эхо»"],
    },
    {
      why: "a number whose weekday is another one",
      text: ["Афиша на декабрь", "4 пн 18:30 — «Ревизор»", "6 вт 17:00 — «Гроза»", "8 ср 18:30 — «Чайка»"],
    },
  ])("is none: $why", ({ text }) => {
    expect(read(text)).toEqual([]);
  });
});
