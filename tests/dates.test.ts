import { expect, it } from "vitest";
import { datesAround, datesOfTheDay } from "../scripts/dates.ts";
import { evening } from "./support/evening.ts";

const dates = datesAround(evening.now);
const day = (n: number) => new Date(evening.now.getTime() + n * 86_400_000);

it("the dates to test at are moments, and both changes of the clocks are still to come", () => {
  expect(dates.filter(({ at }) => !at.isValid)).toEqual([]);
  const changes = dates.filter(({ name }) => name.startsWith("summer-time")).map(({ at }) => at);
  expect(changes.map((at) => at.plus({ minutes: 15 }).offset - at.offset)).toEqual([60, -60]);
});

it("two of them are tested a day, and all come round", () => {
  const days = dates.map((_, n) => datesOfTheDay(dates, day(n)).map(({ name }) => name));
  for (const names of days) expect(new Set(names).size).toBe(2);
  expect(new Set(days.slice(0, Math.ceil(dates.length / 2)).flat()).size).toBe(dates.length);
});
