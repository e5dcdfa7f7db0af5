import type { Database } from "../database/database.ts";

/** How a run ended; one that has none runs still, or its program ended in the middle. */
export type JobOutcome = "done" | "failed";

/** Takes a job's slot; false when somebody else did. */
export async function takeSlot(database: Database, job: string, slot: Date): Promise<boolean> {
  const { count } = await database.jobRun.createMany({ data: { job, slot }, skipDuplicates: true });
  return count === 1;
}

/** Notes how a job's slot ended. */
export async function settleSlot(
  database: Database,
  { job, slot, outcome }: { job: string; slot: Date; outcome: JobOutcome },
): Promise<void> {
  await database.jobRun.updateMany({ where: { job, slot }, data: { outcome } });
}

/** Deletes slots older than `before`. */
export async function forgetSlots(database: Database, before: Date): Promise<void> {
  await database.jobRun.deleteMany({ where: { slot: { lt: before } } });
}
