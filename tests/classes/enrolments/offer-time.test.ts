import { describe, expect, it } from "vitest";
import { offerUntil } from "../../../bot/classes/enrolments/offers/offer-time.ts";

const noon = new Date("2026-11-20T12:00:00Z");
const inHours = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);

describe("a place is held", () => {
  it.each([
    ["for twelve hours when lessons are far", [48], 12],
    ["for twelve hours up to a lesson in fourteen", [14], 12],
    ["until two hours before a nearer lesson", [13], 11],
    ["for an hour at least", [3], 1],
    ["beyond a lesson that is too near", [2.99, 24], 12],
    ["until two hours before the next lesson that is not", [1, 2, 5, 26], 3],
    ["whatever the order of the lessons", [26, 5], 3],
    ["beyond lessons that are over", [-48, -24, 6], 4],
  ])("%s", (_, lessons, hours) => {
    expect(offerUntil(noon, lessons.map(inHours))).toEqual(inHours(hours));
  });

  it.each([
    ["no lesson is planned", []],
    ["all are over", [-24, -1]],
    ["the last one is too near", [-24, 2.9]],
  ])("for nobody when %s", (_, lessons) => {
    expect(offerUntil(noon, lessons.map(inHours))).toBeNull();
  });
});
