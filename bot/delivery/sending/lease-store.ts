import type { Queries } from "../../database/database.ts";

const name = "dispatcher";

/**
 * Takes or renews the lease of the one dispatcher for so many milliseconds; undefined when somebody else holds it.
 * Returns the milliseconds of silence that Telegram still asks for. All by PostgreSQL's clock: instances need not
 * agree on the time.
 */
export async function acquireLease(queries: Queries, holder: string, duration: number): Promise<number | undefined> {
  const [row] = await queries.$queryRaw<{ paused: number }[]>`
    INSERT INTO "Lease" AS l ("name", "holder", "until")
    VALUES (${name}, ${holder}, now() + ${duration}::float8 * interval '1 millisecond')
    ON CONFLICT ("name") DO UPDATE SET "holder" = EXCLUDED."holder", "until" = EXCLUDED."until"
      WHERE l."holder" = EXCLUDED."holder" OR l."until" <= now()
    RETURNING greatest(0, coalesce(extract(epoch FROM l."pausedUntil" - now()) * 1000, 0))::float8 AS "paused"`;
  return row?.paused;
}

/** Lets somebody else take the lease at once. */
export async function releaseLease(queries: Queries, holder: string): Promise<void> {
  // The column keeps milliseconds and rounds: now() alone may lie ahead by half of one.
  await queries.$executeRaw`
    UPDATE "Lease" SET "until" = now() - interval '1 millisecond' WHERE "name" = ${name} AND "holder" = ${holder}`;
}

/** Notes that nobody may send for so many milliseconds, whoever holds the lease then. */
export async function pauseLease(queries: Queries, holder: string, duration: number): Promise<void> {
  await queries.$executeRaw`
    UPDATE "Lease" SET "pausedUntil" = greatest("pausedUntil", now() + ${duration}::float8 * interval '1 millisecond')
    WHERE "name" = ${name} AND "holder" = ${holder}`;
}
