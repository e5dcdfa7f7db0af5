import type { Database } from "../database/database.ts";

/** How long a receipt waits for company, in milliseconds. */
const gathering = 20;

/**
 * Records which updates were handled to the end, so that one delivered again is not handled again.
 *
 * Receipts that come within 20 ms of each other are written by one statement: at 500 updates a second a receipt
 * costs a tenth of a statement. `record` resolves when the receipt is durable; only then may Telegram be told.
 */
export class Receipts {
  readonly #database: Database;
  #waiting: { updateId: number; done: () => void; failed: (error: unknown) => void }[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  record(updateId: number): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ updateId, done, failed });
      this.#timer ??= setTimeout(() => void this.#write(), gathering);
    });
  }

  /** Deletes receipts older than `before`; Telegram keeps an update for 24 h at most. */
  async forget(before: Date): Promise<number> {
    return this.#database.$executeRaw`DELETE FROM "UpdateReceipt" WHERE "handledAt" < ${before}`;
  }

  async #write(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    this.#timer = undefined;
    const ids = batch.map(({ updateId }) => BigInt(updateId));
    try {
      await this.#database.$executeRaw`
        INSERT INTO "UpdateReceipt" ("updateId") SELECT unnest(${ids}::bigint[]) ON CONFLICT DO NOTHING`;
      for (const { done } of batch) done();
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }
}
