import { Prisma } from "../../prisma/client/client.ts";
import { leaveAll } from "../classes/places/place-store.ts";
import type { Database } from "../database/database.ts";
import { type CityDay, countVisit, isBefore } from "../numbers/active-store.ts";
import { keepCountsOf } from "../numbers/forgotten-store.ts";
import type { Language } from "../programme/event.ts";
import { type QuietHours, usualQuietHours } from "../reminders/quiet-hours.ts";
import { gather } from "../schedule/gather.ts";
import { forgetRegistrants } from "../zoom/task-store.ts";
import { erase } from "./erase-store.ts";

export interface Person {
  id: number;
  language: Language;
  firstName: string;
  /** Null: the city's zone. */
  timeZone: string | null;
  /** When messages that can wait do so; null: never. */
  quiet: QuietHours | null;
  /** Wants no announcements but those of their own classes. */
  mutesAnnouncements: boolean;
  /** True at the very first update. */
  isNew: boolean;
}

export interface Arrival {
  person: Person;
  /** The update was handled before. */
  seen: boolean;
  /** State of the running dialogue in this chat, as the conversations plugin wrote it. */
  dialogue: unknown;
}

interface ArrivalRow {
  id: bigint | null;
  language: Language;
  firstName: string;
  timeZone: string | null;
  quietFrom: number | null;
  quietUntil: number | null;
  mutesAnnouncements: boolean | null;
  lastSeenAt: Date;
  isFirstToday: boolean;
  blockedAt: Date | null;
  seen: boolean;
  dialogue: unknown;
}

interface ArrivingUpdate {
  updateId: number;
  userId: number;
  firstName: string;
  language: Language;
  now: Date;
  city: CityDay;
}

/**
 * Who and what is known, for the updates of one day of the city. Each is looked up in its index: as joins, the planner
 * would read the whole table of receipts for as long as it believes it empty.
 */
const findArrivals = gather(
  (database: Database, updates: [ArrivingUpdate, ...ArrivingUpdate[]]) => {
    const ids = updates.map(({ userId }) => BigInt(userId));
    const updateIds = updates.map(({ updateId }) => BigInt(updateId));
    return database.$queryRaw<ArrivalRow[]>`
      SELECT p."id", p."language"::text AS "language", p."firstName", p."timeZone", p."quietFrom",
             p."quietUntil", p."mutesAnnouncements", p."lastSeenAt", p."blockedAt",
             ${isBefore(Prisma.sql`p."lastSeenAt"`, updates[0].city)} AS "isFirstToday",
             (SELECT true FROM "UpdateReceipt" r WHERE r."updateId" = u."updateId" LIMIT 1) IS NOT NULL AS "seen",
             (SELECT d."state" FROM "Dialogue" d WHERE d."key" = u."id"::text LIMIT 1) AS "dialogue"
      FROM unnest(${ids}::bigint[], ${updateIds}::bigint[]) WITH ORDINALITY AS u("id", "updateId", "place")
      LEFT JOIN LATERAL (SELECT * FROM "Person" WHERE "id" = u."id" LIMIT 1) p ON true
      ORDER BY u."place"`;
  },
  { keyOf: ({ city: { day, zone } }) => `${day} ${zone}` },
);

/**
 * Finds or makes the person behind an update and says whether the update was handled before: one statement, shared by
 * all who come at the same time, and one more for somebody new, back after an hour or on another day of the city,
 * renamed, or back after blocking the bot.
 */
export async function receive(database: Database, update: ArrivingUpdate): Promise<Arrival> {
  const id = BigInt(update.userId);
  const row = await findArrivals(database, update);
  const visit = countVisit(id, update.city);
  const isNew = row.id === null;
  if (isNew) {
    // Somebody else may be inserting the same person: the next statement then changes nothing that matters.
    await database.$executeRaw`
      WITH visit AS (
        INSERT INTO "Person" ("id", "language", "firstName", "firstSeenAt", "lastSeenAt")
        VALUES (${id}, ${update.language}::"Language", ${update.firstName}, ${update.now}, ${update.now})
        ON CONFLICT DO NOTHING RETURNING NULL::timestamptz AS "before"
      ) ${visit}`;
  } else if (isStale(row, update)) {
    // Whoever comes at once by another way waits for the lock, and then finds that today is counted.
    await database.$executeRaw`
      WITH visit AS (
        SELECT "lastSeenAt" AS "before" FROM "Person" WHERE "id" = ${id} FOR UPDATE
      ), noted AS (
        UPDATE "Person" SET "firstName" = ${update.firstName}, "lastSeenAt" = ${update.now}, "blockedAt" = NULL
        FROM visit WHERE "id" = ${id}
      ) ${visit}`;
  }
  return {
    person: {
      id: update.userId,
      language: isNew ? update.language : row.language,
      firstName: update.firstName,
      timeZone: isNew ? null : row.timeZone,
      quiet: isNew ? usualQuietHours : quietHoursOf(row),
      mutesAnnouncements: row.mutesAnnouncements ?? false,
      isNew,
    },
    seen: row.seen,
    dialogue: row.dialogue,
  };
}

const quietHoursOf = ({ quietFrom, quietUntil }: { quietFrom: number | null; quietUntil: number | null }) =>
  quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil };

const anHour = 3_600_000;

function isStale(row: ArrivalRow, update: { firstName: string; now: Date }): boolean {
  const unseenFor = update.now.getTime() - row.lastSeenAt.getTime();
  return row.isFirstToday || row.blockedAt !== null || row.firstName !== update.firstName || unseenFor > anHour;
}

export async function setLanguage(database: Database, id: number, language: Language): Promise<void> {
  await database.person.update({ where: { id: BigInt(id) }, data: { language } });
}

/** Notes when a person blocked the bot, or with null that they are back; nobody is made known by it. */
export async function markBlocked(database: Database, id: number, at: Date | null): Promise<void> {
  await database.person.updateMany({ where: { id: BigInt(id) }, data: { blockedAt: at } });
}

/** Everything kept about a person, for /privacy. What is counted is counted by events. */
export async function findKept(database: Database, id: number): Promise<Kept | null> {
  const [kept] = await database.$queryRaw<Kept[]>`
    SELECT p."language"::text AS "language", p."firstName", p."firstSeenAt", p."lastSeenAt",
           (SELECT count(DISTINCT r."occurrenceId") FROM "Reminder" r WHERE r."personId" = p."id")::int AS "reminders",
           (SELECT count(*) FROM "Rating" r WHERE r."personId" = p."id")::int AS "ratings",
           l."name" AS "journalName", l."phone",
           (SELECT count(DISTINCT e."groupId") FROM "Enrolment" e WHERE e."personId" = p."id")::int AS "classes"
    FROM "Person" p LEFT JOIN "Learner" l ON l."personId" = p."id" WHERE p."id" = ${BigInt(id)}`;
  return kept ?? null;
}

interface Kept {
  language: Language;
  firstName: string;
  firstSeenAt: Date;
  lastSeenAt: Date;
  reminders: number;
  ratings: number;
  /** As in the journal of the classes; null: not in it. */
  journalName: string | null;
  /** Null: without a phone. */
  phone: string | null;
  /** Groups that they are or were in, or in line for. */
  classes: number;
}

/** Erases a person, whose places in classes go to those who wait; a later message from them begins anew. */
export async function forget(database: Database, id: number, now: Date): Promise<void> {
  await database.$transaction(async (tx) => {
    await keepCountsOf(tx, id);
    await forgetRegistrants(tx, id, now);
    await leaveAll(tx, id, now);
    await erase(tx, id);
  });
}
