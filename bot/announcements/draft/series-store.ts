import type { Queries } from "../../database/database.ts";

/** The week of a repeated announcement that is still to come; null: it is not repeated, or no more. */
export async function findNextWeek(queries: Queries, id: number): Promise<{ id: number; startAt: Date | null } | null> {
  const [next] = await queries.$queryRaw<{ id: number; startAt: Date | null }[]>`
    WITH RECURSIVE later AS (
      SELECT ${id}::int AS "id"
      UNION SELECT a."id" FROM "Announcement" a JOIN later l ON a."parentId" = l."id" WHERE a."isWeekly"
    )
    SELECT "id", "startAt" FROM "Announcement" JOIN later USING ("id") WHERE "state" = 'scheduled' AND "id" <> ${id}`;
  return next ?? null;
}

/** Ends the weeks to come of a repeated announcement; those that began go on. */
export async function endSeries(queries: Queries, id: number): Promise<void> {
  const next = await findNextWeek(queries, id);
  if (next === null) return;
  await queries.announcement.updateMany({
    where: { id: next.id, state: "scheduled" },
    data: { state: "cancelled" },
  });
}
