import { Prisma } from "../../prisma/client/client.ts";
import { gather } from "../database/batch.ts";
import type { Database } from "../database/database.ts";
import { type CityDay, countVisit, isBefore } from "../reports/counting/active-store.ts";
import type { Language } from "../words/language.ts";
import { erasing, type Person } from "./person-store.ts";
import { type Nights, quietHoursOf, usualQuietHours } from "./quiet-hours.ts";

interface Arrival {
  /** Of somebody unknown, how they are seen in Telegram and the settings that everybody begins with. */
  person: Person;
  isKnown: boolean;
  /** The update was handled before. */
  seen: boolean;
  /** How often the handling of the update was begun before and did not end, because the program died. */
  begun: number;
  /** State of the running dialogue in this chat, as the conversations plugin wrote it. */
  dialogue: unknown;
  /** This very update erased the person, who read it in this language: nobody is made known by its repetition. */
  erasedIn: Language | null;
}

interface ArrivalRow extends Nights {
  id: bigint | null;
  language: Language;
  firstName: string;
  timeZone: string | null;
  mutesAnnouncements: boolean | null;
  lastSeenAt: Date;
  isFirstToday: boolean;
  blockedAt: Date | null;
  seen: boolean;
  begun: number;
  dialogue: unknown;
  erasedIn: Language | null;
}

interface ArrivingUpdate {
  updateId: number;
  /** By which its beginning is noted. None: it is noted already, or need not be. */
  beginning?: string | null;
  userId: number;
  firstName: string;
  language: Language;
  now: Date;
  city: CityDay;
  /** Whether somebody unknown is made known by it. */
  mayIntroduce: boolean;
}

/**
 * Who and what is known, for the updates of one day of the city. Each is looked up in its index: as joins, the planner
 * would read the whole table of receipts for as long as it believes it empty.
 *
 * Noting that they begin costs no statement and no wait for the disk, because the table is unlogged. One that was begun
 * twice is not noted here: it has to wait for its turn first (doors/telegram/attempts/suspects.ts).
 */
const findArrivals = gather(
  (database: Database, updates: [ArrivingUpdate, ...ArrivingUpdate[]]) => {
    const ids = updates.map(({ userId }) => BigInt(userId));
    const updateIds = updates.map(({ updateId }) => BigInt(updateId));
    const beginnings = updates.map(({ beginning = null }) => beginning);
    return database.$queryRaw<ArrivalRow[]>`
      WITH noted AS (
        INSERT INTO "UpdateBegun" ("key", "count", "at")
        SELECT DISTINCT b."key", 1, ${updates[0].now}::timestamptz FROM unnest(${beginnings}::text[]) AS b("key")
        WHERE b."key" IS NOT NULL ORDER BY b."key"
        ON CONFLICT ("key") DO UPDATE SET "count" = "UpdateBegun"."count" + 1 WHERE "UpdateBegun"."count" < 2
      )
      SELECT p."id", p."language"::text AS "language", p."firstName", p."timeZone", p."quietFrom",
             p."quietUntil", p."mutesAnnouncements", p."lastSeenAt", p."blockedAt",
             ${isBefore(Prisma.sql`p."lastSeenAt"`, updates[0].city)} AS "isFirstToday",
             (SELECT true FROM "UpdateReceipt" r WHERE r."updateId" = u."updateId" LIMIT 1) IS NOT NULL AS "seen",
             coalesce((SELECT b."count" FROM "UpdateBegun" b WHERE b."key" = u."beginning" LIMIT 1), 0) AS "begun",
             (SELECT d."state" FROM "Dialogue" d WHERE d."key" = u."id"::text LIMIT 1) AS "dialogue",
             (SELECT e."outcome" ->> 'language' FROM "Effect" e
              WHERE e."cause" = 'telegram:' || u."updateId" AND e."step" = ${erasing} LIMIT 1) AS "erasedIn"
      FROM unnest(${ids}::bigint[], ${updateIds}::bigint[], ${beginnings}::text[])
        WITH ORDINALITY AS u("id", "updateId", "beginning", "place")
      LEFT JOIN LATERAL (SELECT * FROM "Person" WHERE "id" = u."id" LIMIT 1) p ON true
      ORDER BY u."place"`;
  },
  { keyOf: ({ city: { day, zone } }) => `${day} ${zone}` },
);

/**
 * Finds the person behind an update, or makes one where it may, and says whether the update was handled before: one statement, shared by
 * all who come at the same time, and one more for somebody new, back after an hour or on another day of the city,
 * renamed, or back after blocking the bot.
 */
export async function receive(database: Database, update: ArrivingUpdate): Promise<Arrival> {
  const id = BigInt(update.userId);
  // No Telegram sends one; in the shared statement it would fail everybody who comes at the same time.
  if (BigInt.asIntN(64, id) !== id) throw new RangeError("the id of a person is too large");
  const row = await findArrivals(database, update);
  const visit = countVisit(id, update.city);
  const isUnknown = row.id === null;
  const isNew = isUnknown && update.mayIntroduce && row.erasedIn === null;
  if (isNew) {
    // Somebody else may be inserting the same person: the next statement then changes nothing that matters.
    await database.$executeRaw`
      WITH visit AS (
        INSERT INTO "Person" ("id", "language", "firstName", "firstSeenAt", "lastSeenAt")
        VALUES (${id}, ${update.language}::"Language", ${update.firstName}, ${update.now}, ${update.now})
        ON CONFLICT DO NOTHING RETURNING NULL::timestamptz AS "before"
      ) ${visit}`;
  } else if (!isUnknown && isStale(row, update)) {
    // Whoever comes at once by another way waits for the lock, and then finds that today is counted. It is the lock of an
    // update, beside which a fan-out puts its rows into the outbox: nobody waits for those of 25,000 people.
    await database.$executeRaw`
      WITH visit AS (
        SELECT "lastSeenAt" AS "before" FROM "Person" WHERE "id" = ${id} FOR NO KEY UPDATE
      ), noted AS (
        UPDATE "Person" SET "firstName" = ${update.firstName}, "lastSeenAt" = ${update.now}, "blockedAt" = NULL,
          "unblockedAt" = CASE WHEN "blockedAt" IS NOT NULL THEN ${update.now}::timestamptz ELSE "unblockedAt" END
        FROM visit WHERE "id" = ${id}
      ) ${visit}`;
  }
  return {
    person: {
      id: update.userId,
      language: isUnknown ? update.language : row.language,
      firstName: update.firstName,
      timeZone: isUnknown ? null : row.timeZone,
      quiet: isUnknown ? usualQuietHours : quietHoursOf(row),
      mutesAnnouncements: row.mutesAnnouncements ?? false,
      isNew,
    },
    isKnown: !isUnknown || isNew,
    seen: row.seen,
    begun: row.begun,
    dialogue: row.dialogue,
    erasedIn: row.erasedIn,
  };
}

const anHour = 3_600_000;

function isStale(row: ArrivalRow, update: { firstName: string; now: Date }): boolean {
  const unseenFor = update.now.getTime() - row.lastSeenAt.getTime();
  return row.isFirstToday || row.blockedAt !== null || row.firstName !== update.firstName || unseenFor > anHour;
}
