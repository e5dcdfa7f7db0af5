import { Prisma } from "../../prisma/client/client.ts";
import type { Database } from "../database/database.ts";
import { wakeDispatcher } from "../delivery/outbox-store.ts";
import { isReachable } from "../people/address.sql.ts";
import { mostTold } from "../wishes/wish.ts";
import type { Here } from "./digest-store.ts";
import { currentSlot, lastMoment, nextSlot } from "./slot-store.ts";

/** Digests per statement: about half a second, far below the statement timeout of 15 s. */
const batchSize = 25_000;

/** Statements at a time: PostgreSQL gives each a core, and answers to people keep the other connections. */
const workers = 2;

/** From so many new rows on, the planner is told: without statistics each claim sorted the whole backlog. */
const worthAnalyzing = 10_000;

export interface FanOut {
  /** Put into the outbox. */
  enqueued: number;
  /** Moved on without a message: too late, or the person cannot be written to. */
  skipped: number;
}

/**
 * Puts every digest that is due into the outbox and moves it on to its next slot, both in one statement a batch, so that
 * a crash neither loses nor doubles one. What one worker has locked, here or on another instance, the others pass over.
 */
export async function fanOutDigests(database: Database, here: Here): Promise<FanOut> {
  const shares = await Promise.all(Array.from({ length: workers }, () => fanOutShare(database, here)));
  const enqueued = shares.reduce((sum, share) => sum + share.enqueued, 0);
  const skipped = shares.reduce((sum, share) => sum + share.skipped, 0);
  if (enqueued >= worthAnalyzing) await database.$executeRaw`ANALYZE "Delivery"`;
  return { enqueued, skipped };
}

async function fanOutShare(database: Database, here: Here): Promise<FanOut> {
  const share: FanOut = { enqueued: 0, skipped: 0 };
  for (;;) {
    const { due, enqueued } = await fanOutBatch(database, here);
    share.enqueued += enqueued;
    share.skipped += due - enqueued;
    if (enqueued > 0) await wakeDispatcher(database);
    if (due < batchSize) return share;
  }
}

/**
 * What people follow comes with their digest, and its news count as told by it. Thousands share hour and zone: their slots are computed once, a row at
 * a time they took most of the statement.
 */
async function fanOutBatch(database: Database, { now, cityZone }: Here): Promise<{ due: number; enqueued: number }> {
  const key = Prisma.sql`"zone", "cadence", "hour", "weekday", "quietFrom"`;
  const [counts] = await database.$queryRaw<{ due: number; enqueued: number }[]>`
    WITH due AS MATERIALIZED (
      SELECT d."personId", d."sections", d."hasPictures", ${isReachable(Prisma.sql`p."id"`)} AS "isReachable", coalesce(p."timeZone", ${cityZone}) AS "zone",
             d."cadence", d."hour", d."weekday", coalesce(p."quietFrom", 0) AS "quietFrom"
      FROM "Digest" d JOIN "Person" p ON p."id" = d."personId"
      WHERE d."nextAt" <= ${now} ORDER BY d."nextAt" LIMIT ${batchSize} FOR UPDATE OF d SKIP LOCKED
    ), slot AS MATERIALIZED (
      SELECT *, ${lastMoment(Prisma.sql`"at"`)} AS "last", to_char("at", 'YYYY-MM-DD"T"HH24:MI') AS "name"
      FROM (SELECT *, ${currentSlot(now)} AS "at", ${nextSlot(now)} AS "next" FROM (SELECT DISTINCT ${key} FROM due) s) s
    ), planned AS MATERIALIZED (
      SELECT * FROM due JOIN slot USING (${key})
    ), moved AS (
      UPDATE "Digest" d SET "nextAt" = p."next" FROM planned p WHERE d."personId" = p."personId"
    ), enqueued AS (
      INSERT INTO "Delivery" ("personId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt")
      SELECT "personId", 'digest', jsonb_build_object('cadence', "cadence", 'sections', "sections", 'pictures', "hasPictures",
             'at', to_char("at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), 'bulk',
             'digest:' || "personId" || ':' || "name", "at", "last"
      FROM planned WHERE "isReachable" AND "last" > ${now}
      ON CONFLICT ("dedupeKey") DO NOTHING RETURNING "personId", "dueAt"
    ), followed AS (
      UPDATE "WishNews" n SET "toldAt" = f."dueAt" FROM (
        SELECT n."id", e."dueAt", row_number() OVER (PARTITION BY e."personId" ORDER BY n."foundAt", n."id") AS "turn"
        FROM enqueued e JOIN "Wish" w ON w."personId" = e."personId" AND w."kind" <> 'search'
        JOIN "WishNews" n ON n."wishId" = w."id" AND n."toldAt" IS NULL) f
      WHERE n."id" = f."id" AND f."turn" <= ${mostTold}::int
    )
    SELECT (SELECT count(*) FROM due)::int AS "due", (SELECT count(*) FROM enqueued)::int AS "enqueued"`;
  return counts ?? { due: 0, enqueued: 0 };
}
