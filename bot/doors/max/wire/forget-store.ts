import type { Queries } from "../../../database/database.ts";
import { longAgo, type Swept, share, stepwise } from "../../../database/stepwise.ts";

/** Deletes the names of messages sent before `before`: no dialogue asks for them any more. */
export function forgetMaxMessages(queries: Queries, before: Date): Promise<number> {
  return stepwise(
    longAgo,
    (from) => queries.$queryRaw<Swept<Date>[]>`
      WITH old AS (
        SELECT "number" FROM "MaxMessage" WHERE "sentAt" >= ${from} AND "sentAt" < ${before}
        ORDER BY "sentAt" LIMIT ${share}
      ), gone AS (DELETE FROM "MaxMessage" m USING old WHERE m."number" = old."number" RETURNING m."sentAt")
      SELECT count(*)::int AS "count", max("sentAt") AS "last" FROM gone`,
  );
}

/** Deletes copies of files that were made before `before`; who needs one later makes another. */
export async function forgetMaxFiles(queries: Queries, before: Date): Promise<void> {
  await queries.fileCopy.deleteMany({ where: { madeAt: { lt: before } } });
}
