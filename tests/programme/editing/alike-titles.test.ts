import { expect, it } from "vitest";
import { areTitlesAlike } from "../../../bot/programme/editing/alike-titles.ts";

it.each([
  ["Спектакль «Идегей»", "«Идегәй». Премьера"],
  ["Вечер памяти Тукая", "Вечер памяти Тукая"],
  ["Вечер памяти Габдуллы Тукая", "Вечер памяти Тукая"],
  ["Концерт «Зимняя рапсодия»", "Зимняя рапсодия"],
  ["Лекция об импрессионистах", "Лекция об импресионистах"],
  ["La Bohème", "“La Boheme”"],
  ["Су анасы", "Спектакль «Су анасы»"],
])("%j may be %j", (one, other) => {
  expect(areTitlesAlike(one, other)).toBe(true);
  expect(areTitlesAlike(other, one)).toBe(true);
});

it.each([
  ["Концерт", "Выставка"],
  ["Спектакль «Колобок»", "Спектакль «Теремок»"],
  ["Абонемент № 2", "Абонемент № 3"],
  ["Вечер органной музыки", "Вечер памяти Тукая"],
  ["Экскурсия по Кремлю", "Экскурсия по Старо-Татарской слободе"],
  ["", "Идегей"],
])("%j is not %j", (one, other) => {
  expect(areTitlesAlike(one, other)).toBe(false);
  expect(areTitlesAlike(other, one)).toBe(false);
});
