import { describe, expect, it } from "vitest";
import { parseCellDates, parseCellEnd } from "../../bot/feeds/sheet/cells/cell-dates.ts";
import { slashOrderOf, withPoints } from "../../bot/feeds/sheet/cells/slash-order.ts";
import { sunday, written } from "../when/saying.ts";

const dates = (cell: string) => parseCellDates(cell, sunday)?.map(written) ?? null;

describe("a cell with a date", () => {
  it.each([
    ["05.12.2026 18:30", ["12-05 18:30"]],
    ["05.12.2026", ["12-05"]],
    ["20 декабря, 19:00", ["12-20 19:00"]],
    ["20 декабрь, 19:00", ["12-20 19:00"]],
    ["December 20, 7 pm", ["12-20 19:00"]],
    ["05.12.2026 (суббота) 18:30", ["12-05 18:30"]],
    ["05.12.2026г. 18:30", ["12-05 18:30"]],
    ["05.12 18:30", ["12-05 18:30"]],
    ["22.12.26 18-30", ["12-22 18:30"]],
    ["18:30 05.12.2026", ["12-05 18:30"]],
    ["с 5 по 20 декабря", ["12-05/12-20"]],
    ["05.12.2026 12:00, 15:00", ["12-05 12:00", "12-05 15:00"]],
    ["2026-12-05T18:30:00+03:00", ["12-05 18:30"]],
    ["2026-12-05T15:30:00Z", ["12-05 18:30"]],
    ["2026-12-05 18:30:00", ["12-05 18:30"]],
    ["12/25/2026 6:30 PM", ["12-25 18:30"]],
    ["46361,7708", ["12-05 18:30"]],
  ])("%s", (cell, expected) => {
    expect(dates(cell)).toEqual(expected);
  });

  it.each([
    "завтра",
    "пятница",
    "31.02.2026",
    "06.12.2026 (суббота)",
    "05.12.2026 18:30 на крыше",
    "5/12/2026",
    "скоро",
  ])("«%s» is refused", (cell) => {
    expect(dates(cell)).toBeNull();
  });

  it.each([
    ["a month above twelve", ["12/05/2026 18:30", "12/19/2026 12:00", { date: "2026-12-05T00:00:00Z" }], "month"],
    ["a day above twelve", ["05/12/2026", "19/12/2026"], "day"],
    ["nothing where its weekday is neither", ["сб 02/03/2027", "03/04/2027"], null],
    ["the weekday of one of the two", ["вт 02/03/2027", "03/04/2027"], "day"],
    ["the weekday of the other", ["Wed 02/03/2027", "03/04/2027"], "month"],
    ["a weekday in Tatar", ["02/03/2027, сишәмбе"], "day"],
    ["that all is over the other way round", ["05/12/2026", "06/12/2026"], "day"],
    ["that all is over, month first", ["12/05/2026", "12/06/26"], "month"],
    ["that some is over either way", ["05/12/2026", "12/05/2026"], null],
    ["nothing: both are to come", ["02/03/2027"], null],
    ["nothing: both are over", ["02/03/2026"], null],
    ["two that contradict each other", ["19/12/2026", "12/19/2026"], null],
    ["weekdays that contradict each other", ["вт 02/03/2027", "ср 02/03/2027"], null],
  ])("with slashes is read in the order that is told by %s", (_, cells, order) => {
    expect(
      slashOrderOf(
        cells.map((cell) => ({ cell })),
        sunday.now,
      ),
    ).toBe(order);
  });

  it("with slashes is read in the order that a weekday of its row tells", () => {
    expect(slashOrderOf([{ cell: "02/03/2027", weekday: "вторник" }], sunday.now)).toBe("day");
    expect(slashOrderOf([{ cell: "02/03/2027", weekday: "Wednesday" }], sunday.now)).toBe("month");
  });

  it("with slashes is written with points in one order", () => {
    expect(dates(String(withPoints("12/05/2026 18:30", "month")))).toEqual(["12-05 18:30"]);
    expect(dates(String(withPoints("05/12/2026 18:30", "day")))).toEqual(["12-05 18:30"]);
    expect(withPoints("05/12/2026", null)).toBe("05/12/2026");
  });
});

describe("a cell with an end", () => {
  /** Saturday 5 December, half past six in the evening. */
  const start = new Date("2026-12-05T15:30:00Z");

  it.each([
    ["20:30", "2026-12-05T17:30:00Z"],
    ["до 20:30", "2026-12-05T17:30:00Z"],
    ["1:00", "2026-12-05T22:00:00Z"],
    ["07.12.2026", "2026-12-07T21:00:00Z"],
    ["06.12.2026 20:00", "2026-12-06T17:00:00Z"],
  ])("%s", (cell, end) => {
    expect(parseCellEnd(cell, start, sunday)).toEqual(new Date(end));
  });

  it("before the start, or of other words, is refused; a dash says nothing", () => {
    expect(parseCellEnd("05.12.2026 18:00", start, sunday)).toBeNull();
    expect(parseCellEnd("поздно", start, sunday)).toBeNull();
    expect(parseCellEnd("-", start, sunday)).toBeUndefined();
  });
});
