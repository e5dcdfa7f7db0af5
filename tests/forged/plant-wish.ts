import type { Database } from "../../bot/database/database.ts";
import { wish } from "../../bot/wishes/wish-store.ts";

/** Plants a search that waits for somebody; its words begin with `said`. */
export async function plantWish(
  database: Database,
  { personId, said }: { personId: number; said: string },
  now: Date,
): Promise<{ id: number }> {
  await wish(database, { personId, text: `${said} wish`, dropped: 0, now, zone: "Europe/Moscow" });
  return database.wish.findFirstOrThrow({ where: { personId: BigInt(personId) } });
}
