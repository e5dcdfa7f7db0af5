import type { Update } from "grammy/types";
import type { Database } from "../../../database/database.ts";
import { setMutedUntil } from "../../../people/address-store.ts";
import { accountOf } from "../../telegram/door.ts";
import { door } from "../door.ts";
import { readUpdate } from "../reading/read-update.ts";
import { parseMaxUpdate } from "../reading/wire.ts";

/** What MAX told, as far as the bot has to do something. */
export interface Arrival {
  updates: Update[];
  /** Notes what Telegram has no update for. Rejects when the database is away. */
  note(): Promise<void>;
}

/** Reads an update of MAX's; one of a kind that the bot does not know asks for nothing. */
export function readArrival(value: unknown, { token, database }: { token: string; database: Database }): Arrival {
  const told = parseMaxUpdate(value);
  const read = told === undefined ? undefined : readUpdate(told, token);
  return {
    updates: read?.kind === "updates" ? read.updates : [],
    async note() {
      if (read?.kind === "muted") await setMutedUntil(database, accountOf({ id: read.userId }, door), read.until);
    },
  };
}
