import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { hoursOf, type OpeningHours } from "../../opening/opening-hours.ts";
import type { Language } from "../../words/language.ts";
import { preferred } from "../preferred.sql.ts";
import { visible } from "./conditions.sql.ts";

/** An institution as its page shows it to residents. */
export interface HousePage {
  name: string;
  address: string | null;
  /** What it is, in a few sentences. */
  about: string | null;
  hours: OpeningHours | null;
  /** What it has without a date. */
  offers: number;
  /** News of it, and reviews of its events. */
  articles: number;
  /** The next date of each of its events that come first. */
  nextIds: number[];
  /** Events of which a recording can be watched. */
  recordings: number;
  /** The reader follows it. */
  isFollowed: boolean;
}

/** Events on the page. */
const most = 6;

/** The place of all that an institution without one of its own puts on; null where there are several. */
export const onlyPlace = Prisma.sql`
  (SELECT min(o."placeId") FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId"
   WHERE e."institutionId" = i."id" AND o."placeId" IS NOT NULL HAVING count(DISTINCT o."placeId") = 1)`;

/** Finds an institution for a reader; null where there is none. */
export async function findHouse(
  queries: Queries,
  institutionId: number,
  { personId, language, now }: { personId: number; language: Language; now: Date },
): Promise<HousePage | null> {
  const [house] = await queries.$queryRaw<(Omit<HousePage, "hours"> & { openingHours: unknown })[]>`
    SELECT coalesce((SELECT t."name" FROM "InstitutionText" t WHERE t."institutionId" = i."id" ${preferred(language)}), '') AS "name",
           (SELECT t."address" FROM "PlaceText" t
            WHERE t."placeId" = coalesce(i."placeId", ${onlyPlace}) AND t."address" <> '' ${preferred(language)}) AS "address",
           (SELECT t."about" FROM "InstitutionText" t WHERE t."institutionId" = i."id" AND t."about" <> '' ${preferred(language)}) AS "about",
           i."openingHours",
           (SELECT count(*)::int FROM "StandingOffer" s
            WHERE s."institutionId" = i."id" AND s."withdrawnAt" IS NULL AND s."publishedAt" <= ${now}) AS "offers",
           (SELECT count(*)::int FROM "Article" a WHERE a."withdrawnAt" IS NULL AND a."publishedAt" <= ${now}
              AND (a."institutionId" = i."id" OR EXISTS (SELECT FROM "ArticleEvent" l JOIN "Event" e ON e."id" = l."eventId"
                   WHERE l."articleId" = a."id" AND e."institutionId" = i."id"))) AS "articles",
           ARRAY(SELECT next."id" FROM "Event" e CROSS JOIN LATERAL (
                   SELECT o."id", o."startsAt" FROM "Occurrence" o
                   WHERE o."eventId" = e."id" AND o."endsAt" > ${now} AND o."status" NOT IN ('cancelled', 'postponed')
                   ORDER BY o."startsAt", o."id" LIMIT 1) next
                 WHERE e."institutionId" = i."id" AND ${visible(now)}
                 ORDER BY next."startsAt", next."id" LIMIT ${most}) AS "nextIds",
           (SELECT count(*)::int FROM "Event" e WHERE e."institutionId" = i."id" AND ${visible(now)}
              AND EXISTS (SELECT FROM "Link" l WHERE l."eventId" = e."id" AND l."kind" = 'recording')) AS "recordings",
           EXISTS (SELECT FROM "Wish" w WHERE w."personId" = ${BigInt(personId)} AND w."kind" = 'institution'
                   AND w."text" = i."id"::text AND w."dropped" = 0) AS "isFollowed"
    FROM "Institution" i WHERE i."id" = ${institutionId}`;
  if (house === undefined) return null;
  const { openingHours, ...page } = house;
  return { ...page, hours: hoursOf(openingHours) };
}
