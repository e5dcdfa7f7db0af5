import { Prisma } from "../../prisma/client/client.ts";
import type { Queries } from "../database/database.ts";
import { fold } from "../text/fold.ts";
import type { EventDraft } from "./event.ts";

/** Which record of which source an event comes from, and what that record says, as a hash. */
export interface EventOrigin {
  source: string;
  recordId: string;
  /**
   * Whose record it is, where numbers are unique within an institution only, as in tables that people number from 1; empty:
   * nobody is named. Undefined: the source's numbers are unique by themselves.
   */
  institution?: string;
  /** Numbers change from one file to the next: where one is new, the event of this title, date and place is meant. */
  isRenumbered?: boolean;
  fingerprint: string;
}

export type KnownRecord =
  /** `recordId`: its number, made longer where another event has it; that event's title is `replaced`. */
  | { kind: "new"; recordId: string; replaced?: string }
  | { kind: "known"; eventId: number; recordId: string; institution: string; fingerprint: string };

interface Row {
  institution: string;
  recordId: string;
  eventId: number;
  fingerprint: string;
  titles: string[];
  sharesDate: boolean;
  areTextsEdited: boolean;
}

interface Options {
  /** The row is locked, so that two updates of one record follow each other. */
  isHeld?: boolean;
  /** Events that other records of the same file are. */
  taken?: ReadonlySet<number>;
}

/**
 * Finds the event that was made of a record. Where numbers belong to institutions, a record is known by its institution,
 * source and number; one whose table named nobody then or now is taken for the same if title or a date agree. Where the
 * number is another event's, or new, the record is known by its title and a date: a row that was put in moves all numbers
 * behind it.
 */
export async function findKnownRecord(
  queries: Queries,
  draft: EventDraft,
  origin: EventOrigin,
  { isHeld = false, taken = new Set() }: Options = {},
): Promise<KnownRecord> {
  const { source, recordId, institution, fingerprint } = origin;
  const held = isHeld ? Prisma.sql`FOR UPDATE OF o` : Prisma.empty;
  if (institution === undefined) {
    const [row] = await queries.$queryRaw<Row[]>`SELECT
      o."institution", o."recordId", o."eventId", o."fingerprint" FROM "Origin" o
      WHERE o."source" = ${source} AND o."recordId" = ${recordId} AND o."institution" = '' ${held}`;
    if (row) return known(row);
    const same = origin.isRenumbered ? await findSame(queries, draft, origin, taken) : undefined;
    return same ? known(same) : { kind: "new", recordId };
  }
  const rows = await queries.$queryRaw<Row[]>`
    SELECT o."institution", o."recordId", o."eventId", o."fingerprint",
           ARRAY(SELECT t."title" FROM "EventText" t WHERE t."eventId" = o."eventId") AS "titles",
           EXISTS (SELECT FROM "Occurrence" d WHERE d."eventId" = o."eventId"
                   AND d."startsAt" = ANY (${startsOf(draft)}::timestamptz[])) AS "sharesDate",
           coalesce(e."editedFields", '{}') && ARRAY['texts', 'texts.ru', 'texts.tt', 'texts.en'] AS "areTextsEdited"
    FROM "Origin" o JOIN "Event" e ON e."id" = o."eventId"
    WHERE o."source" = ${source} AND o."recordId" = ${recordId} ${whose(institution)}
    ORDER BY o."institution" ${held}`;
  const titles = titlesOf(draft);
  const isSame = (row: Row) =>
    row.fingerprint === fingerprint || row.sharesDate || row.titles.some((title) => titles.has(fold(title)));
  const own = rows.find((row) => row.institution === institution);
  // Staff may have given it another title: that it is another event cannot be told then.
  const isTheirs = own && (isSame(own) || own.areTextsEdited || own.titles.length === 0);
  if (own && isTheirs && !taken.has(own.eventId)) return known(own);
  const [adopted, ...more] = own ? [] : rows.filter((row) => isSame(row) && !taken.has(row.eventId));
  if (adopted && more.length === 0) return known(adopted);
  const same = await findSame(queries, draft, origin, taken);
  if (same) return known(same);
  if (own === undefined) return { kind: "new", recordId };
  const [title = ""] = titles;
  const longer = `${recordId} ${title} ${startsOf(draft)[0] ?? ""}`.slice(0, 400);
  return { kind: "new", recordId: longer, replaced: own.titles[0] ?? "" };
}

const startsOf = (draft: EventDraft): string[] => draft.occurrences.map(({ startsAt }) => startsAt.toISOString());
const titlesOf = (draft: EventDraft): Set<string> =>
  new Set(Object.values(draft.texts).map(({ title }) => fold(title)));
const whose = (institution: string): Prisma.Sql =>
  institution === "" ? Prisma.empty : Prisma.sql`AND o."institution" IN (${institution}, '')`;

interface SameRow extends Row {
  placeTitles: string[];
}

/** The one event of the source and institution with this title and one of these dates, at no other place. */
async function findSame(
  queries: Queries,
  draft: EventDraft,
  { source, institution = "" }: EventOrigin,
  taken: ReadonlySet<number>,
): Promise<SameRow | undefined> {
  const starts = startsOf(draft);
  if (starts.length === 0) return undefined;
  const rows = await queries.$queryRaw<SameRow[]>`
    SELECT o."institution", o."recordId", o."eventId", o."fingerprint",
           ARRAY(SELECT t."title" FROM "EventText" t WHERE t."eventId" = o."eventId") AS "titles",
           ARRAY(SELECT DISTINCT p."title" FROM "Occurrence" d JOIN "PlaceText" p ON p."placeId" = d."placeId"
                 WHERE d."eventId" = o."eventId") AS "placeTitles"
    FROM "Origin" o
    WHERE o."source" = ${source} ${whose(institution)}
      AND o."eventId" IN (SELECT d."eventId" FROM "Occurrence" d WHERE d."startsAt" = ANY (${starts}::timestamptz[]))
    ORDER BY o."eventId" LIMIT 1000`;
  const titles = titlesOf(draft);
  const places = draft.occurrences.flatMap(({ place }) =>
    Object.values(place?.texts ?? {}).map((text) => fold(text.title)),
  );
  const [same, ...more] = rows.filter(
    (row) =>
      !taken.has(row.eventId) &&
      row.titles.some((title) => titles.has(fold(title))) &&
      (places.length === 0 ||
        row.placeTitles.length === 0 ||
        row.placeTitles.some((one) => places.includes(fold(one)))),
  );
  return more.length === 0 ? same : undefined;
}

const known = ({ eventId, recordId, institution, fingerprint }: Row): KnownRecord => ({
  kind: "known",
  ...{ eventId, recordId, institution, fingerprint },
});
