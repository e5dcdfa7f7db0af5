import { expect, it } from "vitest";
import { parsePrice } from "../../bot/programme/said-price.ts";
import { priceByWay } from "../../bot/programme/said-price-by-way.ts";

const read = (text: string, hasHall = false) => {
  const { isFree, isFreeOnline = false, priceMin, priceMax } = priceByWay(parsePrice(text, false), text, hasHall);
  return [isFree ? "free" : `${priceMin ?? ""}–${priceMax ?? ""}`, isFreeOnline];
};

it.each([
  ["онлайн бесплатно, в зале 300–1200 ₽", "300–1200", true],
  ["онлайн бесплатно, зал 300–1 200", "300–1200", true],
  ["В зале от 300 рублей; трансляция бесплатная", "300–", true],
  ["Билеты 400 руб. Прямой эфир – бесплатно", "400–400", true],
  ["залда 300–1200 сум, өйдән түләүсез", "300–1200", true],
  ["300 ₽ in the hall and free online", "300–300", true],
  ["онлайн 0 руб., в зале 500 руб.", "500–500", true],
  ["онлайн 200 ₽, в зале 500 ₽", "200–500", false],
  ["взрослый 300, детям бесплатно", "300–300", false],
  ["онлайн-билеты 300–500 ₽", "300–500", false],
  ["500", "500–500", false],
])("%j costs %s, and nothing from home: %s", (text, hall, isFreeOnline) => {
  expect(read(text)).toEqual([hall, isFreeOnline]);
});

it("takes nothing for a free hall that only says that the stream is", () => {
  expect(read("Трансляция бесплатная", true)).toEqual(["–", true]);
  expect(read("Трансляция бесплатная", false)).toEqual(["free", false]);
  expect(read("Вход свободный, трансляция бесплатная", true)).toEqual(["free", false]);
});
