import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { demoCity } from "../../prisma/seed/demo-city.ts";
import { at, draftsAt, startingOn, startsOf, thursday, zone } from "./demo.ts";

const drafts = draftsAt(thursday);
const occurrences = drafts.flatMap((draft) => draft.occurrences);
const week = [17, 18, 19, 20, 21, 22, 23].map((day) => `2025-11-${day}T12:00`);

describe("the calendar", () => {
  it.each(week)("has ten events on this weekend and ten on the next, seen from %s", (iso) => {
    const monday = at(iso).startOf("week");
    for (const days of [5, 12]) {
      const weekend = [monday.plus({ days }), monday.plus({ days: days + 1 })];
      expect(startingOn(at(iso), weekend).length).toBeGreaterThanOrEqual(10);
    }
  });

  it.each(week)("never shows one event twice at a time, seen from %s", (iso) => {
    for (const draft of draftsAt(at(iso))) {
      const ends = draft.occurrences.map(({ startsAt, endsAt }) => (endsAt ?? startsAt).getTime());
      const next = startsOf(draft).slice(1);
      expect(next.every((start, index) => start >= (ends[index] ?? 0))).toBe(true);
    }
  });

  it("reaches from 50 days ago to 50 days ahead, and stays within 60", () => {
    const days = occurrences.map(({ startsAt }) => DateTime.fromJSDate(startsAt).diff(thursday, "days").days);
    expect(Math.min(...days)).toBeLessThan(-50);
    expect(Math.max(...days)).toBeGreaterThan(50);
    expect(days.every((day) => Math.abs(day) <= 60)).toBe(true);
  });

  it("has series of eight dates and more, and exhibitions of three weeks and more", () => {
    expect(drafts.filter((draft) => draft.occurrences.length >= 8).length).toBeGreaterThanOrEqual(5);
    const threeWeeks = 21 * 24 * 60 * 60_000;
    const long = occurrences.filter(({ startsAt, endsAt }) => endsAt && +endsAt - +startsAt >= threeWeeks);
    expect(long.length).toBeGreaterThanOrEqual(3);
  });

  it("crosses midnight, leaves an hour open, and leaves an end open", () => {
    const crossing = occurrences.filter(({ startsAt, endsAt }) => {
      const start = DateTime.fromJSDate(startsAt, { zone });
      return endsAt && +endsAt - +startsAt < 12 * 60 * 60_000 && +endsAt > +start.endOf("day");
    });
    expect(crossing.length).toBeGreaterThan(0);
    expect(occurrences.filter(({ hasStartTime }) => hasStartTime === false)).toHaveLength(1);
    expect(occurrences.some(({ endsAt, hasStartTime }) => !endsAt && hasStartTime !== false)).toBe(true);
  });

  it("ends nothing before it starts", () => {
    expect(occurrences.every(({ startsAt, endsAt }) => !endsAt || endsAt > startsAt)).toBe(true);
  });

  it("has two moved with their old time, one postponed, two cancelled, all still to come", () => {
    const coming = (status: string) =>
      occurrences.filter((occurrence) => occurrence.status === status && +occurrence.startsAt > +thursday);
    expect(coming("moved").length).toBeGreaterThanOrEqual(2);
    expect(coming("moved").every(({ previousStartsAt }) => previousStartsAt)).toBe(true);
    expect(coming("postponed").length).toBeGreaterThanOrEqual(1);
    expect(coming("cancelled").length).toBeGreaterThanOrEqual(2);
  });

  it("keeps its wall-clock hours when the clocks change", () => {
    const beforeChange = DateTime.fromISO("2026-03-25T12:00", { zone: "Europe/Berlin" });
    const records = demoCity(beforeChange.toJSDate(), "Europe/Berlin");
    const weekly = records.find(({ recordId }) => recordId === "theatre/play-reading")?.draft.occurrences ?? [];
    expect(weekly.length).toBeGreaterThan(8);
    for (const { startsAt } of weekly) {
      expect(DateTime.fromJSDate(startsAt, { zone: "Europe/Berlin" }).toFormat("HH:mm")).toBe("19:30");
    }
  });
});
