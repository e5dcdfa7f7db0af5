import type { Database } from "../database/database.ts";

/** Takes a job's slot; false when somebody else did. */
export async function takeSlot(database: Database, job: string, slot: Date): Promise<boolean> {
  const inserted = await database.$executeRaw`
    INSERT INTO "JobRun" ("job", "slot") VALUES (${job}, ${slot}) ON CONFLICT DO NOTHING`;
  return inserted === 1;
}

/** Deletes slots older than `before`. */
export async function forgetSlots(database: Database, before: Date): Promise<void> {
  await database.jobRun.deleteMany({ where: { slot: { lt: before } } });
}
