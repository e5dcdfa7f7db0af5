import type { Database } from "../database/database.ts";
import { gather } from "../schedule/gather.ts";

/** One statement for all receipts of 5 ms: at 1,000 updates a second, a receipt costs a fifth of a statement. */
const write = gather(
  async (database: Database, updateIds: number[]): Promise<undefined[]> => {
    // In one order: two instances that were given the same updates would each wait for a receipt of the other's.
    await database.$executeRaw`
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

  /** Resolves when the receipt is durable; only then may Telegram be told. */
  async record(updateId: number): Promise<void> {
    await write(this.#database, updateId);
  }

  /** Deletes receipts older than `before`; Telegram keeps an update for 24 h at most. */
  async forget(before: Date): Promise<number> {
    return this.#database.$executeRaw`DELETE FROM "UpdateReceipt" WHERE "handledAt" < ${before}`;
  }
}
