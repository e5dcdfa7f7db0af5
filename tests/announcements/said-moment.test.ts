import { describe, expect, it } from "vitest";
import { readHours, readMoment } from "../../bot/announcements/said-moment.ts";

/** A Friday, half past five in the afternoon in Kazan. */
const now = new Date("2026-11-20T14:30:00Z");
const zone = "Europe/Moscow";

describe("a moment that somebody types", () => {
  it.each([
    ["завтра в 10:00", "2026-11-21T07:00:00Z"],
    ["в воскресенье в 12:15", "2026-11-22T09:15:00Z"],
    ["5 декабря 18:30", "2026-12-05T15:30:00Z"],
    ["иртәгә 10:00", "2026-11-21T07:00:00Z"],
    ["5 декабрь 9:00", "2026-12-05T06:00:00Z"],
    ["tomorrow at 10:30", "2026-11-21T07:30:00Z"],
    ["on Monday at 7 pm", "2026-11-23T16:00:00Z"],
    ["19:00", "2026-11-20T16:00:00Z"],
    ["9:00", "2026-11-21T06:00:00Z"],
  ])("%s", (said, at) => {
    expect(readMoment(said, { now, zone })).toEqual({ kind: "moment", at: new Date(at) });
  });

  it("may be past, or none", () => {
    expect(readMoment("сегодня в 10:00", { now, zone })).toEqual({ kind: "past" });
    expect(readMoment("скоро", { now, zone })).toEqual({ kind: "unclear" });
  });
});

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
    expect(readHours(said)).toEqual(hours);
  });
});
