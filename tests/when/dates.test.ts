import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { parseDates } from "../../bot/when/parse/parse-dates.ts";
import { reading } from "../programme/editing/posters.ts";

const local = (instant: Date | undefined) =>
  instant && DateTime.fromJSDate(instant, { zone: reading.zone }).toFormat("yyyy-MM-dd HH:mm");

describe("dates that staff type", () => {
  it.each<[string, string[]]>([
    ["завтра в 19:00", ["2026-11-21 19:00"]],
    ["иртәгә 19:00", ["2026-11-21 19:00"]],
    ["27.11 18:30", ["2026-11-27 18:30"]],
    ["5 декабря", ["2026-12-05 00:00"]],
    ["1, 3 и 5 декабря в 18:00", ["2026-12-01 18:00", "2026-12-03 18:00", "2026-12-05 18:00"]],
    ["every Friday 19:00 until 5 December", ["2026-11-20 19:00", "2026-11-27 19:00", "2026-12-04 19:00"]],
    ["һәр җомга 19:00, 5 декабрьгә кадәр", ["2026-11-20 19:00", "2026-11-27 19:00", "2026-12-04 19:00"]],
    ["в субботу в 19:00", ["2026-11-21 19:00"]],
    ["шимбә 18:00", ["2026-11-21 18:00"]],
  ])("%s", (text, expected) => {
    const read = parseDates(text, reading);
    expect(read.kind === "dates" ? read.dates.map(({ startsAt }) => local(startsAt)) : read.what).toEqual(expected);
  });

  it.each([
    ["when the mood takes us", "days"],
    ["every Friday 19:00", "count"],
    ["каждую пятницу", "time"],
    ["14 ноября 19:00", "start"],
  ])("%s lacks %s", (text, what) => {
    expect(parseDates(text, reading)).toMatchObject({ kind: "unclear", what });
  });
});
