import { describe, expect, it } from "vitest";
import { Freshness, parsePosition } from "../../bot/database/replica/freshness.ts";
import { isChange, isOfList } from "../../bot/database/replica/statements.ts";

describe("how old a replica is", () => {
  it("is reckoned from the last moment at which the primary had no more than the replica has", () => {
    const freshness = new Freshness();
    expect(freshness.age(0)).toBe(Number.POSITIVE_INFINITY);
    freshness.notePrimary(100n, 0);
    freshness.noteReplica(90n);
    expect(freshness.age(10)).toBe(Number.POSITIVE_INFINITY);
    freshness.notePrimary(200n, 500);
    freshness.noteReplica(100n);
    expect(freshness.age(600)).toBe(600);
    freshness.notePrimary(200n, 1_000);
    freshness.noteReplica(250n);
    expect(freshness.age(1_000)).toBe(0);
    // It stands still, and the primary writes on.
    freshness.notePrimary(300n, 1_500);
    freshness.noteReplica(250n);
    expect(freshness.age(1_500)).toBe(500);
    // Nothing new is written: what it has is all there is.
    freshness.noteReplica(300n);
    expect(freshness.age(1_600)).toBe(100);
  });

  it("is never said too young of one that was far behind for long, and soon right again", () => {
    const freshness = new Freshness();
    for (let at = 0; at < 1_000; at += 1) freshness.notePrimary(BigInt(at), at);
    freshness.noteReplica(500n);
    expect(freshness.age(1_000)).toBeGreaterThanOrEqual(500);
    expect(freshness.age(1_000)).toBeLessThan(550);
    freshness.noteReplica(999n);
    freshness.notePrimary(1_000n, 1_000);
    freshness.noteReplica(1_000n);
    expect(freshness.age(1_000)).toBe(0);
  });

  it.each([
    ["0/0", 0n],
    ["0/3000148", 0x3000148n],
    ["16/B374D848", 0x16b374d848n],
    // What a primary says where a replica says 0/3002000: the next record begins behind the page's header.
    ["0/3002018", 0x3002000n],
    ["0/3002020", 0x3002020n],
  ])("position %s", (text, position) => {
    expect(parsePosition(text)).toBe(position);
  });
});

const shown = 'e."withdrawnAt" IS NULL AND e."publishedAt" <= $1';

describe("a statement", () => {
  it.each([
    [`WITH m AS (SELECT o.* FROM "Occurrence" o JOIN "Event" e ON true WHERE ${shown}) SELECT * FROM m`, "list"],
    [`SELECT e."section"::"Section" FROM "Event" e WHERE ${shown}`, "list"],
    ['SELECT w."word" FROM "SearchWord" w', "list"],
    ['SELECT 1 WHERE EXISTS (SELECT FROM "findDocuments"($1))', "list"],
    // As editors see it.
    ['SELECT e."section"::"Section" FROM "Event" e', "neither"],
    // Of a person, a card, nobody; or a model call, which is for one row.
    [`SELECT * FROM "Event" e JOIN "Reminder" r ON true WHERE ${shown}`, "neither"],
    [`SELECT * FROM "Event" e LEFT JOIN "StatusReason" s ON true WHERE ${shown}`, "neither"],
    ["SELECT 1", "neither"],
    ['SELECT "public"."Event"."id" FROM "public"."Event" WHERE "public"."Event"."id" = $1', "neither"],
    ['SELECT * FROM "Event" FOR NO KEY UPDATE', "change"],
    ['WITH gone AS (DELETE FROM "Event" RETURNING 1) SELECT * FROM gone', "change"],
    ['INSERT INTO "public"."Reminder" ("id") VALUES ($1)', "change"],
    ['UPDATE "Occurrence" SET "status" = $1', "change"],
    ['INSERT INTO "UpdateReceipt" ("key") VALUES ($1)', "neither"],
    ['WITH b AS (DELETE FROM "UpdateBegun") INSERT INTO "Dialogue" ("key") VALUES ($1)', "neither"],
    ['WITH b AS (DELETE FROM "UpdateBegun") INSERT INTO "Rating" ("key") VALUES ($1)', "change"],
    ["SAVEPOINT part_1", "neither"],
    ["COMMIT", "neither"],
  ])("%s is %s", (sql, kind) => {
    expect(isOfList(sql)).toBe(kind === "list");
    expect(isChange(sql)).toBe(kind === "change");
  });
});
