import { markMissing, noteSeen } from "../../bot/feeds/scheduled/record-store.ts";
import { claimFeed } from "../../bot/feeds/scheduled/run/claim-store.ts";
import { findToLookAt } from "../../bot/feeds/scheduled/shown-store.ts";
import { findCandidates, findComingIds } from "../../bot/programme/duplicates/candidate-store.ts";
import { findContenders } from "../../bot/programme/duplicates/contender-store.ts";
import { mergeEvents, partEvents } from "../../bot/programme/duplicates/merge-store.ts";
import { listPairs } from "../../bot/programme/duplicates/queue-store.ts";
import { findStandIn } from "../../bot/programme/duplicates/stand-in-store.ts";
import { giveVoicesBack, moveVoices } from "../../bot/programme/duplicates/voices-store.ts";
import { type Calls, now } from "./stage.ts";

export const sources: Calls = {
  "feeds/scheduled/run/claim-store.ts": (database) => claimFeed(database, 1, now, { isDue: true }),
  "feeds/scheduled/record-store.ts": async (database, { event }) => {
    const records = [{ eventId: event, recordId: "1", url: null, starts: [] }];
    const { id } = await database.feed.create({
      data: { kind: "ical", address: "https://example.org/", hour: 5, action: "draft", createdAt: now, nextAt: now },
    });
    await noteSeen(database, id, { records, unmodified: [] }, now);
    await markMissing(database, id, { records, unmodified: [], refusedIds: [] }, now);
  },
  "feeds/scheduled/shown-store.ts": (database) => findToLookAt(database, 1, { language: "ru", now, most: 5 }),
  "programme/duplicates/candidate-store.ts": async (database, { event }) => {
    await findCandidates(database, [event], now);
    await findComingIds(database, now);
  },
  "programme/duplicates/contender-store.ts": (database, { event }) => findContenders(database, [event], now),
  "programme/duplicates/merge-store.ts": (database, { event }) =>
    database.$transaction(async (tx) => {
      const other = await tx.event.findFirstOrThrow({ where: { id: { not: event } } });
      const merging = { keptId: event, goneId: other.id };
      await mergeEvents(tx, merging, { likeness: 1, reason: "none" }, now);
      await partEvents(tx, merging, { state: "distinct" }, now);
    }),
  "programme/duplicates/queue-store.ts": (database) =>
    listPairs(database, {
      ...{ shelf: "suspected", institutionIds: [1], language: "ru", now },
      ...{ limit: 5, offset: 0 },
    }),
  "programme/duplicates/stand-in-store.ts": (database, { occurrence }) => findStandIn(database, occurrence),
  "programme/duplicates/voices-store.ts": (database, { event, occurrence }) =>
    database.$transaction(async (tx) => {
      await moveVoices(tx, [{ from: occurrence, to: occurrence + 1 }], now);
      await giveVoicesBack(tx, { keptId: event, goneId: event }, now);
    }),
};
