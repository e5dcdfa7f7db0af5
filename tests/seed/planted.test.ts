import { expect, it } from "vitest";
import { lastPlanted } from "../../prisma/seed/articles/plant-store.ts";
import { isPlanted } from "../../prisma/seed/plant-store.ts";
import { testDatabase } from "../support/database.ts";
import { evening } from "../support/evening.ts";

const { now } = evening;
const { database } = await testDatabase(undefined, "city");

it("a city stands for six hours, and not before the last of it is planted", async () => {
  const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  expect(await isPlanted(database, later(5))).toBe(true);
  expect(await isPlanted(database, later(7))).toBe(false);
  await database.article.delete({ where: { origin: lastPlanted } });
  expect(await database.event.count()).toBeGreaterThan(0);
  expect(await isPlanted(database, later(5))).toBe(false);
});
