import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { formatSchedule } from "../../../bot/classes/lessons/words.ts";
import { expandRecurrence } from "../../../bot/when/expand.ts";
import { parseRecurrence } from "../../../bot/when/parse/parse-recurrence.ts";
import { en, ru, tt } from "../../words/words.ts";

const zone = "Europe/Moscow";
const now = new Date("2026-11-20T14:30:00Z");

/** Lessons of an hour, as a teacher would tell of them. */
function lessons(text: string) {
  const read = parseRecurrence(text, { now, zone });
  if (read.kind === "unclear") throw new Error(`${text}: ${read.what}`);
  return expandRecurrence(read.recurrence, zone).map(({ startsAt }) => ({
    startsAt,
    endsAt: new Date(startsAt.getTime() + 3_600_000),
    status: "scheduled" as "scheduled" | "cancelled" | "moved",
  }));
}

describe("a schedule in words", () => {
  it.each([
    [
      "пн ср 10:00 с 2 декабря 12 занятий",
      "по понедельникам и средам в 10:00, 12 занятий со среды, 2 декабря",
      "дүшәмбе һәм чәршәмбе көннәрендә 10:00дә, 2 декабрьдән (чәршәмбе) башлап 12 дәрес",
      "Mondays and Wednesdays at 10:00, 12 lessons from Wednesday 2 December",
    ],
    [
      "каждый день 18:30 с 1 июня 21 занятие",
      "каждый день в 18:30, 21 занятие со вторника, 1 июня",
      "көн саен 18:30да, 1 июньнән (сишәмбе) башлап 21 дәрес",
      "every day at 18:30, 21 lessons from Tuesday 1 June",
    ],
    [
      "пн 10:00, ср 18:30 с 2 декабря 6 занятий",
      "по понедельникам в 10:00 и по средам в 18:30, 6 занятий со среды, 2 декабря",
      "дүшәмбе көннәрендә 10:00дә һәм чәршәмбе көннәрендә 18:30да, 2 декабрьдән (чәршәмбе) башлап 6 дәрес",
      "Mondays at 10:00 and Wednesdays at 18:30, 6 lessons from Wednesday 2 December",
    ],
    [
      "1, 3 и 8 декабря в 18:00",
      "3 занятия, 1–8 декабря, в 18:00",
      "1–8 декабрь, 3 дәрес, 18:00дә",
      "3 lessons, 1–8 December, at 18:00",
    ],
    [
      "1 декабря в 10:00",
      "одно занятие во вторник, 1 декабря, в 10:00",
      "бер дәрес, 1 декабрьдә, сишәмбе көнне, 10:00дә",
      "one lesson on Tuesday 1 December at 10:00",
    ],
  ])("%s", (text, russian, tatar, english) => {
    const all = lessons(text);
    expect([ru, tt, en].map((t) => formatSchedule(all, zone, t))).toEqual([russian, tatar, english]);
  });

  it("stays the same for a pause, a cancelled lesson and one that was moved", () => {
    const all = lessons("чт 18:00 с 3 декабря 10 занятий кроме 1–8 января");
    const [first, second] = all;
    if (first) first.status = "cancelled";
    if (second) Object.assign(second, { status: "moved", startsAt: new Date(second.startsAt.getTime() + 86_400_000) });
    expect(formatSchedule(all, zone, en)).toBe("Thursdays at 18:00, 9 lessons from Friday 11 December");
  });

  it("keeps the wall clock over a change of the clocks", () => {
    const start = DateTime.fromISO("2027-03-22T19:00", { zone: "Europe/Berlin" });
    const all = [0, 7, 14].map((days) => {
      const startsAt = start.plus({ days }).toJSDate();
      return { startsAt, endsAt: startsAt, status: "scheduled" as const };
    });
    expect(formatSchedule(all, "Europe/Berlin", en)).toBe("Mondays at 19:00, 3 lessons from Monday 22 March");
  });

  it("is honest about none", () => {
    expect(formatSchedule([], zone, ru)).toBe("занятий пока нет");
  });
});
