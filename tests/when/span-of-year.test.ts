import { describe, expect, it } from "vitest";
import { understand } from "../../bot/programme/search/query/parse-query.ts";
import { writtenInstant } from "../feeds/cases/written.ts";
import { sunday } from "./saying.ts";

/** "12-21–01-01 | what is looked for as text". */
function windowOf(query: string, now = sunday.now): string {
  const { windows, text } = understand(query, now, sunday.zone);
  const said = windows.map(({ from, to }) => `${writtenInstant(from).slice(5, 10)}–${writtenInstant(to).slice(5, 10)}`);
  return `${said.join(", ")} | ${text}`.trim();
}

describe("days by the name of a time, in a query", () => {
  it.each([
    ["концерты в конце декабря", "12-21–01-01 |"],
    ["late December shows", "12-21–01-01 |"],
    ["concerts at the end of December", "12-21–01-01 |"],
    ["jazz in early January", "01-01–01-11 | jazz"],
    ["гыйнвар башында концерт", "01-01–01-11 |"],
    ["в середине января балет", "01-11–01-21 | балет"],
    ["в последних числах февраля", "02-21–03-01 |"],
    ["выставки до конца года", "11-29–01-01 |"],
    ["exhibitions until the end of January", "11-29–02-01 |"],
    ["ел ахырына кадәр күргәзмәләр", "11-29–01-01 |"],
    ["театр в первые выходные декабря", "12-05–12-07 |"],
    ["театр в первую субботу января", "01-02–01-03 |"],
    ["the last Friday of January jazz", "01-29–01-30 | jazz"],
    ["декабрьнең беренче шимбәсендә концерт", "12-05–12-06 |"],
    ["что с детьми на новогодних каникулах", "12-31–01-09 |"],
    ["яңа ел каникулларында балалар белән", "12-31–01-09 |"],
    ["kids' shows in the New Year holidays", "12-31–01-09 |"],
    ["Новый год", "| Новый год"],
    ["праздники", "| праздники"],
    ["конец света", "| конец света"],
  ])("«%s»: %s", (query, window) => {
    expect(windowOf(query)).toBe(window);
  });

  it("means the holidays that are, while they are", () => {
    expect(windowOf("новогодние каникулы", new Date("2027-01-05T12:00:00Z"))).toBe("01-05–01-09 |");
    expect(windowOf("новогодние каникулы", new Date("2027-01-09T12:00:00Z"))).toBe("12-31–01-09 |");
  });
});
