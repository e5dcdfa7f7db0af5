import { Prisma } from "../../../../prisma/client/client.ts";
import type { Database, Queries } from "../../../database/database.ts";
import { type Acted, type Actor, actAs } from "../../../staff/act-store.ts";
import { type Language, languages, type Texts } from "../../../words/language.ts";
import { preferredField } from "../../preferred.sql.ts";
import { indexEvents } from "../../search/index/index-store.ts";
import type { Position } from "../institution-store.ts";

/** What a place is called in a language, and its address there. */
export interface PlaceWords {
  title: string;
  address: string | null;
}

/** A place for those who edit it. */
export interface EditablePlace {
  id: number;
  texts: Texts<PlaceWords>;
  position: Position | null;
  /** Whose place it is: the institution whose home it is, else the only one that has events there; null: nobody's alone. */
  institutionId: number | null;
  isHome: boolean;
  events: number;
}

/** A place in a list. */
export interface PlaceRow {
  id: number;
  name: string;
  hasPoint: boolean;
}

/** Reads a place; null where there is none, or it was merged into another one. */
export async function findPlace(queries: Queries, placeId: number): Promise<EditablePlace | null> {
  const found = await queries.place.findUnique({
    where: { id: placeId },
    include: { texts: true, mergedInto: { select: { intoId: true } } },
  });
  if (found === null || found.mergedInto !== null) return null;
  const { latitude, longitude } = found;
  const owner = await findOwner(queries, placeId);
  return {
    id: found.id,
    texts: Object.fromEntries(found.texts.map(({ language, title, address }) => [language, { title, address }])),
    position: latitude === null || longitude === null ? null : { latitude, longitude },
    ...owner,
  };
}

async function findOwner(
  queries: Queries,
  placeId: number,
): Promise<Pick<EditablePlace, "institutionId" | "isHome" | "events">> {
  const [owner] = await queries.$queryRaw<Pick<EditablePlace, "institutionId" | "isHome" | "events">[]>`
    SELECT coalesce(home."id", CASE WHEN count(DISTINCT e."institutionId") = 1 AND count(e."institutionId") = count(*)
                                    THEN min(e."institutionId") END) AS "institutionId",
           home."id" IS NOT NULL AS "isHome", count(DISTINCT e."id")::int AS "events"
    FROM (SELECT ${placeId}::int AS "placeId") place
    LEFT JOIN "Institution" home ON home."placeId" = place."placeId"
    LEFT JOIN "Occurrence" o ON o."placeId" = place."placeId" LEFT JOIN "Event" e ON e."id" = o."eventId"
    GROUP BY home."id"`;
  return owner ?? { institutionId: null, isHome: false, events: 0 };
}

/** All places, those without a point on the map first: they are what there is to do. `houses`: those of these institutions. */
export async function listPlaces(
  queries: Queries,
  language: Language,
  houses: readonly number[] | null,
): Promise<PlaceRow[]> {
  const isTheirs =
    houses === null
      ? Prisma.sql`true`
      : Prisma.sql`(EXISTS (SELECT FROM "Institution" i WHERE i."placeId" = p."id" AND i."id" = ANY (${[...houses]}::int[]))
          OR EXISTS (SELECT FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId"
                     WHERE o."placeId" = p."id" AND e."institutionId" = ANY (${[...houses]}::int[])))`;
  const rows = await queries.$queryRaw<PlaceRow[]>`
    SELECT p."id", ${preferredField("title", language)} AS "name", p."latitude" IS NOT NULL AS "hasPoint"
    FROM "Place" p JOIN "PlaceText" t ON t."placeId" = p."id"
    WHERE NOT EXISTS (SELECT FROM "PlaceMerge" m WHERE m."placeId" = p."id") AND ${isTheirs}
    GROUP BY p."id"`;
  return rows.sort(
    (one, other) =>
      Number(one.hasPoint) - Number(other.hasPoint) || one.name.localeCompare(other.name, "ru") || one.id - other.id,
  );
}

/** Writes what a place is called in a language; imports leave that text alone from then on. */
export function setPlaceWords(
  database: Database,
  actor: Actor,
  placeId: number,
  { language, words }: { language: Language; words: PlaceWords },
): Promise<Acted<void>> {
  const target = (tx: Prisma.TransactionClient) => holdPlace(tx, placeId);
  return actAs(database, actor, { action: "places.edit", target }, async (tx, audit) => {
    const before = await findPlace(tx, placeId);
    const values = { ...words, isEdited: true };
    await tx.placeText.upsert({
      where: { placeId_language: { placeId, language } },
      create: { placeId, language, ...values },
      update: values,
    });
    await indexAt(tx, placeId);
    const after = { ...before?.texts, [language]: words };
    await audit({
      subject: `place:${placeId}`,
      verb: "texts",
      before: jsonOf(before?.texts ?? {}),
      after: jsonOf(after),
    });
  });
}

/** Says where on the map a place is; imports leave the point alone from then on. */
export function pinPlace(database: Database, actor: Actor, placeId: number, position: Position): Promise<Acted<void>> {
  const target = (tx: Prisma.TransactionClient) => holdPlace(tx, placeId);
  return actAs(database, actor, { action: "places.edit", target }, async (tx, audit) => {
    const before = await findPlace(tx, placeId);
    await tx.place.update({ where: { id: placeId }, data: { ...position, isPinned: true } });
    await audit({
      subject: `place:${placeId}`,
      verb: "pin",
      before: before?.position ? { ...before.position } : null,
      after: { ...position },
    });
  });
}

/** Holds a place that was not merged, and tells whose it is; two who change it wait for each other. */
export async function holdPlace(
  tx: Prisma.TransactionClient,
  placeId: number,
): Promise<{ institutionId: number | null } | null> {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    SELECT p."id" FROM "Place" p WHERE p."id" = ${placeId}
      AND NOT EXISTS (SELECT FROM "PlaceMerge" m WHERE m."placeId" = p."id") FOR UPDATE OF p`;
  return row === undefined ? null : findOwner(tx, placeId);
}

/** Brings search in line with what a place is called. */
export async function indexAt(tx: Prisma.TransactionClient, placeId: number): Promise<void> {
  const rows = await tx.occurrence.findMany({ where: { placeId }, select: { eventId: true }, distinct: ["eventId"] });
  await indexEvents(
    tx,
    rows.map(({ eventId }) => eventId),
  );
}

/** A place's words as the audit log keeps them. */
const jsonOf = (texts: Texts<PlaceWords>) =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const words = texts[language];
      return words === undefined ? [] : [[language, { ...words }] as const];
    }),
  );
