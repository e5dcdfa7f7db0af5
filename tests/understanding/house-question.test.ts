import { describe, expect, it } from "vitest";
import { parseHouseQuestion } from "../../bot/understanding/house-question.ts";

const reading = { now: new Date("2026-12-01T08:20:00Z"), zone: "Europe/Moscow" };

describe("a question about a house", () => {
  it.each([
    ["где находится кукольный театр", "кукольный театр"],
    ["как доехать до театра камала", "камала театра"],
    ["address of the opera house please", "opera house"],
    ["is the national museum open on mondays", "national museum"],
    ["«Смена» кайда ул", "Смена"],
    ["милли китапханә якшәмбе эшлиме", "милли китапханә"],
    ["музей тукая в пятницу до какого часа", "тукая музей"],
    ["what time does the library shut on saturday", "library"],
    ["where is the planetarium and how do i get there", "planetarium"],
  ])("“%s” names %s", (text, names) => {
    expect(
      parseHouseQuestion(text, reading)
        ?.map(({ raw }) => raw)
        .join(" "),
    ).toBe(names);
  });

  it.each([
    "где театр",
    "что открыто завтра",
    "концерт в опере бесплатно",
    "как доехать",
    "где выучить английский",
    "богема",
    "что открыто в кремле",
    "where to go in the kremlin",
  ])("“%s” is none", (text) => expect(parseHouseQuestion(text, reading)).toBeNull());
});
