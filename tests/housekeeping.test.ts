import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { stepwise } from "../bot/database/stepwise.ts";
import { Receipts } from "../bot/doors/telegram/intake/receipt-store.ts";
import { housekeeping, retention } from "../bot/housekeeping.ts";
import { openCity } from "./support/city.ts";
import { personRow } from "./support/factories/person.ts";

const city = openCity({ plant: false });
const day = 24 * 3_600_000;

it("forgets what was settled a month ago, and nothing that is still to be sent", async () => {
  const { services, clock } = city;
  const now = clock.now();
  const ago = (days: number) => new Date(now.getTime() - days * day);
  await services.database.person.create({ data: personRow(now, { id: 7n }) });
  const base = { personId: 7n, kind: "reminder", payload: {}, lane: "normal", dueAt: ago(40), expiresAt: now } as const;
  await services.database.delivery.createMany({
    data: [
      { ...base, dedupeKey: "old and sent", state: "sent", settledAt: ago(31) },
      { ...base, dedupeKey: "old and uncertain", state: "uncertain", settledAt: ago(31) },
      { ...base, dedupeKey: "sent last week", state: "sent", settledAt: ago(7) },
      { ...base, dedupeKey: "old and still pending" },
    ],
  });
  await services.database.effect.createMany({
    data: [
      { cause: "telegram:1", step: "old", at: ago(3) },
      { cause: "telegram:2", step: "fresh", at: ago(1) },
    ],
  });
  const forgotten: [string, number][] = [];
  const job = housekeeping(services, new Receipts(services.database), (what, rows) => forgotten.push([what, rows]));
  await job.run(now);
  expect(forgotten).toEqual([
    ["effects", 1],
    ["deliveries", 2],
  ]);
  const left = await services.database.delivery.findMany({ orderBy: { id: "asc" }, select: { dedupeKey: true } });
  expect(left.map(({ dedupeKey }) => dedupeKey)).toEqual(["sent last week", "old and still pending"]);
  expect((await services.database.effect.findMany()).map(({ step }) => step)).toEqual(["fresh"]);
});

it("keeps what docs/operations.md says, for as long as it says", async () => {
  const page = await readFile(new URL("../docs/operations.md", import.meta.url), "utf8");
  const section = page.split("## What is kept how long")[1]?.split("\n## ")[0] ?? "";
  const told = [...section.matchAll(/^\| ([^|]+) \| (\d+|–) \|/gm)].map(([, what, days]) => `${what}: ${days}`);
  const { services } = city;
  const kept = retention(services, new Receipts(services.database)).map(({ what, days }) => `${what}: ${days ?? "–"}`);
  expect(told).toEqual(kept);
});

it("deletes step by step, each from where the last one ended, those of one moment among them", async () => {
  // Five of one moment are more than a step takes.
  let rows = [1, 2, 2, 2, 2, 2, 3, 9];
  const begun: number[] = [];
  const deleted = await stepwise(
    0,
    async (from) => {
      begun.push(from);
      const gone = rows.filter((at) => at >= from && at < 9).slice(0, 2);
      for (const at of gone) rows = rows.toSpliced(rows.indexOf(at), 1);
      return [{ count: gone.length, last: gone.at(-1) ?? null }];
    },
    2,
  );
  expect({ deleted, rows, begun }).toEqual({ deleted: 7, rows: [9], begun: [0, 2, 2, 2] });
});

it("forgets receipts and searches of before, more of them than a step takes, and counts the searches", async () => {
  const { services, clock } = city;
  const { database } = services;
  const now = clock.now();
  await database.$executeRaw`
    INSERT INTO "UpdateReceipt" ("key", "handledAt")
    SELECT 'telegram:' || i, ${now}::timestamptz - i % 4 * interval '1 day' - interval '1 second' FROM generate_series(1, 44000) i`;
  await database.person.create({ data: personRow(now, { id: 8n }) });
  await database.$executeRaw`
    INSERT INTO "SearchQuery" ("id", "personId", "chatKey", "found", "askedAt")
    SELECT 's' || i, 8, 'telegram:8', i % 2, ${now}::timestamptz - interval '31 days' - i * interval '1 millisecond'
    FROM generate_series(1, 12000) i`;
  const told = new Map<string, number>();
  await housekeeping(services, new Receipts(database), (what, rows) => told.set(what, rows)).run(now);
  expect(told.get("receipts")).toBe(22_000);
  expect(await database.updateReceipt.count()).toBe(22_000);
  expect(told.get("searches")).toBe(12_000);
  const counted = await database.forgotten.aggregate({
    _sum: { count: true },
    where: { what: { startsWith: "search:" } },
  });
  expect(counted._sum.count).toBe(12_000);
});
