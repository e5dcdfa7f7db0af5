import type { Queries } from "../../database/database.ts";
import { visible } from "../listing/conditions.sql.ts";
import type { Contender } from "./choose-kept.ts";
import type { ComparedPlace } from "./judge-pair.ts";
import { rankOf } from "./rank.ts";

interface Row {
  eventId: number;
  institutionId: number | null;
  isShown: boolean;
  isWithdrawn: boolean;
  holdsOthers: boolean;
  source: string | null;
  institution: string | null;
  titles: string[];
  dates: {
    id: number;
    startsAt: string;
    hasStartTime: boolean;
    day: string;
    isCancelled: boolean;
    isOver: boolean;
    place: ComparedPlace | null;
  }[];
}

/** A date with its number. */
export type ContenderDate = Contender["dates"][number] & { id: number; isOver: boolean };

export interface FoundContender extends Contender {
  isWithdrawn: boolean;
  /** "kudago", or "sheet institution:5"; null: staff made it. */
  source: string | null;
  dates: readonly ContenderDate[];
  /** Dates that are over count too, for what people said of them. */
  allDates: readonly ContenderDate[];
}

/** Loads events as they are compared, by their numbers. */
export async function findContenders(
  queries: Queries,
  eventIds: readonly number[],
  now: Date,
): Promise<Map<number, FoundContender>> {
  if (eventIds.length === 0) return new Map();
  const rows = await queries.$queryRaw<Row[]>`
    SELECT e."id" AS "eventId", e."institutionId", ${visible(now)} AS "isShown", e."withdrawnAt" IS NOT NULL AS "isWithdrawn",
           EXISTS (SELECT FROM "EventPair" p WHERE p."keptId" = e."id" AND e."id" IN (p."firstId", p."secondId")) AS "holdsOthers",
           o."source", o."institution",
           ARRAY(SELECT t."title" FROM "EventText" t WHERE t."eventId" = e."id" ORDER BY t."language") AS "titles",
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
              'id', d."id", 'startsAt', d."startsAt", 'hasStartTime', d."hasStartTime", 'day', d."startsLocal"::date,
              'isCancelled', d."status" = 'cancelled', 'isOver', d."endsAt" <= ${now},
              'place', (SELECT jsonb_build_object(
                 'id', l."id", 'latitude', l."latitude", 'longitude', l."longitude",
                 'titles', ARRAY(SELECT t."title" FROM "PlaceText" t WHERE t."placeId" = l."id"),
                 'addresses', ARRAY(SELECT t."address" FROM "PlaceText" t WHERE t."placeId" = l."id" AND t."address" <> ''))
               FROM "Place" l WHERE l."id" = d."placeId")) ORDER BY d."startsAt", d."id"), '[]')
            FROM "Occurrence" d WHERE d."eventId" = e."id") AS "dates"
    FROM "Event" e LEFT JOIN "Origin" o ON o."eventId" = e."id"
    WHERE e."id" = ANY (${[...eventIds]}::int[])`;
  return new Map(rows.map((row) => [row.eventId, contenderOf(row)]));
}

function contenderOf({ source, institution, dates, ...row }: Row): FoundContender {
  const from = source === null ? null : { source, institution: institution ?? "" };
  const all = dates.map((date) => ({ ...date, startsAt: new Date(date.startsAt).getTime() }));
  return {
    ...row,
    source: from && [from.source, from.institution].filter(Boolean).join(" "),
    rank: rankOf(from),
    allDates: all,
    dates: all.filter(({ isOver }) => !isOver),
  };
}
