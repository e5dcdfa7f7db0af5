import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { createWhen } from "../../prisma/seed/when.ts";

const zone = "Europe/Moscow";
const whenAt = (iso: string) => createWhen(DateTime.fromISO(iso, { zone }).toJSDate(), zone);
const written = (time: DateTime) => time.toFormat("yyyy-MM-dd HH:mm");

describe("tonight", () => {
  it.each([
    { now: "2025-11-20T10:00", hour: 19, is: "2025-11-20 19:00", why: "an hour to come stays" },
    { now: "2025-11-20T10:00", hour: 1, is: "2025-11-21 01:00", why: "an hour after midnight is tomorrow's date" },
    { now: "2025-11-20T20:10", hour: 19, is: "2025-11-20 21:40", why: "an hour gone by moves into what is left" },
    { now: "2025-11-20T23:50", hour: 22, is: "2025-11-21 01:45", why: "and may move past midnight" },
    { now: "2025-11-20T03:30", hour: 22, is: "2025-11-20 03:45", why: "before 04:00 it is still last evening" },
    { now: "2025-11-20T03:58", hour: 23, is: "2025-11-20 03:59", why: "and never runs over 04:00" },
    { now: "2025-11-20T04:00", hour: 19, is: "2025-11-20 19:00", why: "at 04:00 the next evening begins" },
    { now: "2025-12-31T21:00", hour: 2, is: "2026-01-01 02:00", why: "it may run into the new year" },
  ])("$now, asked for $hour:00, gives $is: $why", ({ now, hour, is }) => {
    expect(written(whenAt(now).tonight(hour, 0))).toBe(is);
  });
});

describe("days and minutes", () => {
  it("count from the date in the zone, over the leap day", () => {
    expect(written(whenAt("2028-02-28T23:00").inDays(1, 18, 30))).toBe("2028-02-29 18:30");
    expect(written(whenAt("2028-03-01T23:00").past(1, 18, 30))).toBe("2028-02-29 18:30");
  });

  it("are whole: minutes ago at or before, in minutes at or after", () => {
    const when = whenAt("2025-11-20T18:00:45");
    expect(written(when.minutesAgo(20))).toBe("2025-11-20 17:40");
    expect(written(when.inMinutes(16))).toBe("2025-11-20 18:17");
  });

  it("take the weekend of this week, on a Sunday too", () => {
    expect(written(whenAt("2025-11-23T12:00").weekend(6, 11, 0))).toBe("2025-11-22 11:00");
  });
});

describe("every week", () => {
  it("gives those weekdays in order, and nothing further than 60 days", () => {
    const when = whenAt("2025-11-20T12:00");
    expect(when.everyWeek([3, 6], 14, 0, { from: 0, to: 1 }).map(written)).toEqual([
      "2025-11-19 14:00",
      "2025-11-22 14:00",
      "2025-11-26 14:00",
      "2025-11-29 14:00",
    ]);
    expect(when.everyWeek([1], 10, 0, { from: -20, to: 20 })).toHaveLength(18);
  });
});
