import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { button, labelsOf, rows, urlButton } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { isButtonUrl } from "../../../bot/net/web-address.ts";

const labelled = (...texts: string[]) => texts.map((text) => button(text, "m:"));
const laidOut = (...texts: string[]) => rows(labelled(...texts)).map((row) => row.map(({ text }) => text));

describe("a label", () => {
  it.each([
    ["Джаз в Кремле", "Джаз в Кремле"],
    ["Казань по-английски: прогулка в эфире", "Казань по-английски…"],
    ["Булгар: день в древней столице", "Булгар: день в древней…"],
    ["Достопримечательностиказани", "Достопримечательностика…"],
  ])("%s is cut to %s", (label, expected) => {
    expect(button(label, "m:").text).toBe(expected);
    expect(urlButton(label, "https://example.org").text).toBe(expected);
  });

  it("is 24 characters at most, well-formed, and never empty", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }), (label) => {
        const { text } = button(label, "m:");
        expect(text.length).toBeLessThanOrEqual(24);
        expect(text.length).toBeGreaterThan(0);
        expect(text.isWellFormed()).toBe(label.isWellFormed());
      }),
      { numRuns: 500 },
    );
  });
});

describe("labels of a list", () => {
  it("that begin alike say where they differ; the others begin at their beginning", () => {
    expect(
      labelsOf([
        "Государственный ансамбль песни и танца",
        "Государственный симфонический оркестр",
        "Кинотеатр «Мир»",
        "Национальная библиотека Татарстана",
      ]),
    ).toEqual(["…ансамбль песни и танца", "…симфонический оркестр", "Кинотеатр «Мир»", "Национальная библиотека…"]);
  });

  it("of the same name stay the same", () => {
    expect(labelsOf(["Смартфон с нуля", "Смартфон с нуля"])).toEqual(["Смартфон с нуля", "Смартфон с нуля"]);
  });
});

describe("rows", () => {
  it("take up to three short buttons and give a long one a row of its own", () => {
    expect(laidOut("Фильтры", "Дата…", "Меню", "Завтра")).toEqual([["Фильтры", "Дата…", "Меню"], ["Завтра"]]);
    expect(laidOut("Сегодня вечером", "Другие даты (6)")).toEqual([["Сегодня вечером"], ["Другие даты (6)"]]);
  });

  it("keep every button, in order, and no row empty", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 30 })), (texts) => {
        const buttons = labelled(...texts);
        const laid = rows(buttons);
        expect(laid.flat()).toEqual(buttons);
        for (const row of laid) {
          expect(row.length).toBeGreaterThan(0);
          expect(row.length).toBeLessThanOrEqual(3);
        }
      }),
    );
  });
});

it.each([
  ["https://example.org/путь?a=1", true],
  ["http://sub.example.org", true],
  ["tg://resolve?domain=ishek", false],
  ["https://user:pass@example.org", false],
  ["https://user@example.org", false],
  ["https://:pass@example.org", false],
  ["https://nodot/x", false],
  ["http://localhost:3000", false],
  ["javascript:alert(1)", false],
  ["ftp://example.org", false],
  ["data:text/html,x", false],
  ["https://exa mple.org", false],
  ["example.org", false],
  ["", false],
])("%s behind a button: %s", (url, expected) => {
  expect(isButtonUrl(url)).toBe(expected);
});
