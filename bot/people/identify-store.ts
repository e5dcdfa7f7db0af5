import { Prisma } from "../../prisma/client/client.ts";
import { gather } from "../database/batch.ts";
import { type Database, replicaOf } from "../database/database.ts";
import type { Language } from "../words/language.ts";
import { chatKeyOf, type ExternalAccount } from "./address.ts";
import { introduce } from "./introduce-store.ts";
import { erasing, nobody, type Person } from "./person-store.ts";
import { type Nights, type QuietHours, quietHoursOf, usualQuietHours } from "./quiet-hours.ts";
import { type CityDay, countVisit, isBefore } from "./visit.sql.ts";

interface Identified {
  /** The person; of somebody unknown, their name at the messenger and the settings that everybody begins with. */
  person: Person;
  isKnown: boolean;
  /** They changed something a moment ago, which a replica may not have yet. */
  hasJustChanged: boolean;
  /** The update was handled before. */
  seen: boolean;
  /** How often the handling of the update was begun before and did not end, because the program died. */
  begun: number;
  /** State of the running dialogue in this chat, as the conversations plugin wrote it. */
  dialogue: unknown;
  /** This very update erased the person, who read it in this language: nobody is made known by its repetition. */
  erasedIn: Language | null;
}

interface IdentityRow extends Nights {
  id: bigint | null;
  language: Language;
  firstName: string;
  timeZone: string | null;
  mutesAnnouncements: boolean | null;
  simpleMode: boolean | null;
  isLearner: boolean;
  isFirstToday: boolean;
  /** When they were last seen at this messenger. */
  lastSeenAt: Date;
  isPreferred: boolean;
  isUnreachable: boolean;
  hasJustChanged: boolean;
  seen: boolean;
  begun: number;
  dialogue: unknown;
  erasedIn: Language | null;
}

export interface ArrivingUpdate extends ExternalAccount {
  /** What the update is called: "telegram:<update_id>". */
  key: string;
  /** Whether its beginning is to be noted; it is noted already, or need not be. Default: it need not. */
  isBeginning?: boolean;
  /** The private chat that it came from; null: another one, in which there is no dialogue and nobody is made known. */
  chatId: string | null;
  firstName: string;
  language: Language;
  now: Date;
  city: CityDay;
  /** Quiet hours of somebody who comes for the first time. Default: the usual ones. */
  quiet?: QuietHours;
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
const findIdentities = gather(
  (database: Database, updates: [ArrivingUpdate, ...ArrivingUpdate[]]) => {
    const doors = updates.map(({ door }) => door);
    const accounts = updates.map(({ externalId }) => externalId);
    const keys = updates.map(({ key }) => key);
    const beginnings = updates.map(({ key, isBeginning = false }) => (isBeginning ? key : null));
    const chats = updates.map(({ door, chatId }) => (chatId === null ? null : chatKeyOf({ door, chatId })));
    return database.$queryRaw<IdentityRow[]>`
      WITH noted AS (
        INSERT INTO "UpdateBegun" ("key", "count", "at")
        SELECT DISTINCT b."key", 1, ${updates[0].now}::timestamptz FROM unnest(${beginnings}::text[]) AS b("key")
        WHERE b."key" IS NOT NULL ORDER BY b."key"
        ON CONFLICT ("key") DO UPDATE SET "count" = "UpdateBegun"."count" + 1 WHERE "UpdateBegun"."count" < 2
      )
      SELECT p."id", p."language"::text AS "language", p."firstName", p."timeZone", p."quietFrom",
             p."quietUntil", p."mutesAnnouncements", p."simpleMode", a."lastSeenAt", a."isPreferred",
             a."unreachable" IS NOT NULL AS "isUnreachable",
             coalesce(p."changedAt" > clock_timestamp() - ${replicaOf(database)?.honouredFor ?? 0} * interval '1 millisecond', false) AS "hasJustChanged",
             (SELECT true FROM "Enrolment" e WHERE e."personId" = p."id" AND e."state" = 'enrolled' LIMIT 1) IS NOT NULL AS "isLearner",
             ${isBefore(Prisma.sql`p."lastSeenAt"`, updates[0].city)} AS "isFirstToday",
             (SELECT true FROM "UpdateReceipt" r WHERE r."key" = u."key" LIMIT 1) IS NOT NULL AS "seen",
             coalesce((SELECT b."count" FROM "UpdateBegun" b WHERE b."key" = u."beginning" LIMIT 1), 0) AS "begun",
             (SELECT d."state" FROM "Dialogue" d WHERE d."key" = u."chat" LIMIT 1) AS "dialogue",
             (SELECT e."outcome" ->> 'language' FROM "Effect" e
              WHERE e."cause" = u."key" AND e."step" = ${erasing} LIMIT 1) AS "erasedIn"
      FROM unnest(${doors}::text[]::"Door"[], ${accounts}::text[], ${keys}::text[], ${beginnings}::text[], ${chats}::text[])
        WITH ORDINALITY AS u("door", "externalId", "key", "beginning", "chat", "place")
      LEFT JOIN LATERAL (
        SELECT * FROM "Address" WHERE "door" = u."door" AND "externalId" = u."externalId" LIMIT 1) a ON true
      LEFT JOIN LATERAL (SELECT * FROM "Person" WHERE "id" = a."personId" LIMIT 1) p ON true
      ORDER BY u."place"`;
  },
  { keyOf: ({ city: { day, zone } }) => `${day} ${zone}` },
);

/**
 * Finds the person behind an update, or makes one where it may, and says whether the update was handled before: one
 * statement, shared by all who come at the same time, and one more for somebody new, back after an hour or on another day
 * of the city, renamed, or back after blocking the bot.
 */
export async function identify(database: Database, update: ArrivingUpdate): Promise<Identified> {
  const row = await findIdentities(database, update);
  const { chatId, mayIntroduce, city } = update;
  const isNew = row.id === null && chatId !== null && mayIntroduce && row.erasedIn === null;
  // Somebody else may be introducing the same person: then they are known already, which makes no difference.
  const madeId = isNew ? await introduce(database, { ...update, chatId }, city) : nobody;
  const isKnown = row.id !== null;
  if (isKnown && isStale(row, update)) await noteVisit(database, row.id, update);
  return {
    person: {
      id: isKnown ? Number(row.id) : madeId,
      language: isKnown ? row.language : update.language,
      firstName: update.firstName,
      timeZone: isKnown ? row.timeZone : null,
      quiet: isKnown ? quietHoursOf(row) : (update.quiet ?? usualQuietHours),
      mutesAnnouncements: row.mutesAnnouncements ?? false,
      simpleMode: row.simpleMode ?? false,
      isLearner: row.isLearner,
      isNew,
    },
    isKnown: isKnown || isNew,
    hasJustChanged: row.hasJustChanged,
    seen: row.seen,
    begun: row.begun,
    dialogue: row.dialogue,
    erasedIn: row.erasedIn,
  };
}

const anHour = 3_600_000;

function isStale(row: IdentityRow, update: { firstName: string; now: Date }): boolean {
  const unseenFor = update.now.getTime() - row.lastSeenAt.getTime();
  return row.isFirstToday || row.isUnreachable || isRenamed(row, update) || unseenFor > anHour;
}

/** Whether they have another name at the messenger that they prefer: one name may differ from door to door. */
const isRenamed = (row: IdentityRow, { firstName }: { firstName: string }): boolean =>
  row.isPreferred && row.firstName !== firstName;

/**
 * Notes when somebody was here, how they are called and that they can be written to. Whoever comes at once by another way
 * waits for the lock, and then finds that today is counted. It is the lock of an update, beside which a fan-out puts its rows
 * into the outbox: nobody waits for those of 25,000 people.
 */
async function noteVisit(database: Database, personId: bigint | null, update: ArrivingUpdate): Promise<void> {
  const { door, externalId, chatId, firstName, now, city } = update;
  await database.$executeRaw`
    WITH visit AS (
      SELECT "id" AS "personId", "lastSeenAt" AS "before" FROM "Person" WHERE "id" = ${personId} FOR NO KEY UPDATE
    ), address AS (
      UPDATE "Address" a SET "lastSeenAt" = ${now}, "chatId" = coalesce(${chatId}, a."chatId"),
        "unreachable" = NULL, "unreachableAt" = NULL,
        "unblockedAt" = CASE WHEN a."unreachable" IS NOT NULL THEN ${now}::timestamptz ELSE a."unblockedAt" END
      FROM visit WHERE a."door" = ${door}::"Door" AND a."externalId" = ${externalId} RETURNING a."isPreferred"
    ), noted AS (
      UPDATE "Person" SET "firstName" = CASE WHEN address."isPreferred" THEN ${firstName} ELSE "firstName" END,
        "lastSeenAt" = ${now}
      FROM visit, address WHERE "id" = visit."personId"
    ) ${countVisit(city)}`;
}
