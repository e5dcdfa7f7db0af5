import { Prisma } from "../../prisma/client/client.ts";
import type { Queries } from "../database/database.ts";
import type { Texts } from "../words/language.ts";
import { type Collection, type CollectionDates, type CollectionText, isShown } from "./collection.ts";
import { isCurrent, isOpen } from "./members.sql.ts";

/** A row of the table with its texts. */
type CollectionRow = Prisma.CollectionGetPayload<{ include: { texts: true } }>;

export function collectionOf(row: CollectionRow): Collection {
  const { id, kind, institutionId, parentId, publishedAt, withdrawnAt, isByRule, sections, audiences, words } = row;
  return {
    ...{ id, kind, institutionId, parentId, publishedAt, withdrawnAt, texts: textsOf(row.texts), dates: datesOf(row) },
    rule: isByRule ? { sections, audiences, words } : null,
    changedAt: row.updatedAt,
  };
}

const textsOf = (rows: CollectionRow["texts"]): Texts<CollectionText> =>
  Object.fromEntries(rows.map(({ language, title, summary }) => [language, { title, summary }]));

const datesOf = ({ startsAt, endsAt, hasHours }: Omit<CollectionDates, "startsAt" | "endsAt"> & Dated) =>
  startsAt === null || endsAt === null ? null : { startsAt, endsAt, hasHours };

interface Dated {
  startsAt: Date | null;
  endsAt: Date | null;
}

/** Finds a collection, whoever may see it; null: there is none. */
export async function findCollection(queries: Queries, id: number): Promise<Collection | null> {
  const row = await queries.collection.findUnique({ where: { id }, include: { texts: true } });
  return row && collectionOf(row);
}

/** Finds a collection that residents see; null: there is none. */
export async function findShownCollection(queries: Queries, id: number, now: Date): Promise<Collection | null> {
  const found = await findCollection(queries, id);
  return found && isShown(found, now) ? found : null;
}

/** What is seen of a collection in a list and on a button. */
export interface ListedCollection {
  id: number;
  kind: Collection["kind"];
  texts: Texts<CollectionText>;
  dates: CollectionDates | null;
}

type ListedRow = Omit<ListedCollection, "dates"> & Dated & { hasHours: boolean };

const listedOf = ({ startsAt, endsAt, hasHours, ...row }: ListedRow): ListedCollection => ({
  ...row,
  dates: datesOf({ startsAt, endsAt, hasHours }),
});

/** Columns of a listed one, from the alias c. */
const listed = Prisma.sql`c."id", c."kind"::text AS "kind", c."startsAt", c."endsAt", c."hasHours",
  (SELECT coalesce(jsonb_object_agg(t."language", jsonb_build_object('title', t."title", 'summary', t."summary")), '{}')
   FROM "CollectionText" t WHERE t."collectionId" = c."id") AS "texts"`;

/** Finds what is current and no part of another current one: what begins first comes first, what has no dates last. */
export async function findCurrentCollections(queries: Queries, now: Date): Promise<ListedCollection[]> {
  const rows = await queries.$queryRaw<ListedRow[]>`
    SELECT ${listed} FROM "Collection" c
    WHERE ${isOpen(now)} AND ${isCurrent(now)} AND NOT EXISTS (
      SELECT FROM "Collection" whole WHERE whole."id" = c."parentId" AND whole."withdrawnAt" IS NULL
        AND whole."publishedAt" <= ${now} AND (whole."endsAt" IS NULL OR whole."endsAt" > ${now}))
    ORDER BY c."startsAt" NULLS LAST, c."id" LIMIT 100`;
  return rows.map(listedOf);
}

/** Finds everything that is current, parts of others too: to be known by its name. */
export async function findNamedCollections(queries: Queries, now: Date): Promise<ListedCollection[]> {
  const rows = await queries.$queryRaw<ListedRow[]>`
    SELECT ${listed} FROM "Collection" c WHERE ${isOpen(now)} AND ${isCurrent(now)}
    ORDER BY c."startsAt" NULLS LAST, c."id" LIMIT 300`;
  return rows.map(listedOf);
}

/** A part of a collection: one within it, or a course. */
export type CollectionPart =
  | ({ part: "collection" } & ListedCollection)
  | { part: "course"; courseId: number; texts: Texts<{ title: string }> };

/** Finds the collections and the courses within one, as far as residents see them; collections first. */
export async function findParts(queries: Queries, collectionId: number, now: Date): Promise<CollectionPart[]> {
  const [within, courses] = await Promise.all([
    queries.$queryRaw<ListedRow[]>`
      SELECT ${listed} FROM "Collection" c WHERE c."parentId" = ${collectionId} AND ${isOpen(now)}
      ORDER BY c."startsAt" NULLS LAST, c."id" LIMIT 100`,
    queries.$queryRaw<{ courseId: number; texts: Texts<{ title: string }> }[]>`
      SELECT k."id" AS "courseId", (SELECT coalesce(jsonb_object_agg(t."language", jsonb_build_object('title', t."title")), '{}')
        FROM "CourseText" t WHERE t."courseId" = k."id") AS "texts"
      FROM "CollectionMember" m JOIN "Course" k ON k."id" = m."courseId"
      WHERE m."collectionId" = ${collectionId} AND NOT m."isLeftOut" AND k."withdrawnAt" IS NULL AND k."publishedAt" <= ${now}
      ORDER BY m."position", m."id" LIMIT 100`,
  ]);
  return [
    ...within.map((row) => ({ part: "collection" as const, ...listedOf(row) })),
    ...courses.map((course) => ({ part: "course" as const, ...course })),
  ];
}
