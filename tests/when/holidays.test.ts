import { describe, expect, it } from "vitest";
import { expandRecurrence } from "../../bot/when/expand.ts";
import { listHolidays } from "../../bot/when/holidays.ts";
import { parseRecurrence } from "../../bot/when/parse/parse-recurrence.ts";

const zone = "Europe/Moscow";
const now = new Date("2026-11-20T14:30:00Z");

/** The days of lessons as they were said, or what is asked. */
function daysOf(text: string): string[] | string {
  const read = parseRecurrence(text, { now, zone, most: 50 });
  if (read.kind === "unclear") return read.what;
  expect(read.unused).toEqual([]);
  return expandRecurrence(read.recurrence, zone).map(({ startsAt }) => startsAt.toISOString().slice(0, 10));
}

describe("lessons except on public holidays", () => {
  // 4 and 8 January 2027 are a Monday and a Friday of the New Year's holidays.
  const without = ["2026-12-21", "2026-12-28", "2027-01-11", "2027-01-18"];

  it.each([
    "пн 10:00 с 21 декабря 4 занятия кроме праздников",
    "по понедельникам в 10:00 с 21 декабря, 4 занятия, кроме праздничных дней",
    "пн 10:00 с 21 декабря 4 занятия, без праздников",
    "дүшәмбе 10:00, 21 декабрьдән, 4 дәрес, бәйрәмнәрдән башка",
    "Mon 10:00 from 21 December 4 lessons except public holidays",
    "Mon 10:00 from 21 December 4 lessons, not on bank holidays",
  ])("%s", (text) => {
    expect(daysOf(text)).toEqual(without);
  });

  it.each([
    "пн 10:00 с 21 декабря 4 занятия кроме каникул",
    "Mon 10:00 from 21 December 4 lessons except school holidays",
  ])("%s asks which days those are", (text) => {
    expect(daysOf(text)).toBe("pause");
  });
});

describe("the list of holidays", () => {
  it("has those of the country and of the republic, feasts by the Islamic calendar too", () => {
    expect(listHolidays("2026-12-30", "2027-01-10")).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((day) => `2027-01-0${day}`));
    expect(listHolidays("2027-08-01", "2027-11-30")).toEqual(["2027-08-30", "2027-11-04", "2027-11-06"]);
    // By the calendar of Umm al-Qura: Eid al-Fitr and Eid al-Adha.
    expect(listHolidays("2026-03-15", "2026-03-25")).toEqual(["2026-03-20"]);
    expect(listHolidays("2026-05-20", "2026-06-01")).toEqual(["2026-05-27"]);
  });

  it("has only those of the regions that were asked for", () => {
    expect(listHolidays("2027-08-01", "2027-11-30", ["RU"])).toEqual(["2027-11-04"]);
  });
});
