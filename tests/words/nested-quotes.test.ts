import { expect, it } from "vitest";
import { nestQuotes } from "../../bot/words/nested-quotes.ts";
import { words } from "../support/city.ts";

it.each([
  ["««Идегей». Премьера»", "«„Идегей“. Премьера»"],
  ["Открыть «Суббота в театре «Экият»!»?", "Открыть «Суббота в театре „Экият“!»?"],
  ["«Колобок» и «Теремок»", "«Колобок» и «Теремок»"],
  ["“The play “Hamlet””", "“The play ‘Hamlet’”"],
  ["«Незакрытая «кавычка»", "«Незакрытая «кавычка»"],
  ["» наоборот «", "» наоборот «"],
  ["без кавычек", "без кавычек"],
])("%s becomes %s", (text, nested) => {
  expect(nestQuotes(text)).toBe(nested);
  expect(nestQuotes(nested)).toBe(nested);
});

it("holds for titles that messages quote", () => {
  expect(words.for("ru")("programme.confirm.delete", { title: "«Идегей». Премьера" })).toContain(
    "«„Идегей“. Премьера»",
  );
});
