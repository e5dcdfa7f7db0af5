import { describe, expect, it } from "vitest";
import { parseHours } from "../../bot/when/parse/parse-hours.ts";

describe("hours that somebody types", () => {
  it.each([
    ["9–21", { from: 540, until: 1_260 }],
    ["с 10:30 - 20:00", { from: 630, until: 1_200 }],
    ["22-2", { from: 1_320, until: 120 }],
    ["8–24", { from: 480, until: 0 }],
    ["10–10", null],
    ["25–30", null],
    ["утром", null],
  ])("%s", (said, hours) => {
    expect(parseHours(said)).toEqual(hours);
  });
});
