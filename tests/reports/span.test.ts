import { describe, expect, it } from "vitest";
import { byWeeks, fill, freeSpan, spanOf } from "../../bot/reports/counting/span.ts";

describe("a span", () => {
  it("of a week has seven days of the city, the last of them today", () => {
    const { buckets, from } = spanOf("week", new Date("2026-11-20T22:30:00Z"), "Europe/Moscow");
    expect(buckets).toEqual([
      "2026-11-15",
      "2026-11-16",
      "2026-11-17",
      "2026-11-18",
      "2026-11-19",
      "2026-11-20",
      "2026-11-21",
    ]);
    expect(from).toEqual(new Date("2026-11-14T21:00:00Z"));
  });

  it("of a year has twelve months, even when it began on the 31st", () => {
    const { buckets } = spanOf("year", new Date("2027-03-31T12:00:00Z"), "Europe/Moscow");
    expect(buckets).toHaveLength(12);
    expect([buckets[0], buckets[10], buckets[11]]).toEqual(["2026-04-01", "2027-02-01", "2027-03-01"]);
  });

  it("of a month in weeks begins with the Monday of its first day", () => {
    const span = byWeeks(spanOf("month", new Date("2026-11-20T12:00:00Z"), "Europe/Moscow"));
    expect(span.buckets).toEqual(["2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"]);
    expect(span.from).toEqual(new Date("2026-10-18T21:00:00Z"));
  });

  it("of chosen days is counted by days, weeks or months, and ends now where it is not over", () => {
    const now = new Date("2026-11-20T12:00:00Z");
    const of = (first: string, last: string) => freeSpan({ first, last }, now, "Europe/Moscow");
    expect(of("2026-11-01", "2026-11-30")).toMatchObject({
      unit: "day",
      lastDay: "2026-11-20",
      isOpen: true,
      until: now,
    });
    expect(of("2026-11-01", "2026-11-30").buckets).toHaveLength(20);
    const autumn = of("2026-09-02", "2026-11-15");
    expect(autumn.unit).toBe("week");
    expect(autumn.buckets.slice(0, 2)).toEqual(["2026-09-02", "2026-09-07"]);
    expect(autumn).toMatchObject({ isOpen: false, until: new Date("2026-11-15T20:59:59.999Z") });
    expect(of("2025-09-15", "2026-05-31").buckets.slice(0, 2)).toEqual(["2025-09-15", "2025-10-01"]);
    expect(of("2025-09-15", "2026-05-31").buckets).toHaveLength(9);
  });

  it("begins at midnight across a change of the clock", () => {
    const { from, buckets } = spanOf("week", new Date("2026-03-30T12:00:00Z"), "Europe/Berlin");
    expect(buckets).toHaveLength(7);
    expect(from).toEqual(new Date("2026-03-23T23:00:00Z"));
  });

  it("has zeros where nothing was counted, and adds up what comes twice", () => {
    const span = spanOf("week", new Date("2026-11-20T12:00:00Z"), "UTC");
    const tally = { bucket: "2026-11-19", name: "a", count: 2 };
    expect(fill(span, ["a", "b"], [tally, tally, { ...tally, bucket: "2020-01-01" }])).toEqual([
      [0, 0, 0, 0, 0, 4, 0],
      [0, 0, 0, 0, 0, 0, 0],
    ]);
  });
});
