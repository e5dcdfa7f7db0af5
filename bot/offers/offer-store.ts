import type { Prisma } from "../../prisma/client/client.ts";
import type { Queries } from "../database/database.ts";
import { hoursOf } from "../opening/opening-hours.ts";
import { ageRatings } from "../programme/event.ts";
import type { Texts } from "../words/language.ts";
import { isBehindDoors, type OfferPlace, type OfferShelf, type Point, type StandingOffer, townKinds } from "./offer.ts";

const placeRow = { include: { texts: true } } satisfies Prisma.StandingOffer$placeArgs;
/** A place that was found to be another one leads there. */
const ownPlace = {
  include: { texts: true, mergedInto: { include: { into: placeRow } } },
} satisfies Prisma.StandingOffer$placeArgs;

const whole = {
  texts: true,
  stops: { include: { texts: true }, orderBy: { position: "asc" } },
  place: ownPlace,
  institution: { include: { texts: true, place: placeRow } },
} satisfies Prisma.StandingOfferInclude;

type Row = Prisma.StandingOfferGetPayload<{ include: typeof whole }>;

/** What residents see. */
export const isShown = (now: Date) =>
  ({ withdrawnAt: null, publishedAt: { lte: now } }) satisfies Prisma.StandingOfferWhereInput;

/** Finds a standing offer, whatever its state; null when there is none of this id. */
export async function findOffer(queries: Queries, id: number): Promise<StandingOffer | null> {
  const row = await queries.standingOffer.findUnique({ where: { id }, include: whole });
  return row && offerOf(row);
}

/** Finds standing offers in the order of `ids`; those gone are left out. */
export async function findOffersByIds(queries: Queries, ids: readonly number[]): Promise<StandingOffer[]> {
  const rows = await queries.standingOffer.findMany({ where: { id: { in: [...ids] } }, include: whole });
  const byId = new Map(rows.map((row) => [row.id, offerOf(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Finds the route that a stop is of; null when the stop is gone. */
export async function findOfferOfStop(queries: Queries, stopId: number): Promise<StandingOffer | null> {
  const row = await queries.standingOffer.findFirst({ where: { stops: { some: { id: stopId } } }, include: whole });
  return row && offerOf(row);
}

/** Which of the list is looked at. */
export type OfferScope = { shelf: OfferShelf } | { institutionId: number };

const at = (shelf: OfferShelf): Prisma.StandingOfferWhereInput => {
  if (shelf === "all") return {};
  if (shelf === "town") return { OR: [{ kind: { in: [...townKinds] } }, { placeId: { not: null } }] };
  if (shelf === "home") return { kind: { notIn: [...townKinds] }, OR: [{ placeId: null }, { url: { not: null } }] };
  return { kind: shelf };
};

/** A page of what residents see, kind by kind, and how many there are in all. */
export async function findOffers(
  queries: Queries,
  { scope, page, perPage, now }: { scope: OfferScope; page: number; perPage: number; now: Date },
): Promise<{ offers: StandingOffer[]; total: number }> {
  const where = { ...isShown(now), AND: "shelf" in scope ? at(scope.shelf) : scope };
  const [rows, total] = await Promise.all([
    queries.standingOffer.findMany({
      ...{ where, include: whole, orderBy: [{ kind: "asc" }, { id: "asc" }] },
      ...{ skip: page * perPage, take: perPage },
    }),
    queries.standingOffer.count({ where }),
  ]);
  return { offers: rows.map(offerOf), total };
}

/** How many residents see on each of these shelves. */
export async function countOffers(
  queries: Queries,
  shelves: readonly OfferShelf[],
  now: Date,
): Promise<Map<OfferShelf, number>> {
  const counts = await Promise.all(
    shelves.map((shelf) => queries.standingOffer.count({ where: { ...isShown(now), AND: at(shelf) } })),
  );
  return new Map(shelves.map((shelf, index) => [shelf, counts[index] ?? 0]));
}

/** A page of what somebody may edit, the newest first; `institutionIds` null: everybody's. */
export async function findEditableOffers(
  queries: Queries,
  { institutionIds, page, perPage }: { institutionIds: readonly number[] | null; page: number; perPage: number },
): Promise<{ offers: StandingOffer[]; hasMore: boolean }> {
  const rows = await queries.standingOffer.findMany({
    ...{ include: whole, orderBy: { id: "desc" }, skip: page * perPage, take: perPage + 1 },
    ...(institutionIds !== null && { where: { institutionId: { in: [...institutionIds] } } }),
  });
  return { offers: rows.slice(0, perPage).map(offerOf), hasMore: rows.length > perPage };
}

function offerOf(row: Row): StandingOffer {
  const { id, kind, institutionId, placeId, url, isFree, priceMin, priceMax, currency, audiences } = row;
  const openingHours = hoursOf(row.openingHours);
  const house = isBehindDoors(kind) ? row.institution : null;
  const place = row.place?.mergedInto?.into ?? row.place ?? house?.place ?? null;
  return {
    ...{ id, kind, institutionId, placeId, url, isFree, priceMin, priceMax, currency, audiences, openingHours },
    ageMin: ageRatings.find((rating) => rating === row.ageMin) ?? null,
    texts: byLanguage(row.texts, ({ title, body }) => ({ title, body })),
    stops: row.stops.map((stop) => ({
      id: stop.id,
      texts: byLanguage(stop.texts, ({ title, body }) => ({ title, body })),
      point: pointOf(stop),
    })),
    institution: byLanguage(row.institution?.texts ?? [], ({ name }) => name),
    place: place && placeOf(place),
    // At another place the doors are others.
    hours: openingHours ?? (row.placeId === null ? hoursOf(house?.openingHours) : null),
    state: row.withdrawnAt !== null ? "withdrawn" : row.publishedAt === null ? "draft" : "shown",
  };
}

type PlaceRow = NonNullable<NonNullable<Row["institution"]>["place"]>;

const placeOf = (place: PlaceRow): OfferPlace => ({
  texts: byLanguage(place.texts, ({ title, address }) => ({ title, address })),
  point: pointOf(place),
});

const pointOf = ({ latitude, longitude }: { latitude: number | null; longitude: number | null }): Point | null =>
  latitude === null || longitude === null ? null : { latitude, longitude };

const byLanguage = <R extends { language: keyof Texts<unknown> }, T>(
  rows: readonly R[],
  text: (row: R) => T,
): Texts<T> => Object.fromEntries(rows.map((row) => [row.language, text(row)]));
