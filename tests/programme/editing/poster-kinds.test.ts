import { describe, expect, it } from "vitest";
import { guessEvent } from "../../../bot/programme/editing/extract/extract-event.ts";
import { withPlainFigures } from "../../../bot/programme/editing/extract/extracted.ts";
import { reading } from "../../feeds/cases/case.ts";
import { writtenDate, writtenPrice } from "../../feeds/cases/written.ts";

const nothing = { places: [], institutions: [] };
const guess = (text: string) => guessEvent({ text }, nothing, reading);

describe("a title has neither its age nor its price behind it", () => {
  it.each([
    ["5 декабря 18:00 | Орган ночью | 600 ₽", "Орган ночью"],
    ["Fri 4 Dec | 7 pm | Organ by night | RUB 600", "Organ by night"],
    ["5 декабря, 12:00 – «Коза-дереза», 3+", "«Коза-дереза»"],
    ["5 декабря, 12:00 Громкие чтения «Зимовье» (3+)", "Громкие чтения «Зимовье»"],
    ["5 декабря, 12:00 – «Моңлы кич», 300 сум", "«Моңлы кич»"],
    ["5 декабрь, 12:00 – «Әкият иле», керү ирекле", "«Әкият иле»"],
    ["Sat 5 Dec, 3 pm – Open rehearsal (free)", "Open rehearsal"],
    ["5 декабря, 12:00 – Джаз / бесплатно / 12+", "Джаз"],
    ["5 декабря, 12:00 – Вечер «Пять рублей»", "Вечер «Пять рублей»"],
    ["5 декабря, 12:00 – Выставка «Казань – 1000»", "Выставка «Казань – 1000»"],
  ])("«%s»: %s", (text, title) => {
    expect(guess(text).title?.value).toBe(title);
  });
});

describe("adorned figures and letters are plain ones", () => {
  it.each([
    "1️⃣2️⃣ декабря 1️⃣8️⃣:0️⃣0️⃣, билет 3️⃣0️⃣0️⃣ ₽",
    "𝟏𝟐 декабря, 𝟏𝟖:𝟎𝟎, билет 𝟑𝟎𝟎 ₽",
    "𝟷𝟸 декабря, 𝟷𝟾:𝟶𝟶, билет 𝟹𝟶𝟶 ₽",
    "１２ декабря, １８：００, билет ３００ ₽",
    "⑫ декабря, ⑱:00, билет 300 ₽",
    "𝟏𝟐 𝐃𝐞𝐜𝐞𝐦𝐛𝐞𝐫, 𝟔 𝐩𝐦, ticket RUB 300",
  ])("«%s»", (text) => {
    const { dates, price } = guess(text);
    expect(dates.map(({ value }) => writtenDate(value))).toEqual(["2026-12-12 18:00"]);
    expect(price && writtenPrice(price.value)).toBe("300 RUB");
  });

  it("leave what is marked behind them where it is", () => {
    const text = "1️⃣2️⃣ декабря 𝟏𝟖:𝟎𝟎 Лёд";
    const bold = { type: "bold", offset: text.indexOf("Лёд"), length: 3 };
    const plain = withPlainFigures({ text, entities: [bold] }, 100);
    const [moved] = plain.entities ?? [];
    expect(plain.text).toBe("12 декабря 18:00 Лёд");
    expect(plain.text.slice(moved?.offset, (moved?.offset ?? 0) + (moved?.length ?? 0))).toBe("Лёд");
  });
});

describe("days of a poster", () => {
  it.each([
    ["Выставка\n1 декабря – 31 января, ежедневно, кроме понедельника, 10:00–18:00", ["2026-12-01/2027-01-31"]],
    ["Exhibition\n1 December to 31 January, daily except Mondays, 10:00–18:00", ["2026-12-01/2027-01-31"]],
    ["Күргәзмә\n1 декабрьдән 31 гыйнварга кадәр, көн саен 10:00–18:00", ["2026-12-01/2027-01-31"]],
    ["Выставка\nработает до конца декабря", []],
    ["Выставка\nс 1 декабря до конца января", ["2026-12-01/2027-01-31"]],
    ["Спектакль\nежедневно с 1 по 3 декабря в 18:00", ["2026-12-01 18:00", "2026-12-02 18:00", "2026-12-03 18:00"]],
    ["Спектакль\nВ декабре по субботам в 12:00", ["05", "12", "19", "26"].map((day) => `2026-12-${day} 12:00`)],
  ])("«%s»", (text, dates) => {
    expect(guess(text).dates.map(({ value }) => writtenDate(value))).toEqual(dates);
  });
});
