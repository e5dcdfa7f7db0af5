import { describe, expect, it } from "vitest";
import { datesOf, lessonsOf, momentOf } from "./saying.ts";

/** What may stand behind a moment, a date or a series, and changes it or is asked about. */
const additions = [
  "каждую неделю",
  "каждый месяц",
  "3 занятия",
  "6 недель",
  "кроме субботы",
  "кроме 1 января",
  "кроме праздников",
  "без антракта",
  "не на улице",
  "на час позже",
  "через неделю",
  "через 2 часа",
  "2 часа",
  "90 минут",
  "до конца зимы",
  "раз в неделю",
  "по субботам",
  "в 20:00",
  "7 января",
  "вечером",
  "сбор",
  "кабинет 12",
  "весной",
  "every week",
  "3 lessons",
  "except Sunday",
  "an hour later",
  "in two weeks",
  "no entry",
  "for two hours",
  "room 12",
  "һәр атна",
  "3 дәрес",
  "якшәмбедән башка",
  "бер сәгатькә соңрак",
  "2 атнадан соң",
  "12 бүлмә",
];

/** Each reading, a text that it understands, and additions that say of it what it says already. */
const readings = [
  ["a moment", momentOf, "5 декабря 18:00", []],
  ["a moment in English", momentOf, "5 December 18:00", []],
  [
    "dates",
    datesOf,
    "5 и 7 декабря 18:00",
    ["кроме 1 января", "кроме праздников", "except Sunday", "якшәмбедән башка"],
  ],
  [
    "dates in Tatar",
    datesOf,
    "5 һәм 7 декабрь 18:00",
    ["кроме 1 января", "кроме праздников", "except Sunday", "якшәмбедән башка"],
  ],
  ["a run of days", datesOf, "5–7 декабря", []],
  [
    "lessons",
    lessonsOf,
    "по субботам 18:00 с 12 декабря, 3 занятия",
    [
      "кроме 1 января",
      "кроме праздников",
      "except Sunday",
      "якшәмбедән башка",
      "каждый месяц",
      "каждую неделю",
      "3 занятия",
      "every week",
      "3 lessons",
      "һәр атна",
      "3 дәрес",
      "по субботам",
      "раз в неделю",
    ],
  ],
] as const;

describe.each(readings)("%s: no word behind it is passed over", (_, read, text, same: readonly string[]) => {
  it.each(additions.filter((one) => !same.includes(one)))("«%s»", (addition) => {
    expect(read(`${text}, ${addition}`)).not.toBe(read(text));
  });
});
