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
  fingerprint: string;
}

export type KnownRecord =
  | { kind: "new" }
  | { kind: "known"; eventId: number; institution: string; fingerprint: string }
  /** The number belongs to an event of another title that has none of these dates: two tables were numbered alike. */
  | { kind: "another"; title: string };

interface Row {
  institution: string;
  eventId: number;
  fingerprint: string;
  titles: string[];
  sharesDate: boolean;
  areTextsEdited: boolean;
}

/**
 * Finds the event that was made of a record. Where numbers belong to institutions, a record is known by its institution,
 * source and number; one whose table named nobody then or now is taken for the same if title or a date agree. `isHeld`: the row
 * is locked, so that two updates of one record follow each other.
 */
export async function findKnownRecord(
  queries: Queries,
  draft: EventDraft,
  origin: EventOrigin,
  { isHeld = false }: { isHeld?: boolean } = {},
): Promise<KnownRecord> {
  const { source, recordId, institution, fingerprint } = origin;
  const held = isHeld ? Prisma.sql`FOR UPDATE OF o` : Prisma.empty;
  if (institution === undefined) {
    const [row] = await queries.$queryRaw<Pick<Row, "institution" | "eventId" | "fingerprint">[]>`SELECT
      o."institution", o."eventId", o."fingerprint" FROM "Origin" o
      WHERE o."source" = ${source} AND o."recordId" = ${recordId} AND o."institution" = '' ${held}`;
    return row ? known(row) : { kind: "new" };
  }
  const starts = draft.occurrences.map(({ startsAt }) => startsAt.toISOString());
  const whose = institution === "" ? Prisma.empty : Prisma.sql`AND o."institution" IN (${institution}, '')`;
  const rows = await queries.$queryRaw<Row[]>`
    SELECT o."institution", o."eventId", o."fingerprint",
           ARRAY(SELECT t."title" FROM "EventText" t WHERE t."eventId" = o."eventId") AS "titles",
           EXISTS (SELECT FROM "Occurrence" d WHERE d."eventId" = o."eventId"
                   AND d."startsAt" = ANY (${starts}::timestamptz[])) AS "sharesDate",
           coalesce(e."editedFields", '{}') && ARRAY['texts', 'texts.ru', 'texts.tt', 'texts.en'] AS "areTextsEdited"
    FROM "Origin" o JOIN "Event" e ON e."id" = o."eventId"
    WHERE o."source" = ${source} AND o."recordId" = ${recordId} ${whose}
    ORDER BY o."institution" ${held}`;
  const own = rows.find((row) => row.institution === institution);
  const titles = new Set(Object.values(draft.texts).map(({ title }) => fold(title)));
  const isSame = (row: Row) =>
    row.fingerprint === fingerprint || row.sharesDate || row.titles.some((title) => titles.has(fold(title)));
  if (own) {
    // Staff may have given it another title: that it is another event cannot be told then.
    const isTheirs = isSame(own) || own.areTextsEdited || own.titles.length === 0;
    return isTheirs ? known(own) : { kind: "another", title: own.titles[0] ?? "" };
  }
  const [adopted, ...more] = rows.filter(isSame);
  return adopted && more.length === 0 ? known(adopted) : { kind: "new" };
}

const known = ({ eventId, institution, fingerprint }: Pick<Row, "institution" | "eventId" | "fingerprint">) => ({
  kind: "known" as const,
  eventId,
  institution,
  fingerprint,
});
