import { leaveAll } from "../classes/places/place-store.ts";
import type { Database } from "../database/database.ts";
import { keepCountsOf } from "../numbers/forgotten-store.ts";
import type { Language } from "../programme/event.ts";
import { type QuietHours, usualQuietHours } from "../reminders/quiet-hours.ts";
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
  blockedAt: Date | null;
  seen: boolean;
  dialogue: unknown;
}

/**
 * Finds or makes the person behind an update and says whether the update was handled before: one statement for
 * somebody known, two for somebody new, back after an hour, renamed, or back after blocking the bot.
 */
export async function receive(
  database: Database,
  update: { updateId: number; userId: number; firstName: string; language: Language; now: Date },
): Promise<Arrival> {
  const id = BigInt(update.userId);
  const [row] = await database.$queryRaw<ArrivalRow[]>`
    SELECT p."id", p."language"::text AS "language", p."firstName", p."timeZone", p."quietFrom",
           p."quietUntil", p."mutesAnnouncements", p."lastSeenAt", p."blockedAt",
           EXISTS (SELECT 1 FROM "UpdateReceipt" r WHERE r."updateId" = ${BigInt(update.updateId)}) AS "seen",
           (SELECT d."state" FROM "Dialogue" d WHERE d."key" = ${String(update.userId)}) AS "dialogue"
    FROM (SELECT 1) AS one LEFT JOIN "Person" p ON p."id" = ${id}`;
  if (row === undefined) throw new Error("a SELECT without WHERE returns a row");
  const isNew = row.id === null;
  if (isNew) {
    // Somebody else may be inserting the same person: the next statement then changes nothing that matters.
    await database.$executeRaw`
      INSERT INTO "Person" ("id", "language", "firstName", "firstSeenAt", "lastSeenAt")
      VALUES (${id}, ${update.language}::"Language", ${update.firstName}, ${update.now}, ${update.now})
      ON CONFLICT DO NOTHING`;
  } else if (isStale(row, update)) {
    await database.$executeRaw`
      UPDATE "Person" SET "firstName" = ${update.firstName}, "lastSeenAt" = ${update.now}, "blockedAt" = NULL
      WHERE "id" = ${id}`;
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
  return row.blockedAt !== null || row.firstName !== update.firstName || unseenFor > anHour;
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
