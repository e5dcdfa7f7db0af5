import { Prisma } from "../../../prisma/client/client.ts";
import type { Database, Queries } from "../../database/database.ts";
import { type Acted, type Actor, actAs } from "../../staff/act-store.ts";
import type { Language, Texts } from "../../words/language.ts";
import { textsOf } from "../place-store.ts";
import { preferredField } from "../preferred.sql.ts";
import type { KnownName } from "./extract/extracted.ts";
import { type NameRow, rankNamed } from "./rank-names.ts";

/** A place or an institution to choose. */
export interface Named {
  id: number;
  /** In the reader's language or the next one. */
  name: string;
  address: string | null;
}

/** The places whose name in any language fits what was typed, best first. */
export const findPlaces = async (queries: Queries, typed: string, language: Language, limit: number) =>
  rankNamed(await readPlaces(queries, language), typed, limit);

/** The institutions whose name in any language fits what was typed, best first. */
export const findInstitutions = async (queries: Queries, typed: string, language: Language, limit: number) =>
  rankNamed(await readInstitutions(queries, language), typed, limit);

/** The places where most dates are, for whoever would rather press than type. */
export async function findUsualPlaces(queries: Queries, language: Language, limit: number): Promise<Named[]> {
  return queries.$queryRaw<Named[]>`
    SELECT usual."placeId" AS "id", text."title" AS "name", text."address" FROM (
      SELECT "placeId", count(*) AS "dates" FROM (
        SELECT "placeId" FROM "Occurrence" WHERE "placeId" IS NOT NULL ORDER BY "id" DESC LIMIT 2000) latest
      GROUP BY "placeId" ORDER BY 2 DESC, 1 LIMIT ${limit}) usual
    CROSS JOIN LATERAL (
      SELECT ${preferredField("title", language)} AS "title", ${preferredField("address", language)} AS "address"
      FROM "PlaceText" t WHERE t."placeId" = usual."placeId") text
    ORDER BY usual."dates" DESC, usual."placeId"`;
}

/** The homes of these institutions, then the places where most of their dates are. */
export async function findPlacesOfHouses(
  queries: Queries,
  houses: readonly number[],
  language: Language,
  limit: number,
): Promise<Named[]> {
  return queries.$queryRaw<Named[]>`
    SELECT own."placeId" AS "id", text."title" AS "name", text."address" FROM (
      SELECT "placeId", bool_or("isHome") AS "isHome", count(*) AS "dates" FROM (
        SELECT "placeId", true AS "isHome" FROM "Institution" WHERE "id" = ANY (${[...houses]}::int[])
        UNION ALL
        (SELECT o."placeId", false FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId"
         WHERE e."institutionId" = ANY (${[...houses]}::int[]) ORDER BY o."id" DESC LIMIT 2000)) latest
      WHERE "placeId" IS NOT NULL GROUP BY "placeId" ORDER BY 2 DESC, 3 DESC, 1 LIMIT ${limit}) own
    CROSS JOIN LATERAL (
      SELECT ${preferredField("title", language)} AS "title", ${preferredField("address", language)} AS "address"
      FROM "PlaceText" t WHERE t."placeId" = own."placeId") text
    WHERE text."title" IS NOT NULL
    ORDER BY own."isHome" DESC, own."dates" DESC, own."placeId"`;
}

/** The names of these places. */
export async function findPlaceNames(
  queries: Queries,
  ids: readonly number[],
  language: Language,
): Promise<{ id: number; name: string }[]> {
  return queries.$queryRaw<{ id: number; name: string }[]>`
    SELECT "placeId" AS "id", ${preferredField("title", language)} AS "name"
    FROM "PlaceText" t WHERE "placeId" = ANY (${[...ids]}::int[]) GROUP BY "placeId"`;
}

/** Institutions with their names, in the order of the alphabet; `ids` null: all of them. */
export async function findHouses(
  queries: Queries,
  ids: readonly number[] | null,
  language: Language,
): Promise<{ id: number; name: string }[]> {
  const all = await readInstitutions(queries, language);
  return all
    .filter(({ id }) => ids === null || ids.includes(id))
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, "ru") || a.id - b.id);
}

/**
 * All names of places and institutions, for guessing which a text speaks of; places with their addresses, and the house whose
 * home each is, else the one that has most of its latest dates.
 */
export async function findKnownNames(queries: Queries): Promise<{ places: KnownName[]; institutions: KnownName[] }> {
  const [places, institutions] = await Promise.all([
    queries.$queryRaw<KnownName[]>`
      SELECT t."placeId" AS "id", array_agg(t."named") AS "names",
             array_remove(array_agg(t."reached"), NULL) AS "addresses",
             coalesce((SELECT i."id" FROM "Institution" i WHERE i."placeId" = t."placeId"), house."id") AS "houseId"
      FROM ${placeTexts} t
      LEFT JOIN (
        SELECT DISTINCT ON (latest."placeId") latest."placeId", e."institutionId" AS "id"
        FROM (SELECT "placeId", "eventId" FROM "Occurrence" WHERE "placeId" IS NOT NULL ORDER BY "id" DESC LIMIT 5000) latest
        JOIN "Event" e ON e."id" = latest."eventId" WHERE e."institutionId" IS NOT NULL
        GROUP BY latest."placeId", e."institutionId" ORDER BY latest."placeId", count(*) DESC, e."institutionId") house
        ON house."placeId" = t."placeId"
      GROUP BY t."placeId", house."id"`,
    readInstitutions(queries, "ru"),
  ]);
  return { places, institutions };
}

/** Makes a place; whoever may edit any event may. */
export function createPlace(
  database: Database,
  actor: Actor,
  {
    texts,
    latitude,
    longitude,
  }: { texts: Texts<{ title: string; address?: string }>; latitude?: number; longitude?: number },
): Promise<Acted<{ placeId: number }>> {
  return actAs(database, actor, { action: "programme.edit" }, async (tx, audit) => {
    const rows = textsOf(texts).map(([language, text]) => ({ language, ...text }));
    const position = latitude === undefined || longitude === undefined ? {} : { latitude, longitude };
    const { id } = await tx.place.create({ data: { ...position, texts: { create: rows } } });
    await audit({ subject: `place:${id}`, verb: "create_place", after: { texts, ...position } });
    return { placeId: id };
  });
}

function readPlaces(queries: Queries, language: Language): Promise<(Named & NameRow)[]> {
  return queries.$queryRaw<(Named & NameRow)[]>`
    SELECT "placeId" AS "id", array_agg("named") AS "names", ${preferredField("title", language)} AS "name",
           ${preferredField("address", language)} AS "address"
    FROM ${placeTexts} t GROUP BY "placeId"`;
}

/** The words of all places: one that was merged lends its names and addresses to the place that it is, to be found by. */
const placeTexts = Prisma.sql`(
  SELECT coalesce(m."intoId", own."placeId") AS "placeId", own."language", own."title" AS "named", own."address" AS "reached",
         CASE WHEN m."intoId" IS NULL THEN own."title" END AS "title",
         CASE WHEN m."intoId" IS NULL THEN own."address" END AS "address"
  FROM "PlaceText" own LEFT JOIN "PlaceMerge" m ON m."placeId" = own."placeId")`;

function readInstitutions(queries: Queries, language: Language): Promise<(Named & NameRow)[]> {
  return queries.$queryRaw<(Named & NameRow)[]>`
    SELECT "institutionId" AS "id", array_agg("name") AS "names", ${preferredField("name", language)} AS "name",
           NULL AS "address"
    FROM "InstitutionText" t GROUP BY "institutionId"`;
}
