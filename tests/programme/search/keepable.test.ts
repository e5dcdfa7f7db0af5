import { describe, expect, it } from "vitest";
import { isKeepable } from "../../../bot/programme/search/query/keepable.ts";

describe("a search that is kept", () => {
  it.each([
    "джаз",
    "джаз в субботу бесплатно",
    "концерт 25 декабря",
    "25.12",
    "25.12.2026",
    "2026-12-25 вечером",
    "ёлка 25.12-27.12 с 11:00 до 15:30",
    "кино 18:00 20:30",
    "концерт 5, 6, 7 и 8 марта",
    "песни 1941-1945",
    "1812, 1914",
    "до 1500 рублей",
    "12 стульев",
    "три сестры",
    "два, три или четыре мушкетёра",
    "дом культуры",
    "Дом актёра",
    "площадь Тукая концерт",
    "Кремлёвская набережная",
    "И.С. Бах, П.И. Чайковский",
    "т.е. рок",
    "театр им. Камала",
    "балет на льду 6+",
    "йорт",
    "милли китапханә",
    "өч мең сум",
    "бүген кич театр",
    "exhibition at the house of friendship",
    "jazz on Saturday",
    "one flew over the cuckoo's nest",
    "flat earth",
    "rock'n'roll",
  ])("“%s”", (text) => {
    expect(isKeepable(text)).toBe(true);
  });
});

describe("a search that is not kept", () => {
  it.each([
    // Phones in any spelling.
    "позвоните 89171234567",
    "8 917 123 45 67",
    "8-917-123-45-67",
    "+7 (917) 123-45-67",
    "8.917.123.45.67",
    "8917 1945 200",
    "8–917–123–45–67",
    "8\u00a0917\u00a0123\u00a045\u00a067",
    "тел 2-34-56",
    "562-34-56",
    "шалтыратыгыз 8 9 1 7 1 2 3 4 5 6 7",
    "８９１７１２３４５６７",
    "٨٩١٧١٢٣٤٥٦٧",
    "8️⃣9️⃣1️⃣7️⃣1️⃣2️⃣3️⃣",
    "8/917/123/45/67",
    "восемь девятьсот семнадцать сто двадцать три",
    "сигез тугыз йөз унҗиде йөз егерме өч",
    "call me eight nine one seven",
    // Papers and cards.
    "паспорт 9203 123456",
    "2200 1234 5678 9012",
    "снилс 123-456-789 00",
    "полис 1234567890123456",
    "родился 12.03.1985",
    // Mail, names, links.
    "alsu@example.org",
    "напишите @alsu_galieva",
    "alsu＠example.org",
    "https://example.org/x?id=1",
    "t.me/alsu",
    "смотри example.ru",
    "vk.com/id1",
    // Where somebody lives.
    "улица Баумана, дом 5",
    "ул. Баумана 5 кв. 12",
    "ул.Баумана",
    "на улице Тукая",
    "Баумана 12, кв 5",
    "живу в доме 7",
    "квартира 12 протекает",
    "пр. Победы, д. 46а",
    "проспект Победы 46",
    "3 подъезд не работает",
    "мкр. Азино",
    "Тукай урамы 5",
    "Бауман урамында яшим",
    "5 нче йорт",
    "йорт 5, фатир 12",
    "Тукай ур. 7",
    "Җиңү проспекты 46",
    "12 Baker Street",
    "221b baker street",
    "flat 4",
    "I live in house 7",
    "4th floor",
    // Long ones.
    "я".repeat(81),
    "очень прошу помочь мне с одной бедой, о которой я никому не рассказывал, кроме вас",
  ])("“%s”", (text) => {
    expect(isKeepable(text)).toBe(false);
  });
});

it("is decided at once about the nastiest text that a search can be", () => {
  // Quadratic would be 65,536 steps, which nobody notices; exponential would not end.
  for (const unit of ["1 ", "1.", "a.", "д ", "д.1", "один ", "(", "1\u20e3", ". ", "-", "@", "нче "]) {
    expect(typeof isKeepable(unit.repeat(128).slice(0, 80))).toBe("boolean");
  }
});
