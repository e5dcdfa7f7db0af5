import { describe, expect, test } from "vitest";
import { capitalise } from "../../bot/words/capitalise.ts";
import { formatAtTime, formatDay, formatDays, formatOnDay, formatTime } from "../../bot/words/time/dates.ts";
import { at, en, kazan, ru, tt } from "./words.ts";

const now = at("2025-11-20 12:00");

describe("a day comes with its weekday, and with its year when that is not the current one", () => {
  test.each([
    ["2025-11-20 19:00", "чт, 20 ноября", "20 ноябрь, пәнҗешәмбе", "Thu 20 November"],
    ["2025-12-31 23:59", "ср, 31 декабря", "31 декабрь, чәршәмбе", "Wed 31 December"],
    ["2026-01-01 00:00", "чт, 1 января 2026", "2026 елның 1 гыйнвары, пәнҗешәмбе", "Thu 1 January 2026"],
    ["2028-02-29 10:00", "вт, 29 февраля 2028", "2028 елның 29 феврале, сишәмбе", "Tue 29 February 2028"],
    ["2025-03-03 00:00", "пн, 3 марта", "3 март, дүшәмбе", "Mon 3 March"],
  ])("%s", (day, russian, tatar, english) => {
    expect(formatDay(at(day), ru, kazan, now)).toBe(russian);
    expect(formatDay(at(day), tt, kazan, now)).toBe(tatar);
    expect(formatDay(at(day), en, kazan, now)).toBe(english);
  });
});

describe("several days", () => {
  test.each([
    ["2025-11-22", "2025-11-23", "22–23 ноября", "22–23 ноябрь", "22–23 November"],
    ["2025-11-20", "2025-12-05", "20 ноября – 5 декабря", "20 ноябрь – 5 декабрь", "20 November – 5 December"],
    ["2025-11-20", "2025-11-20", "чт, 20 ноября", "20 ноябрь, пәнҗешәмбе", "Thu 20 November"],
    [
      "2025-12-20",
      "2026-01-10",
      "20 декабря 2025 – 10 января 2026",
      "2025 елның 20 декабре – 2026 елның 10 гыйнвары",
      "20 December 2025 – 10 January 2026",
    ],
    ["2026-05-01", "2026-05-03", "1–3 мая 2026", "2026 елның 1–3 мае", "1–3 May 2026"],
    ["2026-04-30", "2026-05-03", "30 апреля – 3 мая 2026", "2026 елның 30 апреле – 3 мае", "30 April – 3 May 2026"],
  ])("%s to %s", (first, last, russian, tatar, english) => {
    const [from, to] = [at(`${first} 10:00`), at(`${last} 10:00`)];
    expect(formatDays(from, to, ru, kazan, now)).toBe(russian);
    expect(formatDays(from, to, tt, kazan, now)).toBe(tatar);
    expect(formatDays(from, to, en, kazan, now)).toBe(english);
  });
});

describe("when? takes its case", () => {
  test.each([
    ["2025-11-20", "в четверг, 20 ноября", "20 ноябрьдә, пәнҗешәмбе көнне", "on Thursday 20 November"],
    ["2025-11-18", "во вторник, 18 ноября", "18 ноябрьдә, сишәмбе көнне", "on Tuesday 18 November"],
    [
      "2026-08-02",
      "в воскресенье, 2 августа 2026",
      "2026 елның 2 августында, якшәмбе көнне",
      "on Sunday 2 August 2026",
    ],
  ])("%s", (day, russian, tatar, english) => {
    expect(formatOnDay(at(`${day} 10:00`), ru, kazan, now)).toBe(russian);
    expect(formatOnDay(at(`${day} 10:00`), tt, kazan, now)).toBe(tatar);
    expect(formatOnDay(at(`${day} 10:00`), en, kazan, now)).toBe(english);
  });

  test.each([
    ["19:00", "в 19:00", "19:00дә", "at 19:00"],
    ["19:30", "в 19:30", "19:30да", "at 19:30"],
    ["18:45", "в 18:45", "18:45тә", "at 18:45"],
    ["09:40", "в 09:40", "09:40та", "at 09:40"],
  ])("%s", (time, russian, tatar, english) => {
    const instant = at(`2025-11-20 ${time}`);
    expect([ru, tt, en].map((t) => formatAtTime(instant, t, kazan))).toEqual([russian, tatar, english]);
  });
});

describe("the wall clock is the zone's", () => {
  test.each([
    ["one instant in Kazan", "2025-11-20T21:30:00Z", "Europe/Moscow", "00:30", "Fri 21 November"],
    ["the same in London", "2025-11-20T21:30:00Z", "Europe/London", "21:30", "Thu 20 November"],
    ["before Berlin puts the clock forward", "2025-03-30T00:59:00Z", "Europe/Berlin", "01:59", "Sun 30 March"],
    ["after Berlin has put it forward", "2025-03-30T01:00:00Z", "Europe/Berlin", "03:00", "Sun 30 March"],
    ["the first 02:30 of a long night", "2025-10-26T00:30:00Z", "Europe/Berlin", "02:30", "Sun 26 October"],
    ["the second 02:30 of it", "2025-10-26T01:30:00Z", "Europe/Berlin", "02:30", "Sun 26 October"],
  ])("%s", (_name, instant, zone, time, day) => {
    expect(formatTime(new Date(instant), zone)).toBe(time);
    expect(formatDay(new Date(instant), en, zone, now)).toBe(day);
  });

  test("the year's end is the zone's too", () => {
    const newYear = new Date("2025-12-31T21:30:00Z");
    expect(formatDay(newYear, ru, "Europe/Moscow", now)).toBe("чт, 1 января 2026");
    expect(formatDay(newYear, ru, "Europe/London", now)).toBe("ср, 31 декабря");
  });

  test("a zone that does not exist is refused", () => {
    expect(() => formatTime(now, "Europe/Kazan")).toThrow(/Europe\/Kazan/);
  });
});

test("a line starts with a capital letter", () => {
  expect(capitalise("чт, 20 ноября")).toBe("Чт, 20 ноября");
  expect(capitalise("җомга")).toBe("Җомга");
  expect(capitalise("20 ноябрь")).toBe("20 ноябрь");
  expect(capitalise("")).toBe("");
});
