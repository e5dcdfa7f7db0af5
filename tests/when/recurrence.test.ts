import { describe, expect, it } from "vitest";
import { expandRecurrence } from "../../bot/when/expand.ts";
import { parseRecurrence } from "../../bot/when/parse/parse-recurrence.ts";

const zone = "Europe/Moscow";
const now = new Date("2026-11-20T14:30:00Z");

/** The dates that a text means, as "2026-12-02 10:00–11:30" on the wall; or what is unclear. */
function read(text: string, at = now): string[] | string {
  const answer = parseRecurrence(text, { now: at, zone });
  if (answer.kind === "unclear") return answer.what;
  return expandRecurrence(answer.recurrence, zone).map(({ startsLocal, endsAt, startsAt }) => {
    const end = endsAt && new Date(startsLocal.getTime() + endsAt.getTime() - startsAt.getTime());
    const wall = startsLocal.toISOString().slice(0, 16).replace("T", " ");
    return end ? `${wall}–${end.toISOString().slice(11, 16)}` : wall;
  });
}

const twelve = [
  ...["02", "04", "07", "09", "11", "14", "16", "18", "21", "23", "25", "28"].map(
    (day) => `2026-12-${day} 10:00–11:30`,
  ),
];

describe("a series in words", () => {
  it.each([
    "пн ср пт 10:00-11:30 с 1 декабря 12 занятий кроме 1–8 января",
    "Mon Wed Fri 10:00–11:30 from 1 Dec, 12 lessons, not on 1–8 Jan",
    "по понедельникам, средам и пятницам с 10.00 до 11.30, 12 уроков начиная с 01.12.2026",
    "Дүшәмбе, чәршәмбе, җомга көннәрендә 10:00нан 11:30га кадәр, 1 декабрьдән 12 дәрес",
    "12 занятий, 10:00—11:30, с 1 декабря: ПН, СР, ПТ",
    "mondays wednesdays and fridays 10-11:30 from December 1st 12 classes",
    "дүш чәр җом 10:00-11:30 с 1 декабря 12 дәрес",
    "пн ср пт в 10:00 с 1 декабря, 12 занятий по 90 минут",
  ])("%s", (text) => {
    expect(read(text)).toEqual(twelve);
  });

  it("leaves out what it is told to", () => {
    expect(read("чт 18:00 с 17 декабря 3 занятия кроме 1–8 января")).toEqual([
      "2026-12-17 18:00",
      "2026-12-24 18:00",
      "2026-12-31 18:00",
    ]);
    expect(read("чт 18:00 с 17 декабря 3 занятия кроме 31 декабря, 1–8 января")).toEqual([
      "2026-12-17 18:00",
      "2026-12-24 18:00",
      "2027-01-14 18:00",
    ]);
    expect(read("көн саен 18:00 1 декабрьдән 3 дәрес, 2 декабрьдән башка")).toEqual([
      "2026-12-01 18:00",
      "2026-12-03 18:00",
      "2026-12-04 18:00",
    ]);
    expect(read("каждый день в 18:00 с 5 по 8 декабря кроме воскресенья")).toHaveLength(3);
  });

  it.each([
    "every Friday 19:00 until 12 December",
    "каждую пятницу в 19 до 12 декабря",
    "һәр җомга кичке 7дә 12 декабрьгә кадәр",
  ])("%s begins with the next one", (text) => {
    const fridays = ["2026-11-27 19:00", "2026-12-04 19:00", "2026-12-11 19:00"];
    expect(read(text)).toEqual(["2026-11-20 19:00", ...fridays]);
    expect(read(text, new Date("2026-11-20T18:30:00Z"))).toEqual(fridays);
  });

  it("may be a plain list of dates", () => {
    const dates = ["2026-12-01 18:00", "2026-12-03 18:00", "2026-12-05 18:00"];
    expect(read("1, 3 и 5 декабря в 18:00")).toEqual(dates);
    expect(read("December 1, 3 and 5 at 6 pm")).toEqual(dates);
    expect(read("18:00, 5.12, 1.12 и 3.12")).toEqual(dates);
    expect(read("1, 3 һәм 5 декабрь 18:00дә")).toEqual(dates);
  });

  it("may have a time of its own for each day, and leave out every other week", () => {
    expect(read("пн 10:00, ср 18:30 с 1 декабря 3 занятия")).toEqual([
      "2026-12-02 18:30",
      "2026-12-07 10:00",
      "2026-12-09 18:30",
    ]);
    expect(read("every other tuesday 7-9 pm from Dec 1, 3 lessons")).toEqual([
      "2026-12-01 19:00–21:00",
      "2026-12-15 19:00–21:00",
      "2026-12-29 19:00–21:00",
    ]);
  });

  it.each([
    ["", "days"],
    ["с 1 декабря 12 занятий в 10:00", "days"],
    ["каждый день", "time"],
    ["по выходным", "time"],
    ["пн 10:00 с 1 декабря", "count"],
    ["пн 10:00 с 1 декабря до 31 декабря 12 занятий", "count"],
    ["пн 10:00 12 занятий", "start"],
    ["пн 10:00 с 1 октября 5 занятий", "start"],
    ["пн 10:00 с 30 февраля 5 занятий", "start"],
    ["пн 10:00 с 1 декабря 2026 до 1 ноября 2026", "end"],
    ["пн 10:00 с 1 декабря 5 занятий кроме каникул", "pause"],
    ["каждый день в 10 с 1 декабря 500 занятий", "too many"],
    ["каждый день в 10 с 1 декабря до 1 декабря 2028", "too many"],
    ["пн 10:00 с 1 декабря до 5 декабря", "none"],
  ])("%s: asks for the %s", (text, what) => {
    expect(read(text)).toBe(what);
  });
});
