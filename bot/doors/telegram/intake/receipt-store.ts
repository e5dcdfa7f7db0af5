import { gather } from "../../../database/batch.ts";
import type { Database } from "../../../database/database.ts";
import { longAgo, type Swept, share, stepwise } from "../../../database/stepwise.ts";
import type { DialogueChange } from "../dialogue/dialogue-store.ts";

/** One statement for all receipts of 5 ms: at 1,000 updates a second, a receipt costs a fifth of a statement. */
const write = gather(
  async (database: Database, keys: string[]): Promise<undefined[]> => {
    // In one order: two instances that were given the same updates would each wait for a receipt of the other's.
    await database.$executeRaw`
      WITH begun AS (DELETE FROM "UpdateBegun" WHERE "key" = ANY(${keys})),
           kept AS (DELETE FROM "InboxUpdate" WHERE "key" = ANY(${keys}))
      INSERT INTO "UpdateReceipt" ("key")
      SELECT "key" FROM unnest(${keys}::text[]) AS u("key") ORDER BY "key" ON CONFLICT DO NOTHING`;
    return keys.map(() => undefined);
  },
  { pause: 5 },
);

/** Records which updates were handled to the end, so that one delivered again is not handled again. */
export class Receipts {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Resolves when the receipt is durable, and with it where the dialogue of the update stands: in one statement, because
   * either without the other would answer a question twice or lose it. Only then may Telegram be told. What was noted of the update before goes.
   */
  async record(updateKey: string, dialogue?: DialogueChange & { at: Date }): Promise<void> {
    if (dialogue === undefined) return write(this.#database, updateKey);
    const { key, state, at } = dialogue;
    // A receipt that stands already was written by another handler of the same update, with the dialogue as it left it.
    await this.#database.$executeRaw`
      WITH begun AS (DELETE FROM "UpdateBegun" WHERE "key" = ${updateKey}),
           kept AS (DELETE FROM "InboxUpdate" WHERE "key" = ${updateKey}),
           receipt AS (INSERT INTO "UpdateReceipt" ("key") VALUES (${updateKey})
             ON CONFLICT DO NOTHING RETURNING "key"),
           over AS (DELETE FROM "Dialogue" WHERE "key" = ${key} AND ${state}::jsonb IS NULL AND EXISTS (SELECT FROM receipt))
      INSERT INTO "Dialogue" ("key", "state", "updatedAt")
      SELECT ${key}, ${state}::jsonb, ${at} FROM receipt WHERE ${state}::jsonb IS NOT NULL
      ON CONFLICT ("key") DO UPDATE
        SET "state" = excluded."state", "updatedAt" = excluded."updatedAt", "failures" = 0`;
  }

  /** Deletes receipts older than `before`; Telegram keeps an update for 24 h at most. */
  async forget(before: Date): Promise<number> {
    return stepwise(
      longAgo,
      (from) => this.#database.$queryRaw<Swept<Date>[]>`
        WITH old AS (
          SELECT "key" FROM "UpdateReceipt" WHERE "handledAt" >= ${from} AND "handledAt" < ${before}
          ORDER BY "handledAt" LIMIT ${share}
        ), gone AS (DELETE FROM "UpdateReceipt" r USING old WHERE r."key" = old."key" RETURNING r."handledAt")
        SELECT count(*)::int AS "count", max("handledAt") AS "last" FROM gone`,
    );
  }
}
