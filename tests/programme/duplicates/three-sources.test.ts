import { expect, it } from "vitest";
import { settleAll } from "../../../bot/programme/duplicates/settle-store.ts";
import { testDatabase } from "../../support/database.ts";
import { storeRecords } from "./store-records.ts";
import { inventSources } from "./three-sources.ts";

const now = new Date("2026-11-20T12:00:00Z");
const { database } = await testDatabase();

it("of three sources with 5 % duplicates, merged is what is one, and what is doubtful is asked", async () => {
  const records = inventSources(500, 5);
  const truthOf = await storeRecords(database, records, now);
  await settleAll(database, [...truthOf.keys()], now);

  const pairs = await database.eventPair.findMany();
  const isOne = ({ firstId, secondId }: { firstId: number; secondId: number }): boolean =>
    truthOf.get(firstId) === truthOf.get(secondId);
  const merged = pairs.filter(({ state }) => state === "merged");
  const asked = pairs.filter(({ state }) => state === "suspected");
  const byTruth = Map.groupBy(truthOf.keys(), (eventId) => truthOf.get(eventId));
  // An event that came three times merges twice.
  const copies = [...byTruth.values()].reduce((sum, ids) => sum + ids.length - 1, 0);
  const right = merged.filter(isOne).length;
  const precision = right / merged.length;
  const recall = right / copies;
  const found = (right + asked.filter(isOne).length) / copies;
  const shown = [precision, recall, found].map((share) => `${(share * 100).toFixed(1)} %`);
  console.info(
    `${records.length} records, ${copies} copies: merged ${merged.length}, precision ${shown[0]}, recall ${shown[1]}; ` +
      `with the ${asked.length} that are asked ${shown[2]} found`,
  );
  const title = async (id: number) => (await database.eventText.findFirst({ where: { eventId: id } }))?.title;
  const wrong = merged.filter((pair) => !isOne(pair));
  const wrongly = await Promise.all(wrong.map(async (pair) => [await title(pair.firstId), await title(pair.secondId)]));
  expect(wrongly).toEqual([]);
  expect(copies).toBeGreaterThan(60);
  expect(recall).toBeGreaterThan(0.8);
  expect(found).toBeGreaterThan(0.95);
  // Nobody is asked about more than there are copies.
  expect(asked.length).toBeLessThan(copies);
});
