import { beforeAll, describe, expect, it } from "vitest";
import { saveEvent } from "../../../bot/programme/save-store.ts";
import { search } from "../../../bot/programme/search/search-store.ts";
import { demoCity } from "../../../prisma/seed/demo-city.ts";
import { testDatabase } from "../../support/database.ts";
import { ndcgAt10 } from "./ndcg.ts";
import { conditional, inflected, type JudgedQuery, misspelt, plain, transcribed } from "./queries.ts";

const now = new Date("2026-11-19T12:00:00Z");
const zone = "Europe/Moscow";
const { database } = await testDatabase();
const recordIds = new Map<number, string>();

beforeAll(async () => {
  for (const { recordId, draft } of demoCity(now, zone)) {
    const origin = { source: "demo", recordId, fingerprint: recordId };
    const { eventId } = await saveEvent(database, draft, origin, { now, timeZone: zone });
    recordIds.set(eventId, recordId);
  }
});

async function foundBy(query: string): Promise<string[]> {
  const outcome = await search(database, { text: query, now, zone, limit: 10, offset: 0 });
  return outcome.kind === "nothing" ? [] : outcome.hits.map(({ eventId }) => recordIds.get(eventId) ?? "?");
}

const kinds: [string, readonly JudgedQuery[]][] = Object.entries({
  plain,
  inflected,
  misspelt,
  transcribed,
  conditional,
});

describe("the table of queries", () => {
  it("has at least 150 queries, each once, all about events of the demo city", () => {
    const all = kinds.flatMap(([, queries]) => queries);
    expect(new Set(all.map(({ query }) => query)).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(150);
    expect(all.flatMap(({ right }) => right).filter((id) => ![...recordIds.values()].includes(id))).toEqual([]);
  });

  it.each(kinds)("%s queries are answered by a right event first", async (kind, queries) => {
    const misses: string[] = [];
    let gain = 0;
    for (const { query, right } of queries) {
      const found = await foundBy(query);
      gain += ndcgAt10(found, right);
      if (!right.includes(found[0] ?? "")) misses.push(`${query}: ${found.slice(0, 4).join(", ") || "nothing"}`);
    }
    const ndcg = gain / queries.length;
    console.info(`${kind}: ${queries.length} queries, nDCG@10 ${ndcg.toFixed(3)}, first hit wrong ${misses.length}`);
    if (misses.length > 0) console.info(misses.join("\n"));
    expect(misses.length / queries.length).toBeLessThanOrEqual(0.05);
    expect(ndcg).toBeGreaterThanOrEqual(0.9);
  });
});
