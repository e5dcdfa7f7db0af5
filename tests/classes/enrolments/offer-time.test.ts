import { describe, expect, it } from "vitest";
import { offerUntil } from "../../../bot/classes/enrolments/offers/offer-time.ts";

const moscow = "Europe/Moscow";

/** A wall clock of the group's city. */
const at = (local: string) => new Date(`2026-11-${local}:00+03:00`);

describe("a place is held", () => {
  it.each([
    ["for twelve waking hours when lessons are far", "20T09:00", ["28T18:00"], "21T11:00"],
    ["over the night, in which nobody answers", "20T17:52", ["28T18:00"], "21T18:52"],
    ["from the morning on when it came in the night", "20T02:00", ["28T18:00"], "21T11:00"],
    ["until two hours before a nearer lesson", "20T12:00", ["20T19:00"], "20T17:00"],
    ["for an hour at least", "20T12:00", ["20T15:00"], "20T13:00"],
    ["beyond a lesson that is too near", "20T12:00", ["20T14:59", "28T18:00"], "21T13:00"],
    ["until the evening before a lesson in the early morning", "20T12:00", ["21T09:00"], "20T21:00"],
    ["until nine in the evening before a lesson late at night", "20T12:00", ["20T23:30"], "20T21:00"],
    ["beyond an early lesson that would leave less than an hour", "20T20:30", ["21T09:00", "28T18:00"], "22T10:30"],
    ["whatever the order of the lessons", "20T12:00", ["22T18:00", "20T19:00"], "20T17:00"],
    ["beyond lessons that are over", "20T12:00", ["18T18:00", "20T18:00"], "20T16:00"],
  ])("%s", (_, now, lessons, until) => {
    expect(offerUntil(at(now), lessons.map(at), moscow)).toEqual(at(until));
  });

  it.each([
    ["no lesson is planned", []],
    ["all are over", ["18T18:00", "20T11:00"]],
    ["the last one is too near", ["18T18:00", "20T14:50"]],
  ])("for nobody when %s", (_, lessons) => {
    expect(offerUntil(at("20T12:00"), lessons.map(at), moscow)).toBeNull();
  });

  it("never ends while people sleep, and never sooner than in an hour, whenever it is made", () => {
    for (let hour = 0; hour < 24 * 7; hour += 1) {
      const now = new Date(at("20T00:30").getTime() + hour * 3_600_000);
      for (const lesson of ["21T08:00", "23T19:00", "26T23:00"]) {
        const until = offerUntil(now, [at(lesson), at("29T12:00")], moscow);
        if (until === null) throw new Error("there is a lesson far off");
        const minutes = (((until.getTime() / 60_000 + 180) % 1440) + 1440) % 1440;
        expect(minutes).toBeGreaterThanOrEqual(10 * 60);
        expect(minutes).toBeLessThanOrEqual(21 * 60);
        expect(until.getTime() - now.getTime()).toBeGreaterThanOrEqual(3_600_000);
      }
    }
  });
});
