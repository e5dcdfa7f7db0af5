import { Prisma } from "../../prisma/client/client.ts";
import type { Queries } from "../database/database.ts";
import { preferred } from "../programme/preferred.sql.ts";
import type { Language } from "../words/language.ts";
import type { ProgrammeItem } from "./arrange.ts";
import { heldBy } from "./members.sql.ts";

/** Dates of one collection that are shown; a Night of a large city has a thousand. */
const most = 1_000;

interface Looking {
  now: Date;
  language: Language;
  /** Whose reminders are looked at; null: nobody's. */
  personId: number | null;
  /** Staff look at a draft as well. Default false. */
  asStaff?: boolean;
}

/**
 * Finds what a collection holds, in the order of time: every date of one that has dates, of another the next one of each
 * event, or the last of what can be watched afterwards.
 */
export async function findProgramme(
  queries: Queries,
  collectionId: number,
  { now, language, personId, asStaff = false }: Looking,
): Promise<ProgrammeItem[]> {
  const rows = await queries.$queryRaw<(ProgrammeItem & { isDated: boolean })[]>`
    WITH RECURSIVE ${heldBy(collectionId, now, !asStaff)}
    SELECT held.*, e."section"::text AS "section", e."attendanceMode"::text AS "attendanceMode", o."startsAt", o."endsAt",
           o."status"::text AS "status", o."placeId", place."title" AS "place", p."latitude", p."longitude",
           ${isChosenBy(personId)} AS "isChosen", root."startsAt" IS NOT NULL AS "isDated"
    FROM held JOIN "Occurrence" o ON o."id" = held."occurrenceId" JOIN "Event" e ON e."id" = held."eventId"
    JOIN "Collection" root ON root."id" = ${collectionId}
    LEFT JOIN "Place" p ON p."id" = o."placeId"
    LEFT JOIN LATERAL (SELECT t."title" FROM "PlaceText" t WHERE t."placeId" = p."id" ${preferred(language)}) place ON true
    ORDER BY o."startsAt", o."id" LIMIT ${most}`;
  const items = rows.map(({ isDated: _, ...item }) => item);
  return rows[0]?.isDated === false ? onePerEvent(items, now) : items;
}

const isChosenBy = (personId: number | null): Prisma.Sql =>
  personId === null
    ? Prisma.sql`false`
    : Prisma.sql`EXISTS (SELECT FROM "Reminder" r WHERE r."personId" = ${BigInt(personId)} AND r."occurrenceId" = o."id")`;

/** The next date of each event, else its last. */
function onePerEvent(items: readonly ProgrammeItem[], now: Date): ProgrammeItem[] {
  const ofEvent = Map.groupBy(items, ({ eventId }) => eventId);
  return [...ofEvent.values()].flatMap(
    (dates) => dates.find(({ endsAt, status }) => endsAt > now && status !== "cancelled") ?? dates.at(-1) ?? [],
  );
}
