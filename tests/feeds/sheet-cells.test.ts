import { describe, expect, it } from "vitest";
import { isPlaceholder } from "../../bot/feeds/sheet/cells/cells.ts";
import { datesOfRow } from "../../bot/feeds/sheet/cells/row-dates.ts";
import { weekdaysIn } from "../../bot/feeds/sheet/cells/weekday-cells.ts";
import { columnOf } from "../../bot/feeds/sheet/columns.ts";
import type { Cells } from "../../bot/feeds/sheet/record.ts";
import { sunday, written } from "../when/saying.ts";

/** The dates of a row, or why it has none; behind them what is remarked. */
function rowOf(cells: Cells): string {
  const warnings: Parameters<typeof datesOfRow>[2] = [];
  const read = datesOfRow(cells, sunday, warnings);
  const dates = read.kind === "dates" ? read.dates.map(written).join(", ") : read.problem.code;
  return [dates, ...warnings.map(({ code }) => `! ${code}`)].join(" ");
}

describe("a cell says nothing", () => {
  it.each([
    "—",
    "нет",
    "Уточняется",
    "место уточняется",
    "н/д",
    "б/о",
    "по согласованию",
    "не указано.",
    "пока  неизвестно",
    "ачыклана",
    "билгесез",
    "TBC",
    "to be announced",
    "n/a",
  ])("with «%s»", (cell) => {
    expect(isPlaceholder(cell)).toBe(true);
  });

  it.each(["Нет войне", "н/д зал", "без ограничений", "Уточняется место в зале", "0"])("but not with «%s»", (cell) => {
    expect(isPlaceholder(cell)).toBe(false);
  });
});

describe("an hour in a column of its own", () => {
  it.each([
    ["18:30", "12-12 18:30"],
    ["15 ч.", "12-12 15:00"],
    ["15ч 30м", "12-12 15:30"],
    ["15 часов", "12-12 15:00"],
    ["с 15 до 17", "12-12 15:00–17:00"],
    ["15-00", "12-12 15:00"],
    ["начало в 15:30", "12-12 15:30"],
    ["6pm", "12-12 18:00"],
    ["0,75", "12-12 18:00"],
    ["сәгать 15тә", "12-12 15:00"],
    ["после обеда", "12-12 ! bad_value"],
  ])("«%s»", (time, dates) => {
    expect(rowOf({ start: "12.12.2026", time })).toBe(dates);
    expect(rowOf({ start: "46368", time })).toBe(dates);
    expect(rowOf({ start: { date: "2026-12-12T00:00:00.000Z" }, time })).toBe(dates);
  });
});

describe("a weekday in a column of its own", () => {
  it.each([
    ["12.12.2026 18:00", "суббота", "12-12 18:00"],
    ["12.12.2026 18:00", "Sat", "12-12 18:00"],
    ["12.12.2026 18:00", "шимбә", "12-12 18:00"],
    ["12, 13 декабря 18:00", "сб, вс", "12-12 18:00, 12-13 18:00"],
    ["12.12.2026 18:00", "воскресенье", "bad_date"],
    ["12.12.2026 18:00", "—", "12-12 18:00"],
    ["12.12.2026 18:00", "выездной", "12-12 18:00 ! bad_value"],
    ["с 12 по 20 декабря", "сб–вс", "12-12/12-20 ! bad_value"],
  ])("beside «%s»: «%s»", (start, weekday, dates) => {
    expect(rowOf({ start, weekday })).toBe(dates);
  });

  it.each([
    ["суббота", [6], true],
    ["сб, вс", [6, 7], true],
    ["Mon–Wed", [1, 2, 3], true],
    ["дүшәмбе һәм җомга", [1, 5], true],
    ["суббота, 18:00", [6], false],
    ["5 декабря", [], false],
    ["", [], false],
  ])("«%s» names %j", (cell, weekdays, isAll) => {
    expect(weekdaysIn(cell)).toEqual({ weekdays: new Set(weekdays), isAll });
  });
});

describe("a header of a plan", () => {
  it.each([
    ["День недели", "weekday"],
    ["Weekday", "weekday"],
    ["Атна көне", "weekday"],
    ["From", "time"],
    ["С", "time"],
    ["До", "end"],
    ["Үткәрү урыны", "place"],
    ["Үткәрү вакыты", "time"],
    ["Үткәрелү көне", "start"],
    ["Дата и время проведения", "start"],
  ])("«%s» is the %s", (header, column) => {
    expect(columnOf(header)).toBe(column);
  });
});
