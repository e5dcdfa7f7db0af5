import { describe, expect, it } from "vitest";
import { readMoment } from "../../../bot/classes/editing/read-moment.ts";

const zone = "Europe/Moscow";
/** A Friday, half past five in the afternoon. */
const now = new Date("2026-11-20T14:30:00Z");
/** Monday 30 November, 10:00 to 11:30. */
const present = { startsAt: new Date("2026-11-30T07:00:00Z"), endsAt: new Date("2026-11-30T08:30:00Z") };
const read = (text: string) => readMoment(text, present, { now, zone });

describe("a new time for a lesson", () => {
  it.each([
    ["5 декабря 18:00", "2026-12-05T15:00", 90],
    ["сб 5 декабря 18:00", "2026-12-05T15:00", 90],
    ["5 декабрь 18:00", "2026-12-05T15:00", 90],
    ["Sat 5 December at 18:00", "2026-12-05T15:00", 90],
    ["5.12 18:00–19:00", "2026-12-05T15:00", 60],
    ["18:30", "2026-11-30T15:30", 90],
    ["сәгать 18дә", "2026-11-30T15:00", 90],
    ["завтра", "2026-11-21T07:00", 90],
    ["иртәгә 12:00", "2026-11-21T09:00", 90],
    ["on Friday at 19:00", "2026-11-27T16:00", 90],
    ["в среду в 12", "2026-11-25T09:00", 90],
    ["1 декабря 23:30–00:30", "2026-12-01T20:30", 60],
  ])("is read from «%s»", (text, startsAt, minutes) => {
    const start = new Date(`${startsAt}:00Z`);
    expect(read(text)).toEqual({
      kind: "moment",
      startsAt: start,
      endsAt: new Date(start.getTime() + minutes * 60_000),
    });
  });

  it.each([
    ["когда-нибудь", "nothing"],
    ["1 и 3 декабря", "nothing"],
    ["31 ноября 10:00", "day"],
    ["сегодня 17:00", "past"],
  ])("is asked for again after «%s»: %s", (text, what) => {
    expect(read(text)).toEqual({ kind: "unclear", what });
  });

  it("is asked for again where the weekday is another one, which is named", () => {
    expect(read("пт 5 декабря 18:00")).toEqual({
      kind: "unclear",
      what: "weekday",
      day: new Date("2026-12-04T21:00:00Z"),
    });
  });
});
