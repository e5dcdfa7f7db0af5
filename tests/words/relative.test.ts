import { describe, expect, test } from "vitest";
import { permanentEnd } from "../../bot/programme/occurrence-end.ts";
import { formatRelative } from "../../bot/words/time/relative.ts";
import type { Times } from "../../bot/words/time/when.ts";
import { at, en, kazan, ru, tt } from "./words.ts";

const now = at("2025-11-20 18:00");

function times(start: string, end: string, hasStartTime = true): Times {
  return { startsAt: at(start), endsAt: at(end), hasStartTime, hasEndTime: true };
}

const concert = (start: string) => {
  const startsAt = at(start);
  return { ...times(start, start), endsAt: new Date(startsAt.getTime() + 2 * 3_600_000) };
};

const cases: [string, Times, string | null, string | null, string | null][] = [
  ["1 min", concert("2025-11-20 18:01"), "вот-вот начнётся", "менә-менә башлана", "about to start"],
  ["2 min", concert("2025-11-20 18:02"), "через 2 мин", "2 минуттан", "in 2 min"],
  ["25 min", concert("2025-11-20 18:25"), "через 25 мин", "25 минуттан", "in 25 min"],
  ["1 h", concert("2025-11-20 19:00"), "через 1 час", "1 сәгатьтән", "in 1 hour"],
  ["1 h 25 min", concert("2025-11-20 19:25"), "через 1 час 25 мин", "1 сәгать 25 минуттан", "in 1 hour 25 min"],
  ["3 h", concert("2025-11-20 21:10"), "через 3 часа", "3 сәгатьтән", "in 3 hours"],
  ["5 h", concert("2025-11-20 23:00"), "через 5 часов", "5 сәгатьтән", "in 5 hours"],
  ["more than 6 h, after midnight", concert("2025-11-21 00:30"), "завтра", "иртәгә", "tomorrow"],
  ["tomorrow", concert("2025-11-21 19:00"), "завтра", "иртәгә", "tomorrow"],
  ["in two days", concert("2025-11-22 10:00"), "послезавтра", "берсекөнгә", "the day after tomorrow"],
  ["in 5 days", concert("2025-11-25 10:00"), "через 5 дней", "5 көннән", "in 5 days"],
  ["in 3 days", concert("2025-11-23 23:00"), "через 3 дня", "3 көннән", "in 3 days"],
  ["far off", concert("2025-12-25 10:00"), null, null, null],
  ["running", concert("2025-11-20 17:00"), "идёт сейчас", "хәзер бара", "on now"],
  ["starting this minute", concert("2025-11-20 18:00"), "идёт сейчас", "хәзер бара", "on now"],
  ["over", concert("2025-11-20 16:00"), "уже закончилось", "тәмамланды", "finished"],
  ["today without an hour", times("2025-11-20 00:00", "2025-11-21 00:00", false), "сегодня", "бүген", "today"],
  ["tomorrow without an hour", times("2025-11-21 00:00", "2025-11-22 00:00", false), "завтра", "иртәгә", "tomorrow"],
  ["15 days left", times("2025-11-01 10:00", "2025-12-05 18:00"), "ещё 15 дней", "тагын 15 көн", "15 more days"],
  ["1 day left", times("2025-11-01 10:00", "2025-11-21 18:00"), "ещё 1 день", "тагын 1 көн", "1 more day"],
  [
    "the last day ends at midnight",
    times("2025-11-01 10:00", "2025-11-21 00:00"),
    "сегодня последний день",
    "бүген соңгы көн",
    "today is the last day",
  ],
  ["on for good", { ...concert("2020-11-01 10:00"), endsAt: permanentEnd }, null, null, null],
];

describe("how far off an occurrence is", () => {
  test.each(cases)("%s", (_name, occurrence, russian, tatar, english) => {
    expect([ru, tt, en].map((t) => formatRelative(occurrence, t, kazan, now))).toEqual([russian, tatar, english]);
  });

  test("an instant after midnight is near, not tomorrow", () => {
    expect(formatRelative(concert("2025-11-21 00:30"), ru, kazan, at("2025-11-20 23:45"))).toBe("через 45 мин");
  });

  test("tomorrow is a calendar day, though the night between has 23 or 25 hours", () => {
    const t = (start: string, instant: string) =>
      formatRelative(
        { startsAt: new Date(start), endsAt: new Date("2026-01-01T00:00:00Z"), hasStartTime: true, hasEndTime: false },
        en,
        "Europe/Berlin",
        new Date(instant),
      );
    expect(t("2025-03-30T21:30:00Z", "2025-03-29T23:30:00Z")).toBe("in 22 hours");
    expect(t("2025-03-31T05:00:00Z", "2025-03-30T08:00:00Z")).toBe("tomorrow");
    expect(t("2025-10-27T05:00:00Z", "2025-10-25T22:30:00Z")).toBe("tomorrow");
  });
});
