import { gather } from "../../../database/batch.ts";
import type { Database } from "../../../database/database.ts";
import type { DialogueChange } from "../dialogue/dialogue-store.ts";
import { updateKey } from "./updates.ts";

/** One statement for all receipts of 5 ms: at 1,000 updates a second, a receipt costs a fifth of a statement. */
const write = gather(
  async (database: Database, updateIds: number[]): Promise<undefined[]> => {
    const keys = updateIds.map(updateKey);
    // In one order: two instances that were given the same updates would each wait for a receipt of the other's.
    await database.$executeRaw`
      WITH begun AS (DELETE FROM "UpdateBegun" WHERE "key" = ANY(${keys})),
           kept AS (DELETE FROM "InboxUpdate" WHERE "key" = ANY(${keys}))
      INSERT INTO "UpdateReceipt" ("updateId")
      SELECT "id" FROM unnest(${updateIds.map(BigInt)}::bigint[]) AS u("id") ORDER BY "id" ON CONFLICT DO NOTHING`;
    return updateIds.map(() => undefined);
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
  async record(updateId: number, dialogue?: DialogueChange & { at: Date }): Promise<void> {
    if (dialogue === undefined) return write(this.#database, updateId);
    const { key, state, at } = dialogue;
    const noted = updateKey(updateId);
    // A receipt that stands already was written by another handler of the same update, with the dialogue as it left it.
    await this.#database.$executeRaw`
      WITH begun AS (DELETE FROM "UpdateBegun" WHERE "key" = ${noted}),
           kept AS (DELETE FROM "InboxUpdate" WHERE "key" = ${noted}),
           receipt AS (INSERT INTO "UpdateReceipt" ("updateId") VALUES (${BigInt(updateId)})
             ON CONFLICT DO NOTHING RETURNING "updateId"),
           over AS (DELETE FROM "Dialogue" WHERE "key" = ${key} AND ${state}::jsonb IS NULL AND EXISTS (SELECT FROM receipt))
      INSERT INTO "Dialogue" ("key", "state", "updatedAt")
      SELECT ${key}, ${state}::jsonb, ${at} FROM receipt WHERE ${state}::jsonb IS NOT NULL
      ON CONFLICT ("key") DO UPDATE
        SET "state" = excluded."state", "updatedAt" = excluded."updatedAt", "failures" = 0`;
  }

  /** Deletes receipts older than `before`; Telegram keeps an update for 24 h at most. */
  async forget(before: Date): Promise<number> {
    const { count } = await this.#database.updateReceipt.deleteMany({ where: { handledAt: { lt: before } } });
    return count;
  }
}
