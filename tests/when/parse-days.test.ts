import { describe, expect, it } from "vitest";
import { parseDays } from "../../bot/when/parse/parse-days.ts";

const reading = { now: new Date("2026-11-20T15:00:00Z"), zone: "Europe/Moscow" };

describe("a stretch of days that somebody types, which has begun", () => {
  it.each([
    ["с 1 по 15 ноября", "2026-11-01", "2026-11-15"],
    ["с 1 сентября по 30 ноября", "2026-09-01", "2026-11-30"],
    ["01.09.2025 – 31.05.2026", "2025-09-01", "2026-05-31"],
    ["1.10-20.11", "2026-10-01", "2026-11-20"],
    ["1 сентября – 31 мая", "2025-09-01", "2026-05-31"],
    ["сентябрь–ноябрь", "2026-09-01", "2026-11-30"],
    ["за октябрь", "2026-10-01", "2026-10-31"],
    ["декабрь", "2025-12-01", "2025-12-31"],
    ["2025", "2025-01-01", "2025-12-31"],
    ["2026 ел", "2026-01-01", "2026-12-31"],
    ["1 гыйнвардан 31 мартка кадәр", "2026-01-01", "2026-03-31"],
    ["from 1 March to 30 April", "2026-03-01", "2026-04-30"],
    ["5 December", "2025-12-05", "2025-12-05"],
    ["с октября по сегодня", "2026-10-01", "2026-11-20"],
  ])("%s", (text, first, last) => {
    expect(parseDays(text, reading, "back")).toEqual({ kind: "days", first, last, unused: [] });
  });
});

describe("a stretch of days that is not over", () => {
  it.each([
    ["31 декабря", "2026-12-31"],
    ["31 марта", "2027-03-31"],
    ["31 мартка кадәр", "2027-03-31"],
    ["until 20 November", "2026-11-20"],
    ["до конца декабря", "2026-12-31"],
  ])("%s", (text, last) => {
    const said = parseDays(text, reading, "ahead");
    expect(said.kind === "days" ? said.last : said).toBe(last);
  });
});

describe("what is no such stretch is asked for again", () => {
  it.each([
    ["31 февраля", "day"],
    ["5/12", "ambiguous"],
    ["с 15 по 1 ноября 2026", "order"],
    ["15 ноября – 1 ноября", "order"],
    ["1, 3 и 5 ноября", "nothing"],
    ["когда-нибудь", "nothing"],
    ["", "nothing"],
  ])("%s", (text, what) => {
    expect(parseDays(text, reading, "back")).toMatchObject({ kind: "unclear", what });
  });

  it("and a word that was not used is named", () => {
    const said = parseDays("рабочие дни ноября", reading, "back");
    expect(said.unused.length).toBeGreaterThan(0);
  });
});
