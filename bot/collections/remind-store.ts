import { Prisma } from "../../prisma/client/client.ts";
import type { Database, Queries } from "../database/database.ts";
import { enqueue } from "../delivery/outbox-store.ts";
import { type Nights, quietHoursOf } from "../people/quiet-hours.ts";
import { planReminders } from "../reminders/plan.ts";
import { isOpen } from "./members.sql.ts";

/** The day before and some hours before: whoever goes to a Night needs to make a plan, and to leave the house. */
const leads = [1440, 180] as const;

/** Hours ahead for which messages are written: a change of the beginning is rare, and found at the next look. */
const ahead = 30 * 3_600_000;

/** People whose messages are written in one statement. */
const batch = 1_000;

interface Moment {
  now: Date;
  cityZone: string;
}

/** What came of the wish to be reminded of a collection as a whole. */
export type Reminded = "reminded" | "too late" | "gone";

/** Reminds somebody of a collection, if it has not begun; whoever is reminded already stays so. */
export const remindOfCollection = (
  database: Database,
  { personId, collectionId }: { personId: number; collectionId: number },
  moment: Moment,
): Promise<Reminded> =>
  database.$transaction(async (tx) => {
    const [found] = await tx.$queryRaw<{ startsAt: Date | null }[]>`
      SELECT c."startsAt" FROM "Collection" c WHERE c."id" = ${collectionId} AND ${isOpen(moment.now)} FOR SHARE`;
    if (found === undefined || found.startsAt === null) return "gone";
    if (found.startsAt <= moment.now) return "too late";
    const key = { personId: BigInt(personId), collectionId };
    await tx.collectionReminder.upsert({
      where: { personId_collectionId: key },
      create: { ...key, createdAt: moment.now },
      // The messages of one that was taken away and set again are in the outbox, cancelled: they are written anew.
      update: { plannedFor: null },
    });
    await writeDue(tx, moment, key);
    return "reminded";
  });

/** Takes the reminder of a whole away, with what was to be sent; pressed twice it is gone all the same. */
export async function dropCollectionReminder(
  database: Database,
  { personId, collectionId }: { personId: number; collectionId: number },
): Promise<void> {
  await database.$transaction(async (tx) => {
    await tx.collectionReminder.deleteMany({ where: { personId: BigInt(personId), collectionId } });
    await tx.$executeRaw`
      DELETE FROM "Delivery" WHERE "personId" = ${BigInt(personId)} AND "kind" = 'collection' AND "state" = 'pending'
      AND ("payload" ->> 'collectionId')::int = ${collectionId}`;
  });
}

/** Whether somebody is reminded of a collection. */
export async function isRemindedOf(queries: Queries, personId: number, collectionId: number): Promise<boolean> {
  const key = { personId: BigInt(personId), collectionId };
  return (await queries.collectionReminder.findUnique({ where: { personId_collectionId: key } })) !== null;
}

/** Writes the messages about what begins soon, to everybody who wants them and has none for that beginning. */
export async function writeCollectionReminders(database: Database, moment: Moment): Promise<number> {
  for (let written = 0; ; ) {
    const done = await database.$transaction((tx) => writeDue(tx, moment, null));
    written += done;
    if (done < batch) return written;
  }
}

type Waiting = Nights & {
  personId: bigint;
  collectionId: number;
  timeZone: string | null;
  startsAt: Date;
  endsAt: Date;
  hasHours: boolean;
};

/** Writes up to `batch` of them, of one reminder or of all, and returns of how many reminders that was. */
async function writeDue(
  tx: Queries,
  { now, cityZone }: Moment,
  only: { personId: bigint; collectionId: number } | null,
): Promise<number> {
  const which =
    only === null
      ? Prisma.sql`c."startsAt" <= ${new Date(now.getTime() + ahead)}`
      : Prisma.sql`r."personId" = ${only.personId} AND r."collectionId" = ${only.collectionId}`;
  const waiting = await tx.$queryRaw<Waiting[]>`
    SELECT r."personId", r."collectionId", p."timeZone", p."quietFrom", p."quietUntil", c."startsAt", c."endsAt", c."hasHours"
    FROM "CollectionReminder" r JOIN "Collection" c ON c."id" = r."collectionId" JOIN "Person" p ON p."id" = r."personId"
    WHERE ${isOpen(now)} AND c."startsAt" > ${now} AND r."plannedFor" IS DISTINCT FROM c."startsAt" AND ${which}
    ORDER BY r."personId" LIMIT ${batch} FOR UPDATE OF r SKIP LOCKED`;
  await enqueue(
    tx,
    waiting.flatMap(({ personId, collectionId, timeZone, startsAt, endsAt, hasHours, ...nights }) =>
      planReminders(
        {
          ...{ startsAt, endsAt, hasStartTime: hasHours, status: "scheduled" },
          ...{ zone: timeZone ?? cityZone, quiet: quietHoursOf(nights) },
        },
        leads,
        now,
      ).map(({ lead, lane, dueAt, expiresAt, silent }) => ({
        personId: Number(personId),
        kind: "collection",
        payload: { collectionId, startsAt: startsAt.toISOString() },
        ...{ lane, dueAt, expiresAt, silent },
        dedupeKey: `collection:${collectionId}:${personId}:${lead}:${startsAt.toISOString()}`,
      })),
    ),
  );
  if (waiting.length > 0)
    await tx.$executeRaw`
      UPDATE "CollectionReminder" r SET "plannedFor" = w."startsAt"
      FROM jsonb_to_recordset(${JSON.stringify(waiting.map((each) => ({ ...each, personId: String(each.personId) })))}::jsonb)
        AS w("personId" bigint, "collectionId" int, "startsAt" timestamptz)
      WHERE r."personId" = w."personId" AND r."collectionId" = w."collectionId"`;
  return waiting.length;
}
