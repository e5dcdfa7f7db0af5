import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { pauseReasons } from "./pause-reason.ts";
import { rowsOf } from "./rows.sql.ts";

/** Failures in a row, and the share of failures among so many attempts, at which an announcement pauses by itself. */
const inARow = 50;
const share = 0.05;
const amongAtLeast = 200;

/** Gives back what the dispatcher holds of an announcement and has not tried yet. */
export async function giveBackClaimed(queries: Queries, id: number): Promise<void> {
  // SKIP LOCKED: the dispatcher may be settling some of them and then wants the announcement's row, which is ours now.
  await queries.$executeRaw`
    UPDATE "Delivery" SET "state" = 'pending', "claimedBy" = NULL WHERE "id" IN (
      SELECT d."id" FROM "Delivery" d WHERE ${rowsOf(id, "claimed")} AND d."attemptedAt" IS NULL FOR UPDATE SKIP LOCKED)`;
}

/**
 * Pauses those of which too much fails, and returns their ids. People who cannot be written to are no failures; what
 * failed before somebody resumed it is not held against it.
 */
export async function pauseFailing(queries: Queries): Promise<number[]> {
  const rows = await queries.$queryRaw<{ id: number }[]>`
    UPDATE "Announcement" a SET "state" = 'paused', "pauseReason" =
      CASE WHEN a."failuresInRow" >= ${inARow}::int THEN ${pauseReasons.inARow} ELSE ${pauseReasons.share} END || ': ' || coalesce((
        SELECT d."reason" FROM "Delivery" d WHERE ${rowsOf(Prisma.sql`a."id"`, "failed")} AND d."unreachable" IS NULL ORDER BY d."settledAt" DESC LIMIT 1), '')
    WHERE a."state" = 'running' AND (a."failuresInRow" >= ${inARow}::int OR (
      a."sent" + a."failed" + a."uncertain" - a."triedBefore" >= ${amongAtLeast}::int
      AND a."failed" - a."failedBefore" >= ${share}::float8 * (a."sent" + a."failed" + a."uncertain" - a."triedBefore")))
    RETURNING a."id"`;
  for (const { id } of rows) await giveBackClaimed(queries, id);
  return rows.map(({ id }) => id);
}
