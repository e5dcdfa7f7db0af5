import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { FeedFormat } from "../../bot/feeds/feed-format.ts";
import { importFeed } from "../../bot/feeds/import.ts";
import type { ImportOptions } from "../../bot/feeds/import-options.ts";
import { parseKudagoRecord } from "../../bot/feeds/kudago/parse.ts";
import { testDatabase } from "../support/database.ts";
import { formatOf } from "../support/format.ts";
import { day, december5, hour, page, record } from "./kudago-records.ts";

const kudago = formatOf("kudago");
const now = new Date("2026-12-01T12:00:00Z");
let statements: string[] = [];
const { database } = await testDatabase({ onStatement: (sql) => statements.push(sql) });

let folder = "";
let path = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ishek-import-"));
  path = join(folder, "feed.json");
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  await database.$executeRaw`TRUNCATE "Event", "Place" CASCADE`;
  statements = [];
});

async function importRecords(records: unknown[] | string, options: Partial<ImportOptions> = {}, format = kudago) {
  await writeFile(path, typeof records === "string" ? records : page(records));
  return importFeed(database, format, path, { now, timeZone: "Europe/Moscow", ...options });
}

const three = [
  record({ id: 1 }),
  record({ id: 2, title: "спектакль" }),
  record({ id: 3, title: "лекция", categories: [] }),
];
const starts = async () =>
  (await database.occurrence.findMany({ orderBy: { startsAt: "asc" } })).map((one) => one.startsAt);

describe("an import", () => {
  it("creates, and says what it refused and doubted, and why", async () => {
    const summary = await importRecords([
      ...three,
      { id: 4, title: "без дат" },
      "мусор",
      record({ id: 5, price: "9 руб.", is_free: true }),
    ]);
    expect(summary).toMatchObject({
      read: 6,
      created: 4,
      updated: 0,
      unchanged: 0,
      refused: [
        { id: "4", problem: { code: "no_dates" } },
        { id: "record 5", problem: { code: "no_event" } },
      ],
      warnings: [{ id: "5", problem: { code: "free_and_paid", said: "9 руб." } }],
    });
    expect(summary).not.toHaveProperty("stopped");
    expect(await database.event.count()).toBe(4);
    expect(await database.place.count()).toBe(1);
  });

  it("repeated, sends nothing but one question per record", async () => {
    await importRecords(three);
    statements = [];
    expect(await importRecords(three)).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    expect(statements).toHaveLength(3);
    expect(statements.filter((sql) => !/^SELECT/i.test(sql))).toEqual([]);
  });

  it("takes a record for unchanged when only what nobody reads has changed", async () => {
    await importRecords([record({ favorites_count: 3 })]);
    expect(await importRecords([record({ favorites_count: 400 })])).toMatchObject({ unchanged: 1 });
  });

  it("updates what changed and keeps what a person wrote", async () => {
    await importRecords(three);
    const { eventId } = await database.origin.findFirstOrThrow({ where: { recordId: "1" } });
    await database.event.update({ where: { id: eventId }, data: { isFree: true, editedFields: ["isFree"] } });
    const changed = record({ id: 1, title: "концерт «Другой вечер»", age_restriction: "18+" });
    expect(await importRecords([changed, ...three.slice(1)])).toMatchObject({ updated: 1, unchanged: 2 });
    expect(await database.event.findUnique({ where: { id: eventId }, include: { texts: true } })).toMatchObject({
      isFree: true,
      ageMin: 18,
      texts: [{ title: "Концерт «Другой вечер»" }],
    });
  });

  it("of broken JSON keeps what came before, and says where it broke", async () => {
    const whole = page(three);
    const summary = await importRecords(whole.slice(0, whole.lastIndexOf('{"id":3') + 20));
    expect(summary).toMatchObject({
      created: 2,
      stopped: { kind: "broken", problem: { code: "json_breaks_off", count: 2 } },
    });
  });

  it("broken off finishes the record in hand, and repeated does the rest", async () => {
    const asked = new AbortController();
    const interrupted: FeedFormat = {
      ...kudago,
      async *records(source, options) {
        for await (const parsed of kudago.records(source, options)) {
          if ("recordId" in parsed && parsed.recordId === "2") asked.abort();
          yield parsed;
        }
      },
    };
    const first = await importRecords(three, { signal: asked.signal }, interrupted);
    expect(first).toMatchObject({ read: 2, created: 2, stopped: { kind: "asked" } });
    expect(await importRecords(three)).toMatchObject({ created: 1, unchanged: 2 });
  });

  it("broken off by a failing database loses nothing that was saved", async () => {
    const failing: FeedFormat = {
      ...kudago,
      async *records() {
        yield parseKudagoRecord(three[0], "Europe/Moscow");
        throw new Error("the house burnt down");
      },
    };
    await expect(importRecords(three, {}, failing)).rejects.toThrow("the house burnt down");
    expect(await database.event.count()).toBe(1);
  });

  it("running twice at the same moment makes each event once", async () => {
    const both = await Promise.all([importRecords(three), importRecords(three)]);
    expect(both.map(({ created }) => created).reduce((sum, count) => sum + count)).toBe(3);
    expect(await database.event.count()).toBe(3);
  });

  it("as a dry run compares and writes nothing", async () => {
    await importRecords(three.slice(0, 2));
    const changed = [record({ id: 1, price: "7 руб." }), ...three.slice(1)];
    expect(await importRecords(changed, { dryRun: true })).toMatchObject({ created: 1, updated: 1, unchanged: 1 });
    expect(await database.event.count()).toBe(2);
  });

  it("that is shifted has its busiest day today, at the same hours", async () => {
    const dates = [december5 - 40 * day, december5, december5 + hour, december5 + 3 * day].map((start) => ({ start }));
    await importRecords([record({ dates })], { shift: true, now: new Date("2027-07-10T09:00:00Z") });
    expect(await starts()).toEqual([
      new Date("2027-05-31T16:00:00Z"),
      new Date("2027-07-10T16:00:00Z"),
      new Date("2027-07-10T17:00:00Z"),
      new Date("2027-07-13T16:00:00Z"),
    ]);
  });

  it("that is shifted over a change of the clocks keeps the hour on the wall", async () => {
    const start = Date.UTC(2026, 2, 20, 18) / 1000;
    await importRecords([record({ dates: [{ start }] })], {
      shift: true,
      timeZone: "Europe/Berlin",
      now: new Date("2026-04-02T09:00:00Z"),
    });
    expect(await starts()).toEqual([new Date("2026-04-02T17:00:00Z")]);
  });
});
