import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import type { Language } from "../../words/language.ts";
import { preferredField } from "../preferred.sql.ts";
import { areTitlesAlike } from "./alike-titles.ts";

/** How far apart the dates of one event may be, in milliseconds. */
const nearby = 30 * 24 * 3_600_000;

/** Events of a house or a place in two months, at most. */
const compared = 1_000;

/** What is known of an event that is being made. */
export interface Sought {
  title: string;
  dates: readonly Date[];
  institutionId: number | null;
  placeId: number | null;
}

/** An event that is there already, with its date nearest to those of the other one. */
export interface SimilarEvent {
  eventId: number;
  institutionId: number | null;
  title: string;
  occurrenceId: number;
  startsAt: Date;
  hasStartTime: boolean;
  place: string | null;
}

/**
 * The event that may be the same as one that is being made: called alike, of the same house or at the same place, within
 * thirty days; where neither is known, on the same day. Null: there is none. Drafts count, withdrawn ones do not.
 */
export async function findSimilar(
  queries: Queries,
  { title, dates, institutionId, placeId }: Sought,
  language: Language,
): Promise<SimilarEvent | null> {
  const times = dates.map((date) => date.getTime());
  if (times.length === 0) return null;
  const isAnywhere = institutionId === null && placeId === null;
  const margin = isAnywhere ? 12 * 3_600_000 : nearby;
  const [from, until] = [new Date(Math.min(...times) - margin), new Date(Math.max(...times) + margin)];
  const isSame = isAnywhere
    ? Prisma.sql`true`
    : Prisma.sql`(e."institutionId" = ${institutionId} OR o."placeId" = ${placeId})`;
  const rows = await queries.$queryRaw<(SimilarEvent & { titles: string[] })[]>`
    SELECT e."id" AS "eventId", e."institutionId", o."id" AS "occurrenceId", o."startsAt", o."hasStartTime",
           (SELECT ${preferredField("title", language)} FROM "EventText" t WHERE t."eventId" = e."id") AS "title",
           ARRAY(SELECT t."title" FROM "EventText" t WHERE t."eventId" = e."id") AS "titles",
           (SELECT ${preferredField("title", language)} FROM "PlaceText" t WHERE t."placeId" = o."placeId") AS "place"
    FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId"
    WHERE o."startsAt" BETWEEN ${from} AND ${until} AND ${isSame} AND e."withdrawnAt" IS NULL
      AND o."status" <> 'cancelled'
    ORDER BY o."startsAt", o."id" LIMIT ${compared}`;
  const alike = rows.filter(({ titles }) => titles.some((other) => areTitlesAlike(title, other)));
  const distance = ({ startsAt }: SimilarEvent): number =>
    Math.min(...times.map((time) => Math.abs(time - startsAt.getTime())));
  const [nearest] = alike.sort((one, other) => distance(one) - distance(other));
  if (nearest === undefined) return null;
  const { titles: _, ...similar } = nearest;
  return similar;
}
