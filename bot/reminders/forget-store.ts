import type { Database } from "../database/database.ts";
import { type Swept, stepwise } from "../database/stepwise.ts";

/** Dates whose reminders one statement deletes; a popular one has ten thousand. */
const dates = 100;

/** Deletes reminders of dates that ended before `before`: nobody needs to know for ever who went where. */
export async function forgetReminders(database: Database, before: Date): Promise<number> {
  let deleted = 0;
  await stepwise(
    0,
    async (after) => {
      const steps = await database.$queryRaw<(Swept<number> & { rows: number })[]>`
        WITH over AS (
          SELECT o."id" FROM "Occurrence" o
          WHERE o."id" > ${after} AND o."endsAt" < ${before} AND o."status" <> 'postponed'
            AND EXISTS (SELECT FROM "Reminder" r WHERE r."occurrenceId" = o."id")
          ORDER BY o."id" LIMIT ${dates}
        ), gone AS (DELETE FROM "Reminder" r USING over WHERE r."occurrenceId" = over."id" RETURNING r."minutes")
        SELECT (SELECT count(*)::int FROM over) AS "count", (SELECT max("id") FROM over) AS "last",
               (SELECT count(*)::int FROM gone) AS "rows"`;
      deleted += steps[0]?.rows ?? 0;
      return steps;
    },
    dates,
  );
  return deleted;
}
