import { describe, expect, it } from "vitest";
import { lessonsNeeded, prospectOf } from "../../../bot/classes/certificates/certificate.ts";

describe("the lessons a certificate takes", () => {
  it.each([
    [12, 75, 9],
    [10, 75, 8],
    [1, 75, 1],
    [12, 100, 12],
    [12, 1, 1],
    [7, 60, 5],
  ])("of %i lessons %i %% are %i", (lessons, percent, needed) => {
    expect(lessonsNeeded(lessons, percent)).toBe(needed);
  });
});

describe("what somebody may hope for who attended", () => {
  it.each([
    [{ attended: 9, noted: 10, lessons: 12 }, { kind: "enough" }],
    [
      { attended: 3, noted: 5, lessons: 12 },
      { kind: "possible", short: 6 },
    ],
    [
      { attended: 8, noted: 11, lessons: 12 },
      { kind: "possible", short: 1 },
    ],
    [
      { attended: 2, noted: 6, lessons: 12 },
      { kind: "out of reach", short: 7, isOver: false },
    ],
    [
      { attended: 8, noted: 12, lessons: 12 },
      { kind: "out of reach", short: 1, isOver: true },
    ],
  ])("%o at 75 %%: %o", (own, prospect) => {
    expect(prospectOf(own, 75)).toEqual(prospect);
  });

  it("depends on the share that the city asks for", () => {
    expect(prospectOf({ attended: 6, noted: 12, lessons: 12 }, 50)).toEqual({ kind: "enough" });
  });
});
