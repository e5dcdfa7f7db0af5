import { planLessonReminders } from "../classes/lessons/messages/reminder-store.ts";
import type { Database, Queries } from "../database/database.ts";
import { rescheduleDigest } from "../digests/digest-store.ts";
import type { QuietHours } from "../people/quiet-hours.ts";
import { replan } from "./planning-store.ts";

/** Sets a person's quiet hours, null for none, and plans their reminders, of lessons too, anew in the same transaction. */
export async function setQuietHours(
  database: Database,
  personId: number,
  hours: QuietHours | null,
  now: Date,
): Promise<void> {
  await changePerson(database, personId, { quietFrom: hours?.from ?? null, quietUntil: hours?.until ?? null }, now);
}

/** Sets a person's time zone (IANA name) and plans their reminders and digest anew in the same transaction. */
export async function setTimeZone(database: Database, personId: number, timeZone: string, now: Date): Promise<void> {
  await changePerson(database, personId, { timeZone }, now);
}

async function changePerson(
  database: Database,
  personId: number,
  data: { timeZone: string } | { quietFrom: number | null; quietUntil: number | null },
  now: Date,
): Promise<void> {
  await database.$transaction(async (tx) => {
    await tx.person.update({ where: { id: BigInt(personId) }, data });
    await planAnew(tx, personId, { now, cityZone: "timeZone" in data ? data.timeZone : null });
  });
}

/**
 * Plans all that a person is reminded of anew, as they live now, and their digest where the zone is given of people who have
 * none; in the transaction of whoever changes that.
 */
export async function planAnew(
  queries: Queries,
  personId: number,
  { now, cityZone }: { now: Date; cityZone: string | null },
): Promise<void> {
  // Dates that are just being moved come first.
  await queries.$executeRaw`
    SELECT 1 FROM "Occurrence" WHERE "id" IN (SELECT "occurrenceId" FROM "Reminder" WHERE "personId" = ${BigInt(personId)})
    ORDER BY "id" FOR SHARE`;
  await replan(queries, { personId }, now);
  await planLessonReminders(queries, { personId }, now);
  if (cityZone !== null) await rescheduleDigest(queries, personId, { now, cityZone });
}
