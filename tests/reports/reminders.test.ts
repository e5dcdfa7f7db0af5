import { expect, it } from "vitest";
import { forgetDeliveries } from "../../bot/delivery/forget-store.ts";
import { forget } from "../../bot/privacy/erase-store.ts";
import { fill, spanOf } from "../../bot/reports/counting/span.ts";
import { countReminders } from "../../bot/reports/subjects/reminder-store.ts";
import { testDatabase } from "../support/database.ts";
import { evening } from "../support/evening.ts";
import { arrives, settles } from "./city-life.ts";

const { database } = await testDatabase();
const { now, timeZone } = evening;
const week = spanOf("week", now, timeZone);
const year = spanOf("year", now, timeZone);

it("reminders are counted by their outcome, and stay counted when they are forgotten after 30 days", async () => {
  await arrives(database, 10, "2026-01-01T00:00:00Z");
  await settles(database, 10, "reminder", "sent", "2026-11-19T21:30:00Z");
  await settles(database, 10, "join", "failed", "2026-11-20T10:00:00Z");
  await settles(database, 10, "digest", "sent", "2026-11-20T10:00:00Z");
  await settles(database, 10, "lesson", "sent", "2026-06-30T21:30:00Z");
  const sent = async () => fill(year, ["sent", "missed"], (await countReminders(database, year)).deliveries);
  const before = await sent();
  expect(before).toEqual([
    [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1],
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
  ]);
  expect(await forgetDeliveries(database, new Date("2026-10-21T00:00:00Z"))).toBe(1);
  expect(await sent()).toEqual(before);
  await forget(database, 10, now);
  expect(await sent()).toEqual(before);
  expect(await database.delivery.count()).toBe(0);
});

it("reminders are counted once when an outcome is corrected, as what it became", async () => {
  await arrives(database, 11, "2026-01-01T00:00:00Z");
  const count = async () => fill(week, ["sent", "missed"], (await countReminders(database, week)).deliveries).flat();
  const before = await count();
  const { id } = await settles(database, 11, "reminder", "uncertain", "2026-11-18T10:00:00Z");
  await database.delivery.update({
    where: { id },
    data: { state: "sent", settledAt: new Date("2026-11-19T10:00:00Z") },
  });
  const after = await count();
  expect(after.map((value, index) => value - (before[index] ?? 0))).toEqual([
    0,
    0,
    0,
    0,
    0,
    1,
    0,
    ...week.buckets.map(() => 0),
  ]);
});
