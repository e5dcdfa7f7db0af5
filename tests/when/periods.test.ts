import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { readPeriod, type When } from "../../bot/when/periods.ts";
import { tokenise } from "../../bot/when/tokens.ts";
import { windowsOf } from "../../bot/when/windows.ts";
import { sunday } from "./saying.ts";

const local = (at: Date) => DateTime.fromJSDate(at, { zone: sunday.zone }).toFormat("MM-dd HH:mm");

/** The windows of a query, and the words beside its times: "12-05 00:00…12-06 00:00 | концерт". */
function windowsIn(query: string, reading = sunday): string {
  const tokens = tokenise(query);
  const said: When[] = [];
  const others: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const period = readPeriod(tokens, at, { ...reading, isTyped: true });
    const token = tokens[at];
    if (period) said.push(period.when);
    else if (token) others.push(query.slice(token.start, token.end));
    at = period?.next ?? at + 1;
  }
  const windows = windowsOf(said, reading).map(({ from, to }) => `${local(from)}…${local(to)}`);
  return [windows.join(", "), others.join(" ")].filter(Boolean).join(" | ");
}

const on = (first: string, behind: string) => `${first} 00:00…${behind} 00:00`;

describe("times of a query, in three languages", () => {
  it.each([
    ["выставки 5–10 декабря", `${on("12-05", "12-11")} | выставки`],
    ["5–10 декабрь", on("12-05", "12-11")],
    ["from 5 to 10 December", on("12-05", "12-11")],
    ["05.12-10.12", on("12-05", "12-11")],
    ["5 и 7 декабря", `${on("12-05", "12-06")}, ${on("12-07", "12-08")}`],
    ["до 3 декабря", "11-29 15:00…12-04 00:00"],
    ["в субботу 5 декабря", on("12-05", "12-06")],
    ["концерт шб", `${on("12-05", "12-06")} | концерт`],
    ["сб", on("12-05", "12-06")],
    ["концерт завтра в 7", "11-30 18:30…11-30 20:00 | концерт"],
    ["завтра в восемь", "11-30 19:30…11-30 21:00"],
    ["завтра в 7:00", "11-30 06:30…11-30 08:00"],
    ["завтра в 9", "11-30 08:30…11-30 10:00"],
    ["иртәгә җидедән соң", "11-30 19:00…12-01 04:00"],
    ["tomorrow after six", "11-30 18:00…12-01 04:00"],
    ["иртәгә җидегә кадәр", "11-30 00:00…11-30 19:00"],
    ["завтра с 3 до 5", "11-30 15:00…11-30 17:00"],
    ["15 числа", on("12-15", "12-16")],
    ["15 числода концерт", `${on("12-15", "12-16")} | концерт`],
    ["28 числа", on("12-28", "12-29")],
    ["concert on the 15th", `${on("12-15", "12-16")} | concert`],
    ["завтра часов в семь концерт", "11-30 18:30…11-30 20:00 | концерт"],
    ["around six tomorrow", "11-30 17:30…11-30 19:00"],
    ["sat morning", "12-05 06:00…12-05 12:00"],
    ["sun shining", "sun shining"],
    ["завтро", on("11-30", "12-01")],
    ["под новый год", on("12-31", "01-01")],
    ["яңа ел төнендә", on("12-31", "01-01")],
    ["new year's eve", on("12-31", "01-01")],
    ["киләсе атнада сишәмбе көнне", on("12-01", "12-02")],
    ["next week on Friday", on("12-04", "12-05")],
    ["җомгадагы концерт", `${on("12-04", "12-05")} | концерт`],
    ["завтра вечером в 19:00", "11-30 18:30…11-30 20:00"],
    ["завтра вечером после 20:00", "11-30 20:00…12-01 04:00"],
    ["в эту пятницу", on("12-04", "12-05")],
    ["бу җомга", on("12-04", "12-05")],
    ["this Friday", on("12-04", "12-05")],
    ["в следующую пятницу", on("12-04", "12-05")],
    ["киләсе җомга", on("12-04", "12-05")],
    ["next Friday", on("12-04", "12-05")],
    ["через неделю", on("12-06", "12-07")],
    ["бер атнадан соң", on("12-06", "12-07")],
    ["in a week", on("12-06", "12-07")],
    ["через неделю в субботу", on("12-12", "12-13")],
    ["через 3 дня", on("12-02", "12-03")],
    ["на неделе", "11-29 15:00…12-07 00:00"],
    ["на следующей неделе", on("11-30", "12-07")],
    ["следующие выходные", on("12-05", "12-07")],
    ["киләсе ял көннәре", on("12-05", "12-07")],
    ["next weekend", on("12-05", "12-07")],
    ["в следующем месяце", on("12-01", "01-01")],
    ["киләсе айда", on("12-01", "01-01")],
    ["next month", on("12-01", "01-01")],
    ["в январе 2027", on("01-01", "02-01")],
    ["сегодня после 20:00", "11-29 20:00…11-30 04:00"],
    ["бүген 20:00дән соң", "11-29 20:00…11-30 04:00"],
    ["today after 8 pm", "11-29 20:00…11-30 04:00"],
    ["в пятницу после 18", "12-04 18:00…12-05 04:00"],
    ["в пятницу до 20:00", "12-04 00:00…12-04 20:00"],
    ["в пятницу с 18 до 21", "12-04 18:00…12-04 21:00"],
    ["Friday 6–9 pm", "12-04 18:00…12-04 21:00"],
    ["в пятницу в 19:00", "12-04 18:30…12-04 20:00"],
    ["җомга 19:00дә", "12-04 18:30…12-04 20:00"],
    ["ночью", "11-29 21:00…11-30 04:00"],
    ["төнлә", "11-29 21:00…11-30 04:00"],
    ["at night", "11-29 21:00…11-30 04:00"],
    ["завтра после обеда", "11-30 12:00…11-30 17:00"],
    ["Saturday morning", "12-05 06:00…12-05 12:00"],
    ["утром в воскресенье", "12-06 06:00…12-06 12:00"],
    ["иртән", "11-30 06:00…11-30 12:00"],
    [
      "в будни",
      "11-30,12-01,12-02,12-03,12-04"
        .split(",")
        .map((day) => on(day, nextDay(day)))
        .join(", "),
    ],
  ])("%s", (query, windows) => {
    expect(windowsIn(query)).toBe(windows);
  });

  it.each([
    ["субботу с 12 до 16", "12-05 12:00…12-05 16:00"],
    ["между двенадцатью и тремя в субботу", "12-05 12:00…12-05 15:00"],
    ["saturday between 12 and 3", "12-05 12:00…12-05 15:00"],
    ["saturday noon til four", "12-05 12:00…12-05 16:00"],
    ["from 6 to 9pm saturday", "12-05 18:00…12-05 21:00"],
    ["шимбә унике белән өч арасында", "12-05 12:00…12-05 15:00"],
    ["шимбә алтыдан тугызга кадәр", "12-05 18:00…12-05 21:00"],
    ["шимбә 12дән 15кә кадәр", "12-05 12:00…12-05 15:00"],
    ["между 5 и 10 декабря", on("12-05", "12-11")],
    ["this week in english", "11-29 15:00…11-30 00:00 | in english"],
  ])("%s is a span", (query, windows) => {
    expect(windowsIn(query)).toBe(windows);
  });

  it("look for adjectives of the night in any night", () => {
    expect(windowsIn("ночные сеансы").split(", ")[1]).toBe("11-30 22:00…12-01 04:00");
    expect(windowsIn("төнге сеанслар").split(", ")).toHaveLength(7);
    expect(windowsIn("late night films").split(", ")).toHaveLength(7);
  });

  it("take a month for the last one where what is over is asked for", () => {
    const october: When[] = [{ kind: "month", month: 10 }];
    expect(windowsOf(october, sunday, true).map(({ from }) => local(from))).toEqual(["10-01 00:00"]);
    expect(windowsOf(october, sunday, true)[0]?.from.getUTCFullYear()).toBe(2026);
    expect(windowsOf(october, sunday)[0]?.from.getUTCFullYear()).toBe(2027);
  });

  it.each([
    "неделя моды",
    "полночь в Париже",
    "белые ночи",
    "вечер романса",
    "ночь музеев",
    "Sun City",
    "March of the Penguins",
    "май",
    "12 стульев",
    "17 мгновений весны",
    "24 часа",
    "до 500 рублей",
    "с 18 лет",
    "второе дыхание",
    "Morning Glory",
    "күргәзмә икенче катта",
  ])("%s says none", (query) => {
    expect(windowsIn(query).startsWith("0") || windowsIn(query).includes("…")).toBe(false);
  });

  it("look as far as a week where an hour stands alone", () => {
    expect(windowsIn("после 20:00").split(", ")).toHaveLength(7);
    expect(windowsIn("after 8 pm").split(", ")).toHaveLength(7);
  });
});

function nextDay(day: string): string {
  return DateTime.fromISO(`2026-${day}`, { zone: "utc" }).plus({ days: 1 }).toFormat("MM-dd");
}
