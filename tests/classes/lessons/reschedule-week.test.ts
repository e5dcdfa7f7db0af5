import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { layLessons, type NewWeek } from "../../../bot/classes/lessons/moving/reschedule-week.ts";

const zone = "Europe/Berlin";
const at = (text: string): Date => DateTime.fromISO(text, { zone }).toJSDate();

/** Three lessons of 90 minutes: Wednesday 24 March, Monday 29 March, Wednesday 31 March 2027; summer time begins on the 28th. */
const lessons = ["2027-03-24T10:00", "2027-03-29T10:00", "2027-03-31T10:00"].map((start, index) => ({
  lessonId: index + 1,
  startsAt: at(start),
  endsAt: new Date(at(start).getTime() + 90 * 60_000),
  timeZone: zone,
}));

const now = at("2027-03-20T12:00");
const week = (days: NewWeek["days"], over: Partial<NewWeek> = {}): NewWeek => ({
  days,
  everyWeeks: 1,
  pauses: [],
  ...over,
});

const laid = (to: NewWeek, when: { from?: Date; now?: Date } = {}): string[] =>
  layLessons(lessons, to, { from: when.from ?? when.now ?? now, now: when.now ?? now }).map(
    ({ lessonId, ...times }) => {
      const [start, end] = [times.startsAt, times.endsAt].map((time) => DateTime.fromJSDate(time, { zone }));
      return `${lessonId} ${start?.toFormat("dd.MM HH:mm")}–${end?.toFormat("HH:mm")}`;
    },
  );

describe("lessons laid on another week", () => {
  it.each<[string, NewWeek, { from?: Date; now?: Date }, string[]]>([
    [
      "begin in the week of the first one and keep hours and length over a change of the clock",
      week([{ weekday: 2 }, { weekday: 4 }, { weekday: 6 }]),
      {},
      ["1 23.03 10:00–11:30", "2 25.03 10:00–11:30", "3 27.03 10:00–11:30"],
    ],
    [
      "take the hours that were said, each day its own",
      week([
        { weekday: 5, time: 720 },
        { weekday: 7, time: 18 * 60, length: 60 },
      ]),
      {},
      ["1 26.03 12:00–13:30", "2 28.03 18:00–19:00", "3 02.04 12:00–13:30"],
    ],
    [
      "begin on the day that was said",
      week([{ weekday: 2 }, { weekday: 4 }, { weekday: 6 }]),
      { from: at("2027-03-24T00:00") },
      ["1 25.03 10:00–11:30", "2 27.03 10:00–11:30", "3 30.03 10:00–11:30"],
    ],
    [
      "never begin at an hour that is over",
      week([{ weekday: 2 }, { weekday: 4 }, { weekday: 6 }]),
      { now: at("2027-03-23T10:30") },
      ["1 25.03 10:00–11:30", "2 27.03 10:00–11:30", "3 30.03 10:00–11:30"],
    ],
    [
      "leave out days without lessons, and every other week",
      week([{ weekday: 5 }], { everyWeeks: 2, pauses: [{ first: "2027-04-09", last: "2027-04-09" }] }),
      {},
      ["1 26.03 10:00–11:30", "2 23.04 10:00–11:30", "3 07.05 10:00–11:30"],
    ],
  ])("%s", (_, to, when, expected) => {
    expect(laid(to, when)).toEqual(expected);
  });
});
