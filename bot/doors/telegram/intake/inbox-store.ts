import type { Update } from "grammy/types";
import type { Queries } from "../../../database/database.ts";
import type { Door } from "../../../people/address.ts";
import { door as telegram } from "../door.ts";
import { updateKey } from "./updates.ts";

/**
 * Updates that Telegram was told we have, and that are not done. Written by polling alone, only for what takes long, and
 * deleted with the receipt (receipt-store.ts).
 */
export class Inbox {
  readonly #database: Queries;
  readonly #door: Door;

  constructor(database: Queries, door: Door = telegram) {
    this.#database = database;
    this.#door = door;
  }

  /** Resolves when they are durable, in one statement; only then may Telegram be told. */
  async keep(updates: readonly Update[], receivedAt: Date): Promise<void> {
    const rows = updates.map((update, place) => ({ key: updateKey(update.update_id, this.#door), update, place }));
    await this.#database.$executeRaw`
      INSERT INTO "InboxUpdate" ("key", "update", "receivedAt")
      SELECT r."key", r."update", ${receivedAt}::timestamptz + r."place" * interval '1 millisecond'
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("key" text, "update" jsonb, "place" int)
      ORDER BY r."key" ON CONFLICT DO NOTHING`;
  }

  /** All of this messenger that is kept, in the order in which it came; those of one moment as they are numbered. */
  async list(): Promise<Update[]> {
    const rows = await this.#database.$queryRaw<{ update: Update }[]>`
      SELECT "update" FROM "InboxUpdate" WHERE starts_with("key", ${`${this.#door}:`})
      ORDER BY "receivedAt", ("update"->>'update_id')::bigint`;
    return rows.map(({ update }) => update);
  }

  /** Deletes what is older than `before`: nobody waits for an answer so long. */
  async forget(before: Date): Promise<number> {
    const { count } = await this.#database.inboxUpdate.deleteMany({ where: { receivedAt: { lt: before } } });
    return count;
  }
}
