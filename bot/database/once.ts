import type { Prisma } from "../../prisma/client/client.ts";
import type { Database } from "./database.ts";
import { isDeadlock } from "./deadlock.ts";
import { joined } from "./joined.ts";
import { toJson } from "./json.ts";
import { longAgo, type Swept, share, stepwise } from "./stepwise.ts";

/** Which effect of which update. */
export interface Cause {
  /** "telegram:<update_id>". */
  cause: string;
  step: string;
  at: Date;
}

/** What survives as JSON: no dates, no big integers. */
export type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends Date | bigint | symbol | ((...args: never[]) => unknown)
    ? never
    : { [Key in keyof T]: Plain<T[Key]> };

/**
 * Does something once however often the update behind it comes: `work` and the note that it was done are one transaction.
 * The second time nothing is done, and what came of the first is returned. A repetition that comes while the first is under way
 * waits for it. `work` gets the transaction as a database; what it throws undoes everything, and the next one does it anew.
 *
 * `isWritten` is false for an outcome by which nothing was done, such as that somebody else was faster: it is not noted.
 */
export async function once<T>(
  database: Database,
  { cause, step, at }: Cause,
  work: (database: Database) => Promise<T & Plain<T>>,
  isWritten: (outcome: T) => boolean = () => true,
): Promise<T> {
  const attempt = async (tx: Prisma.TransactionClient): Promise<T> => {
    const isFirst = await tx.$executeRaw`
      INSERT INTO "Effect" ("cause", "step", "at") VALUES (${cause}, ${step}, ${at}) ON CONFLICT DO NOTHING`;
    if (isFirst === 0) {
      const known = await tx.effect.findUniqueOrThrow({ where: { cause_step: { cause, step } } });
      return known.outcome as T;
    }
    const made = await work(joined(tx));
    const outcome = toJson(made ?? null);
    if (isWritten(made)) {
      await tx.$executeRaw`
        UPDATE "Effect" SET "outcome" = ${outcome}::jsonb WHERE "cause" = ${cause} AND "step" = ${step}`;
    } else await tx.$executeRaw`DELETE FROM "Effect" WHERE "cause" = ${cause} AND "step" = ${step}`;
    // The outcome goes through JSON, as the second time will find it.
    return JSON.parse(outcome) as T;
  };
  try {
    return await database.$transaction(attempt, patience);
  } catch (error) {
    if (!isDeadlock(error)) throw error;
    return database.$transaction(attempt, patience);
  }
}

/** The outcome of what was done before; undefined: it was not. */
export async function findOutcome(
  database: Database,
  { cause, step }: Pick<Cause, "cause" | "step">,
): Promise<{ outcome: unknown } | undefined> {
  const known = await database.effect.findUnique({ where: { cause_step: { cause, step } } });
  return known === null ? undefined : { outcome: known.outcome };
}

/**
 * To close a group tells its line: 2.4 s for 45,000 people; and hundreds who enrol at once wait for each other. Prisma's own
 * limits are 2 s for a connection and 5 s with one.
 */
const patience = { maxWait: 15_000, timeout: 15_000 };

/** Deletes what was noted before `before`; Telegram repeats an update for 24 h at most. */
export async function forgetEffects(database: Database, before: Date): Promise<number> {
  return stepwise(
    longAgo,
    (from) => database.$queryRaw<Swept<Date>[]>`
      WITH old AS (
        SELECT "cause", "step" FROM "Effect" WHERE "at" >= ${from} AND "at" < ${before} ORDER BY "at" LIMIT ${share}
      ), gone AS (
        DELETE FROM "Effect" e USING old WHERE e."cause" = old."cause" AND e."step" = old."step" RETURNING e."at"
      )
      SELECT count(*)::int AS "count", max("at") AS "last" FROM gone`,
  );
}
