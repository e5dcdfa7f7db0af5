import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { deletableUntil, rowsOf } from "../sending/rows.sql.ts";
import type { Recipients, Segment } from "./audience.ts";
import { countAudience } from "./audience-store.ts";

/** How many an announcement goes to. */
export async function countRecipients(queries: Queries, audience: Segment, now: Date): Promise<number> {
  const counted =
    audience.kind === "people" ? countAudience(queries, audience, now) : countSent(queries, audience, now);
  return (await counted).count;
}

/**
 * How many of those who got an announcement a correction can still reach; `tooOld`: of a deletion, how many will keep
 * theirs, because Telegram deletes nothing after 48 hours.
 */
export async function countSent(
  queries: Queries,
  { announcementId, correction }: Recipients,
  now: Date,
): Promise<{ count: number; tooOld: number }> {
  const isTooOld = correction === "delete" ? Prisma.sql`${deletableUntil} <= ${now}` : Prisma.sql`false`;
  const [row] = await queries.$queryRaw<{ all: number; tooOld: number }[]>`
    SELECT count(*)::int AS "all", (count(*) FILTER (WHERE ${isTooOld}))::int AS "tooOld" FROM "Delivery" d
    WHERE ${rowsOf(announcementId, "sent")} AND d."messageId" IS NOT NULL`;
  const { all, tooOld } = row ?? { all: 0, tooOld: 0 };
  return { count: all - tooOld, tooOld };
}
