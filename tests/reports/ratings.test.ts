import { expect, it } from "vitest";
import { spanOf } from "../../bot/reports/counting/span.ts";
import { report } from "../../bot/reports/reports.ts";
import { words } from "../support/city.ts";
import { testDatabase } from "../support/database.ts";
import { evening } from "../support/evening.ts";
import { isRated } from "./city-life.ts";

const { database } = await testDatabase();
const month = spanOf("month", evening.now, evening.timeZone);

it("ratings are counted by week with their average, and name what was liked best and least", async () => {
  const [monday, before] = ["2026-11-16T10:00:00Z", "2026-11-15T10:00:00Z"];
  await isRated(database, { title: "Лучшее", stars: [5, 5, 4], at: monday, from: 100 });
  await isRated(database, { title: "Худшее", stars: [1, 2, 1], at: before, from: 110 });
  await isRated(database, { title: "Среднее", stars: [3, 3, 3], at: before, from: 120 });
  await isRated(database, { title: "Тоже", stars: [4, 4, 3], at: before, from: 130 });
  await isRated(database, { title: "Мало кому", stars: [5, 5], at: before, from: 140 });
  const { plot, lines, tables } = await report("ratings", database, month, words.for("en"));
  expect(plot.labels).toEqual(["19 Oct", "26 Oct", "2 Nov", "9 Nov", "16 Nov"]);
  expect(plot.series[0]?.values).toEqual([0, 0, 0, 11, 3]);
  expect(plot.over?.values).toEqual([null, null, null, 3.09, 4.67]);
  expect(lines.slice(0, 3)).toEqual([
    "14 ratings, 3.43 of 5 stars on average.",
    "Liked best: Лучшее – 4.67 (3); Тоже – 3.67 (3); Среднее – 3.00 (3).",
    "Liked least: Худшее – 1.33 (3).",
  ]);
  expect(tables.map(({ rows }) => rows.length)).toEqual([5, 4, 4]);
  expect(tables[2]?.rows[0]).toEqual(["Худшее", 1.33, 3]);
});

it("somebody who rated many dates of an event is one of its people, in the ranks and in the weeks", async () => {
  const at = "2026-11-16T10:00:00Z";
  await isRated(database, { title: "Один и тот же", stars: [1], at, from: 200 });
  const [event] = await database.eventText.findMany({ where: { title: "Один и тот же" } });
  const [date] = await database.occurrence.findMany({ where: { eventId: event?.eventId ?? 0 } });
  if (date === undefined) throw new Error("it has a date");
  const { id: _, spansDays: __, ...same } = date;
  for (let index = 0; index < 5; index += 1) {
    const { id: occurrenceId } = await database.occurrence.create({ data: same });
    await database.rating.create({ data: { personId: 200, occurrenceId, stars: 1, ratedAt: new Date(at) } });
  }
  const { plot, tables } = await report("ratings", database, month, words.for("en"));
  expect(plot.series[0]?.values.at(-1)).toBe(4);
  expect(JSON.stringify(tables)).not.toContain("Один и тот же");
});
