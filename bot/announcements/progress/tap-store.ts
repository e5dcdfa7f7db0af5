import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";

/** Whether that person got that announcement: by the unique key of its delivery, for the 30 days that it is kept. */
const got = (announcementId: number, personId: number) => Prisma.sql`EXISTS (
  SELECT FROM "Delivery" WHERE "dedupeKey" = ${`announcement:${announcementId}:${personId}`} AND "state" = 'sent')`;

/** Counts a press of a button under an announcement, by somebody who got it: data of buttons can be forged. */
export async function countTap(
  queries: Queries,
  { announcementId, place, personId }: { announcementId: number; place: number; personId: number },
): Promise<void> {
  await queries.$executeRaw`
    INSERT INTO "AnnouncementTap" AS t ("announcementId", "button", "taps")
    SELECT a."id", ${place}::int, 1 FROM "Announcement" a
    WHERE a."id" = ${announcementId} AND jsonb_array_length(a."buttons") > ${place}::int AND ${got(announcementId, personId)}
    ON CONFLICT ("announcementId", "button") DO UPDATE SET "taps" = t."taps" + 1`;
}

/** Counts somebody who wanted no announcements any more after this one. */
export async function countOptOut(queries: Queries, announcementId: number, personId: number): Promise<void> {
  await queries.$executeRaw`
    UPDATE "Announcement" SET "optOuts" = "optOuts" + 1 WHERE "id" = ${announcementId} AND ${got(announcementId, personId)}`;
}

/** What people did after an announcement. */
export interface Aftermath {
  /** Presses by the place of the button; none where nobody pressed. */
  taps: { button: number; taps: number }[];
  optOuts: number;
}

export async function findAftermath(queries: Queries, announcementId: number): Promise<Aftermath> {
  const [row, taps] = await Promise.all([
    queries.announcement.findUnique({ where: { id: announcementId }, select: { optOuts: true } }),
    queries.announcementTap.findMany({
      where: { announcementId },
      select: { button: true, taps: true },
      orderBy: { button: "asc" },
    }),
  ]);
  return { taps, optOuts: row?.optOuts ?? 0 };
}
