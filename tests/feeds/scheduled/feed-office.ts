import { beforeEach } from "vitest";
import { createFeed, type NewFeed } from "../../../bot/feeds/scheduled/feed-store.ts";
import { type FeedDeps, type FeedRan, runFeed } from "../../../bot/feeds/scheduled/run/run-feed.ts";
import { createLog } from "../../../bot/log.ts";
import { testDatabase } from "../../support/database.ts";
import { personRow, roleRow } from "../../support/factories/person.ts";

export const timeZone = "Europe/Moscow";
export const firstRun = new Date("2026-11-20T03:00:00Z");
export const day = 86_400_000;

/** An empty programme before each test of the calling file, with an admin (1) who makes feeds, and an editor of an institution (2). */
export async function openFeedOffice() {
  const { database } = await testDatabase();
  const office = { now: firstRun, patience: 60_000 };
  const stopping = new AbortController();
  const deps: FeedDeps = {
    database,
    log: createLog("silent", false),
    clock: { now: () => office.now },
    city: {
      ...{ timeZone, language: "ru", secondAdminFrom: 1_000, certificateAttendance: 0.75 },
    },
    ways: {
      alsoReach: ["127.0.0.1"],
      pace: 0,
      get patience() {
        return office.patience;
      },
    },
    signal: stopping.signal,
  };
  for (const id of [1, 2]) await database.person.create({ data: personRow(firstRun, { id }) });
  const { id: institutionId } = await database.institution.create({ data: {} });
  beforeEach(async () => {
    office.now = firstRun;
    office.patience = 60_000;
    await database.$executeRaw`TRUNCATE "Event", "Feed", "AuditEntry", "Delivery", "StaffRole" CASCADE`;
    await database.staffRole.create({ data: roleRow(firstRun, { personId: 1, role: "admin" }) });
    await database.staffRole.create({ data: roleRow(firstRun, { personId: 2, role: "editor", institutionId }) });
  });

  /** Makes a feed and resolves to its number. */
  const make = async (feed: Partial<NewFeed> & Pick<NewFeed, "kind" | "address">, by = 1): Promise<number> => {
    const usual = { key: null, hour: 6, institutionId: null, action: "publish" as const };
    const made = await createFeed(database, { by, now: office.now }, { ...usual, ...feed });
    if (made.kind === "forbidden") throw new Error("forbidden");
    return made.value.feedId;
  };
  const run = (feedId: number, how: { isForced?: boolean; isDue?: boolean } = {}): Promise<FeedRan> =>
    runFeed(deps, feedId, how);
  const titles = async () =>
    (await database.eventText.findMany({ orderBy: { eventId: "asc" } })).map(({ title }) => title);
  const deliveries = async () => (await database.delivery.findMany({ orderBy: { id: "asc" } })).map(({ kind }) => kind);
  return { database, office, deps, stopping, institutionId, make, run, titles, deliveries };
}
