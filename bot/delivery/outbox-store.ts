import type { Queries } from "../database/database.ts";
import type { NewDelivery } from "./delivery.ts";

/** The channel of LISTEN/NOTIFY that wakes the dispatcher, on whichever instance it runs. */
export const outboxChannel = "outbox";

/**
 * Puts deliveries into the outbox, in the transaction of the fact that causes them; those whose key is there already
 * are left out. Returns how many were new. The dispatcher is woken when the transaction commits.
 */
export async function enqueue(queries: Queries, deliveries: readonly NewDelivery[]): Promise<number> {
  if (deliveries.length === 0) return 0;
  const rows = deliveries.map(({ only, ...delivery }) => ({
    ...delivery,
    ...only,
    personId: String(delivery.personId),
  }));
  const inserted = await queries.$executeRaw`
    INSERT INTO "Delivery" ("personId", "kind", "payload", "lane", "dedupeKey", "occurrenceId", "lessonId", "dueAt", "expiresAt", "silent", "door", "chatId")
    SELECT r."personId", r."kind", r."payload", r."lane"::"Lane", r."dedupeKey", r."occurrenceId", r."lessonId", r."dueAt", r."expiresAt",
           coalesce(r."silent", false), r."door", r."chatId"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
      "personId" bigint, "kind" text, "payload" jsonb, "lane" text, "dedupeKey" text, "occurrenceId" int, "lessonId" int,
      "dueAt" timestamptz, "expiresAt" timestamptz, "silent" boolean, "door" "Door", "chatId" text)
    ON CONFLICT ("dedupeKey") DO NOTHING`;
  await wakeDispatcher(queries);
  return inserted;
}

/** Wakes the dispatcher when the caller's transaction commits; for those who write to the outbox in SQL of their own. */
export async function wakeDispatcher(queries: Queries): Promise<void> {
  await queries.$executeRaw`SELECT pg_notify(${outboxChannel}, '')`;
}
