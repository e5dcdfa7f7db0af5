import { Prisma } from "../../prisma/client/client.ts";
import type { Queries } from "../database/database.ts";
import { findOffers } from "../offers/offer-store.ts";
import { conditions } from "../programme/listing/conditions.sql.ts";
import type { Filters } from "../programme/listing/list-query.ts";
import { preferred } from "../programme/preferred.sql.ts";
import { fewestShown } from "../voices/score.ts";
import type { Candidate, EveningCompany } from "./candidate.ts";
import { candidateOfDate, candidateOfOffer, type PlannedDate } from "./candidate-of.ts";
import type { EveningWish } from "./evening.ts";
import type { Frame } from "./fit.ts";
import { meant, oldestForChildren, suits } from "./worth.ts";

/** So many dates and things without a date are thought of: the best of each hour, whatever a city has. */
const mostDates = 96;
const mostOffers = 48;

interface Seen {
  now: Date;
  /** The city's zone. */
  zone: string;
}

/** What an evening could be made of, at most 144 candidates; two statements for dates and for what has none. */
export async function findCandidates(
  queries: Queries,
  wish: EveningWish,
  frame: Frame,
  { now, zone }: Seen,
): Promise<Candidate[]> {
  const [dates, { offers }] = await Promise.all([
    findDates(queries, wish, frame, { now, zone }),
    findOffers(queries, { scope: { shelf: wish.setting }, page: 0, perPage: mostOffers, now }),
  ]);
  const affordable = offers.filter((offer) => costsAtMost(offer, wish.priceLimit) && suits(offer, wish.company));
  return [
    ...dates.map((date) => candidateOfDate(date, wish)),
    ...affordable.flatMap((offer) => candidateOfOffer(offer, wish, zone) ?? []),
  ];
}

const costsAtMost = (
  { isFree, priceMin, currency }: { isFree: boolean; priceMin: number | null; currency: string },
  limit: number | null,
): boolean => limit === null || isFree || (limit > 0 && currency === "RUB" && priceMin !== null && priceMin <= limit);

/** SQL over the alias e: what `suits` says of an event, so that what does not suit takes nothing else's place. */
const suitsIn = (company: EveningCompany): Prisma.Sql =>
  company === "children"
    ? Prisma.sql`coalesce(e."ageMin" <= ${oldestForChildren}, e."audiences" && ${[...meant.children]}::"Audience"[])`
    : Prisma.sql`true`;

/** Dates that lie within the evening and take place, as many of each hour, those that people liked best first. */
function findDates(
  queries: Queries,
  { setting, company, priceLimit }: EveningWish,
  { from, until }: Frame,
  { now, zone }: Seen,
): Promise<PlannedDate[]> {
  const window = { from: new Date(from), to: new Date(until), begun: false };
  const free: Filters = priceLimit === 0 ? { free: true } : {};
  const price =
    priceLimit === null || priceLimit === 0
      ? Prisma.sql`true`
      : Prisma.sql`(e."isFree" OR e."currency" = 'RUB' AND e."priceMin" <= ${priceLimit}
          OR ${setting} = 'home' AND e."isFreeOnline")`;
  return queries.$queryRaw<PlannedDate[]>`
    SELECT c.*, (SELECT t."title" FROM "EventText" t WHERE t."eventId" = c."eventId" ${preferred("ru")}) AS "title"
    FROM (
      SELECT o."id" AS "occurrenceId", e."id" AS "eventId", e."institutionId", e."section"::text AS "section",
             e."attendanceMode"::text AS "attendanceMode", o."startsAt", o."endsAt", o."placeId", p."latitude", p."longitude",
             e."audiences"::text[] AS "audiences", e."accessibility"::text[] AS "accessibility", e."isFree", e."isFreeOnline",
             CASE WHEN s."people" >= ${fewestShown} THEN s."mean" END AS "stars",
             row_number() OVER (PARTITION BY date_trunc('hour', o."startsAt")
               ORDER BY CASE WHEN s."people" >= ${fewestShown} THEN s."mean" END DESC NULLS LAST, o."id") AS "nth"
      FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId"
      LEFT JOIN "Place" p ON p."id" = o."placeId" LEFT JOIN "Score" s ON s."eventId" = e."id"
      WHERE ${conditions({ kind: setting }, free, window, { now, zone })} AND o."endsAt" <= ${window.to} AND o."hasStartTime"
        AND o."status" NOT IN ('cancelled', 'postponed') AND ${price} AND ${suitsIn(company)}
    ) c ORDER BY c."nth", c."startsAt", c."occurrenceId" LIMIT ${mostDates}`;
}
