import { expect, it } from "vitest";
import { datesAround, datesOfTheDay } from "../scripts/develop/dates.ts";
import { evening } from "./support/evening.ts";

const day = (n: number) => new Date(evening.now.getTime() + n * 86_400_000);

it("the dates to test at are still to come, whatever day it is", () => {
  for (let n = 0; n < 5 * 366; n += 1) {
    const dates = new Map(datesAround(day(n)).map(({ name, at }) => [name, at]));
    expect(Math.min(...[...dates.values()].map((at) => at.toMillis()))).toBeGreaterThan(day(n + 1).getTime());
    const turns = ["summer-time-begins", "summer-time-ends"].map((name) => {
      const at = dates.get(name);
      return (at?.plus({ minutes: 15 }).offset ?? 0) - (at?.offset ?? 0);
    });
    expect(turns).toEqual([60, -60]);
    const formatted = (name: string) => dates.get(name)?.toFormat("ccc dd.MM. HH:mm");
    expect(formatted("friday-evening")).toMatch(/^Fri .* 18:00$/);
    expect(formatted("before-four")).toMatch(/ 03:59$/);
    expect(formatted("february-28")).toContain("28.02. 23:50");
    expect(formatted("february-29")).toContain("29.02. 12:00");
    expect(formatted("new-year")).toContain("31.12. 23:50");
  }
});

it("two of them are tested a day, and all come round", () => {
  const dates = datesAround(evening.now);
  const days = dates.map((_, n) => datesOfTheDay(dates, day(n)).map(({ name }) => name));
  for (const names of days) expect(new Set(names).size).toBe(2);
  expect(new Set(days.slice(0, Math.ceil(dates.length / 2)).flat()).size).toBe(dates.length);
});
