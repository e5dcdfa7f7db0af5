import type { Database, Queries } from "../database/database.ts";
import { enqueue } from "../delivery/outbox-store.ts";
import { visible } from "../programme/listing/conditions.sql.ts";
import type { LeadTime } from "./lead-times.ts";
import { replan } from "./planning-store.ts";

/** One person's reminders of one date. */
export interface Owner {
  personId: number;
  occurrenceId: number;
}

/**
 * Adds lead times to those that a person has for a date that the programme shows; together with their messages, or not at
 * all. A draft and what was withdrawn stay without, whatever button names them.
 */
export async function addReminders(
  database: Database,
  { personId, occurrenceId }: Owner,
  leads: readonly LeadTime[],
  now: Date,
): Promise<void> {
  await database.$transaction(async (tx) => {
    // The share lock makes a date that is just being moved come first: its new start is the one to plan by.
    await tx.$executeRaw`
      WITH occurrence AS (
        SELECT o."id" FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId"
        WHERE o."id" = ${occurrenceId} AND ${visible(now)} FOR SHARE OF o)
      INSERT INTO "Reminder" ("personId", "occurrenceId", "minutes", "createdAt")
      SELECT ${BigInt(personId)}, occurrence."id", lead, ${now}::timestamptz
      FROM occurrence, unnest(${[...leads]}::int[]) AS lead
      ON CONFLICT DO NOTHING`;
    await replan(tx, { personId, occurrenceIds: [occurrenceId] }, now);
  });
}

/** Takes one lead time away. */
export async function dropReminder(
  database: Database,
  { personId, occurrenceId }: Owner,
  lead: LeadTime,
  now: Date,
): Promise<void> {
  await database.$transaction(async (tx) => {
    const left = await tx.$queryRaw<{ left: boolean }[]>`
      WITH gone AS (DELETE FROM "Reminder" WHERE "personId" = ${BigInt(personId)} AND "occurrenceId" = ${occurrenceId}
                    AND "minutes" = ${lead})
      SELECT true AS "left" FROM "Reminder" WHERE "personId" = ${BigInt(personId)} AND "occurrenceId" = ${occurrenceId}
      AND "minutes" <> ${lead} LIMIT 1`;
    if (left.length === 0) await cancelAll(tx, { personId, occurrenceId }, now);
    else await replan(tx, { personId, occurrenceIds: [occurrenceId] }, now);
  });
}

/** Takes every reminder of a date away with all that was to be sent about it; returns which there were, for the undo. */
export async function removeReminders(database: Database, owner: Owner, now: Date): Promise<LeadTime[]> {
  return database.$transaction(async (tx) => {
    const removed = await tx.$queryRaw<{ minutes: LeadTime }[]>`
      DELETE FROM "Reminder" WHERE "personId" = ${BigInt(owner.personId)} AND "occurrenceId" = ${owner.occurrenceId}
      RETURNING "minutes"`;
    await cancelAll(tx, owner, now);
    return removed.map(({ minutes }) => minutes);
  });
}

async function cancelAll(queries: Queries, { personId, occurrenceId }: Owner, now: Date): Promise<void> {
  await queries.delivery.updateMany({
    where: {
      personId: BigInt(personId),
      occurrenceId,
      state: "pending",
      kind: { in: ["reminder", "snooze", "change", "feedback"] },
    },
    data: { state: "cancelled", settledAt: now, reason: "not wanted any more" },
  });
}

/**
 * Reminds once more after some minutes, in place of another one put off. False when the date is gone, or will have
 * begun by then.
 */
export async function snooze(database: Database, owner: Owner, minutes: number, now: Date): Promise<boolean> {
  const { personId, occurrenceId } = owner;
  const dueAt = new Date(now.getTime() + minutes * 60_000);
  return database.$transaction(async (tx) => {
    const [date] = await tx.$queryRaw<{ startsAt: Date }[]>`
      SELECT o."startsAt" FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId"
      WHERE o."id" = ${occurrenceId} AND ${visible(now)} AND o."startsAt" > ${dueAt} AND o."status" NOT IN ('cancelled', 'postponed')
      AND EXISTS (SELECT 1 FROM "Reminder" r WHERE r."personId" = ${BigInt(personId)} AND r."occurrenceId" = o."id")
      FOR SHARE OF o`;
    if (date === undefined) return false;
    const { startsAt } = date;
    const dedupeKey = `snooze:${personId}:${occurrenceId}:${dueAt.toISOString().slice(0, 16)}`;
    await tx.delivery.updateMany({
      where: {
        personId: BigInt(personId),
        occurrenceId,
        state: "pending",
        kind: "snooze",
        dedupeKey: { not: dedupeKey },
      },
      data: { state: "cancelled", settledAt: now, reason: "put off again" },
    });
    await enqueue(tx, [
      {
        personId,
        occurrenceId,
        kind: "snooze",
        payload: { startsAt: startsAt.toISOString() },
        lane: "normal",
        dueAt,
        expiresAt: startsAt,
        dedupeKey,
      },
    ]);
    return true;
  });
}
