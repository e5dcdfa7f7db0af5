import type { Database } from "../database/database.ts";

/** Deletes reminders of dates that ended before `before`: nobody needs to know for ever who went where. */
export async function forgetReminders(database: Database, before: Date): Promise<number> {
  return database.$executeRaw`
    DELETE FROM "Reminder" r USING "Occurrence" o
    WHERE o."id" = r."occurrenceId" AND o."endsAt" < ${before} AND o."status" <> 'postponed'`;
}
