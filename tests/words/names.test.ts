import { describe, expect, test } from "vitest";
import { formatHeldIn } from "../../bot/words/held-in.ts";
import { formatMonthTitle, weekdayHeads } from "../../bot/words/time/calendar-heads.ts";
import { formatPeriod, type Period } from "../../bot/words/time/period.ts";
import { at, en, kazan, ru, tt } from "./words.ts";

describe("the language an event is held in", () => {
  test.each([
    ["it", ["на итальянском", "итальян телендә", "in Italian"]],
    ["tt-RU", ["на татарском", "татар телендә", "in Tatar"]],
    ["EN", ["на английском", "инглиз телендә", "in English"]],
    ["ja", ["на японском", "япон телендә", "in Japanese"]],
    ["fi", ["язык: финский", "тел: фин", "in Finnish"]],
    ["zxx", [null, null, null]],
    ["qqq", [null, null, null]],
    ["<b>", [null, null, null]],
    ["", [null, null, null]],
  ])("%s", (tag, expected) => {
    expect([ru, tt, en].map((t) => formatHeldIn(tag, t))).toEqual(expected);
  });
});

describe("the heading of a list", () => {
  const thursday = at("2025-11-20 18:00");
  const weekend = { first: at("2025-11-22 00:00"), last: at("2025-11-23 12:00") };
  test.each<[Period, { first: Date; last: Date }, string[]]>([
    [
      "tonight",
      { first: thursday, last: thursday },
      ["Сегодня вечером · чт, 20 ноября", "Бүген кич · 20 ноябрь, пәнҗешәмбе", "Tonight · Thu 20 November"],
    ],
    ["weekend", weekend, ["Выходные · 22–23 ноября", "Ял көннәре · 22–23 ноябрь", "Weekend · 22–23 November"]],
    ["now", { first: thursday, last: thursday }, ["Сейчас в эфире", "Хәзер туры эфирда", "Live now"]],
  ])("%s", (period, days, expected) => {
    expect([ru, tt, en].map((t) => formatPeriod(period, days, t, kazan, thursday))).toEqual(expected);
  });
});

test("the inline calendar has a month above and Monday first", () => {
  expect([ru, tt, en].map((t) => formatMonthTitle(2025, 11, t))).toEqual([
    "Ноябрь 2025",
    "Ноябрь, 2025 ел",
    "November 2025",
  ]);
  expect([ru, tt, en].map((t) => weekdayHeads(t).join(" "))).toEqual([
    "Пн Вт Ср Чт Пт Сб Вс",
    "Дүш Сиш Чәр Пән Җом Шим Якш",
    "Mon Tue Wed Thu Fri Sat Sun",
  ]);
});
