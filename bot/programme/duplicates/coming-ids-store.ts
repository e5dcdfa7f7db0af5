import type { Queries } from "../../database/database.ts";

/** The numbers of all events of which a date is to come, withdrawn ones too: a merged one may have got a new date. */
export async function findComingIds(queries: Queries, now: Date): Promise<number[]> {
  const rows = await queries.$queryRaw<{ eventId: number }[]>`
    SELECT DISTINCT o."eventId" FROM "Occurrence" o WHERE o."endsAt" > ${now} AND o."status" <> 'cancelled'
    ORDER BY 1`;
  return rows.map(({ eventId }) => eventId);
}
