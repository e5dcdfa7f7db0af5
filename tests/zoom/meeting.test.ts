import { describe, expect, it } from "vitest";
import { toRequest } from "../../bot/zoom/client/schedule-request.ts";
import { align, type Occurrence, type PlannedLesson, scheduleFor } from "../../bot/zoom/meeting.ts";
import { datesOf, scheduleShape } from "../support/zoom/meetings.ts";

const zone = "Europe/Moscow";
const hour = 3_600_000;

/** Lessons of an hour at these times in Moscow. */
const lessons = (...times: string[]): PlannedLesson[] =>
  times.map((time, index) => {
    const startsAt = new Date(`${time}:00+03:00`);
    return { lessonId: index + 1, startsAt, endsAt: new Date(startsAt.getTime() + hour), occurrenceId: null };
  });

const occurrences = (...times: string[]): Occurrence[] =>
  lessons(...times).map(({ startsAt, lessonId }) => ({ id: `o${lessonId}`, startsAt, minutes: 60 }));

describe("a schedule", () => {
  it("of one lesson has a single date", () => {
    expect(scheduleFor(lessons("2026-12-01T10:00"), zone)).toMatchObject({ kind: "single", minutes: 60 });
  });

  it.each([
    ["Mondays and Wednesdays", ["2026-11-30T10:00", "2026-12-02T10:00", "2026-12-07T10:00"], [1, 3], 3],
    ["with holidays between", ["2026-12-28T10:00", "2027-01-11T10:00"], [1], 3],
    ["with a day of its own", ["2026-11-30T10:00", "2026-12-03T12:00", "2026-12-07T10:00"], [1, 4], 3],
    ["two on one day", ["2026-11-30T10:00", "2026-11-30T12:00"], [1], 2],
    ["years apart", ["2026-11-30T10:00", "2029-11-26T10:00"], [1], 2],
  ])("%s: recurs on these weekdays, so many times", (_, times, weekdays, count) => {
    expect(scheduleFor(lessons(...times), zone)).toMatchObject({ kind: "weekly", weekdays, times: count });
  });

  it("of more than fifty lessons is none", () => {
    const many = Array.from({ length: 51 }, (_, day) =>
      new Date(Date.UTC(2026, 10, 1 + day)).toISOString().slice(0, 16),
    );
    expect(scheduleFor(lessons(...many.slice(1)), zone)).toMatchObject({ times: 50 });
    expect(scheduleFor(lessons(...many), zone)).toBeUndefined();
    expect(align([], lessons(...many), zone)).toMatchObject({ kind: "refused" });
  });

  it("keeps its wall clock when the clocks change", () => {
    const berlin = "Europe/Berlin";
    const startsAt = new Date("2026-10-19T08:00:00Z");
    const schedule = { kind: "weekly", startsAt, minutes: 90, weekdays: [1, 7], times: 4 } as const;
    const request = toRequest({ ...schedule, weekdays: [1, 7] }, berlin);
    expect(request).toMatchObject({ type: 8, start_time: "2026-10-19T10:00:00", timezone: berlin });
    expect(request.recurrence).toEqual({ type: 2, repeat_interval: 1, weekly_days: "2,1", end_times: 4 });
    expect(datesOf(scheduleShape.parse(request)).map(({ start_time }) => start_time)).toEqual([
      "2026-10-19T08:00:00Z",
      "2026-10-25T09:00:00Z",
      "2026-10-26T09:00:00Z",
      "2026-11-01T09:00:00Z",
    ]);
  });
});

describe("a meeting", () => {
  const three = ["2026-11-30T10:00", "2026-12-07T10:00", "2026-12-14T10:00"];

  it("whose dates are the lessons' is left alone, and tells which is whose", () => {
    expect(align(occurrences(...three), lessons(...three), zone)).toEqual({
      kind: "aligned",
      occurrences: [1, 2, 3].map((n) => ({ lessonId: n, occurrenceId: `o${n}` })),
    });
  });

  it("loses the dates that no lesson has", () => {
    const [first, , third] = lessons(...three);
    if (!first || !third) throw new Error("three lessons");
    expect(align(occurrences(...three), [first, third], zone)).toEqual({
      kind: "steps",
      steps: [{ kind: "drop", id: "o2" }],
    });
  });

  it("has the date of a moved lesson moved, by the id that the lesson knows", () => {
    const [first, second, third] = lessons("2026-11-30T10:00", "2026-12-15T18:00", "2026-12-14T10:00");
    if (!first || !second || !third) throw new Error("three lessons");
    const known = [first, { ...second, occurrenceId: "o2" }, third];
    expect(align(occurrences(...three), known, zone)).toEqual({
      kind: "steps",
      steps: [{ kind: "move", to: { id: "o2", startsAt: second.startsAt, minutes: 60 } }],
    });
  });

  it("has the date of a longer lesson made longer", () => {
    const [lesson] = lessons("2026-11-30T10:00");
    if (!lesson) throw new Error("a lesson");
    const longer = { ...lesson, endsAt: new Date(lesson.endsAt.getTime() + hour / 2) };
    expect(align(occurrences("2026-11-30T10:00"), [longer], zone)).toMatchObject({
      steps: [{ kind: "move", to: { minutes: 90 } }],
    });
  });

  it("with fewer dates than lessons gets new ones", () => {
    expect(align(occurrences(three[0] ?? ""), lessons(...three), zone)).toMatchObject({
      steps: [{ kind: "reschedule", schedule: { kind: "weekly", times: 3 } }],
    });
  });

  it("without lessons loses all its dates", () => {
    expect(align(occurrences(...three), [], zone)).toMatchObject({ steps: three.map(() => ({ kind: "drop" })) });
  });
});
