import type { Database } from "../database/database.ts";

/** Takes a job's slot; false when somebody else did. */
export async function takeSlot(database: Database, job: string, slot: Date): Promise<boolean> {
  const { count } = await database.jobRun.createMany({ data: { job, slot }, skipDuplicates: true });
  return count === 1;
}

/** Deletes slots older than `before`. */
export async function forgetSlots(database: Database, before: Date): Promise<void> {
  await database.jobRun.deleteMany({ where: { slot: { lt: before } } });
}
