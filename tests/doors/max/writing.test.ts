import { describe, expect, it } from "vitest";
import { layKeyboard } from "../../../bot/doors/max/writing/keyboard.ts";
import { layText, markUp } from "../../../bot/doors/max/writing/text.ts";

const labels = (rows: readonly (readonly { text: string }[])[] | undefined) =>
  rows?.map((row) => row.map(({ text }) => text));
const press = (text: string) => ({ text, callback_data: text });
const laid = (rows: string[][]) => labels(layKeyboard(rows.map((row) => row.map(press)))?.payload.buttons);

describe("a keyboard", () => {
  it("keeps rows whose labels are shown whole, and parts the others", () => {
    expect(laid([["Сегодня", "Завтра"]])).toEqual([["Сегодня", "Завтра"]]);
    expect(laid([["Сегодня вечером", "Завтра"]])).toEqual([["Сегодня вечером"], ["Завтра"]]);
    expect(laid([["да", "нет", "может"]])).toEqual([["да", "нет", "может"]]);
    expect(laid([["понедельник", "вторник", "ок"]])).toEqual([["понедельник"], ["вторник", "ок"]]);
  });

  it("lays neighbours of which one does not fit together, in their order, and the last row by itself", () => {
    const night = [
      ["По часам", "По местам", "По видам"],
      ["Напомнить", "Маршрут"],
      ["Поделиться", "В календарь"],
    ];
    expect(laid([["Ночь в Кремле"], ...night, ["Назад", "Меню"]])).toEqual([
      ["Ночь в Кремле"],
      ["По часам", "По местам"],
      ["По видам", "Напомнить"],
      ["Маршрут", "Поделиться"],
      ["В календарь"],
      ["Назад", "Меню"],
    ]);
    expect(laid([["Открыть"], ["На карте", "Другие даты (6)"], ["Назад", "Весь текст", "Меню"]])).toEqual([
      ["Открыть"],
      ["На карте"],
      ["Другие даты (6)"],
      ["Назад", "Весь текст"],
      ["Меню"],
    ]);
  });

  it("keeps a week of a calendar in one row, and three at most beside a link", () => {
    expect(laid([["1", "2", "3", "4", "5", "6", "7"]])?.[0]).toHaveLength(7);
    const rows = layKeyboard([[{ text: "a", url: "https://x.example" }, press("b"), press("c"), press("d")]]);
    expect(labels(rows?.payload.buttons)).toEqual([["a", "b", "c"], ["d"]]);
  });

  it("stays within thirty rows, be it that labels are cut", () => {
    const rows = laid(
      Array.from({ length: 20 }, (_, index) => [`длинная подпись ${index}`, `другая подпись ${index}`]),
    );
    expect(rows?.length).toBeLessThanOrEqual(30);
    expect(rows?.flat()).toHaveLength(40);
  });

  it("is none where there is no button, and throws for a button without a counterpart", () => {
    expect(layKeyboard([[]])).toBeUndefined();
    expect(() => layKeyboard([[{ text: "a" }]])).toThrow("no counterpart");
  });
});

describe("a text", () => {
  it.each([
    ["<b>a</b> &lt; <blockquote>b</blockquote>", "<b>a</b> &lt; <i>b</i>"],
    ["<tg-spoiler>a</tg-spoiler>", "a"],
    ['<a href="https://x.example/?a=1&amp;b=2">a</a>', '<a href="https://x.example/?a=1&amp;b=2">a</a>'],
    ['<code class="x">a</code>', "<code>a</code>"],
  ])("%s becomes %s", (html, expected) => {
    expect(layText(html)).toEqual({ text: expected, format: "html" });
  });

  it("that is too long with its markup loses what is only nice, then its links, then its end", () => {
    const bold = `<b>${"а".repeat(3_996)}</b>`;
    expect(layText(bold)).toEqual({ text: "а".repeat(3_996), format: "html" });
    const linked = `<a href="https://x.example/${"b".repeat(100)}">${"а".repeat(3_950)}</a>`;
    expect(layText(linked)).toEqual({ text: "а".repeat(3_950), format: null });
    const { text } = layText("слово ".repeat(683));
    expect(text.length).toBeLessThanOrEqual(4_000);
    expect(text.endsWith("слово…")).toBe(true);
  });

  it("with Telegram's marking is marked up, one mark within another", () => {
    const entities = [
      { type: "bold", offset: 0, length: 6 },
      { type: "italic", offset: 3, length: 6 },
      { type: "text_link", offset: 9, length: 2, url: 'https://x.example/"' },
    ];
    expect(markUp("abc<ef>hi!!", entities)).toBe(
      '<b>abc</b><b><i>&lt;ef</i></b><i>&gt;hi</i><a href="https://x.example/&quot;">!!</a>',
    );
  });
});
