import { describe, expect, it } from "vitest";
import { findSection } from "../../bot/feeds/kudago/section.ts";

describe("the section", () => {
  it.each([
    ["концерт в музее", "music"],
    ["Спектакль «Музыка»", "theatre"],
    ["выставка «Кино и мы»", "museums"],
    ["Мастер-класс в рамках выставки", "knowledge"],
    ["Автобусная экскурсия «Театральная Казань»", "excursions"],
    ["Лекция о джазе", "knowledge"],
    ["Киноночь", "cinema"],
    ["Фестиваль короткометражного кино", "cinema"],
    ["Встреча с писателем", "literature"],
    ["Вечеринка у бассейна", "shows"],
    ["Рок-опера «Юнона и Авось»", "theatre"],
    ["Органный вечер", "music"],
    ["Операция «Ы»: показ фильма", "cinema"],
  ])("of %j is %s by its title", (title, section) => {
    expect(findSection([], title)).toEqual({ section, guessed: false });
  });

  it.each([
    [["concert"], "Спектакль", "music"],
    [["kids", "theater"], "Колобок", "theatre"],
    [["festival"], "Джаз на крыше", "music"],
    [["festival"], "День улицы", "shows"],
    [["no-such-category"], "Лекция", "knowledge"],
    [["__proto__", "constructor"], "Лекция", "knowledge"],
  ])("of %j, %j is %s: certain category, title, vague category", (categories, title, section) => {
    expect(findSection(categories, title)).toEqual({ section, guessed: false });
  });

  it("that nothing names is a guess", () => {
    expect(findSection([], "Гараж-сейл")).toEqual({ section: "shows", guessed: true });
    expect(findSection(["shopping"], "Распродажа")).toEqual({ section: "shows", guessed: true });
  });
});
