import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { reachOf, type Staff } from "../../staff/permissions.ts";
import type { Language } from "../../words/language.ts";
import type { Section } from "../event.ts";
import { preferred, preferredField } from "../preferred.sql.ts";

/** Which events a member of staff looks for: published ones by their next date, the others by what was touched last. */
export type StaffShelf = "coming" | "drafts" | "withdrawn" | "past";

export interface StaffQuery {
  shelf: StaffShelf;
  /** Part of a title in any language; without it all. */
  title?: string;
  /** With a date in that time; its row tells the first of them. */
  from?: Date;
  until?: Date;
  institutionId?: number;
  section?: Section;
  language: Language;
  now: Date;
  limit: number;
  offset: number;
}

export interface StaffRow {
  eventId: number;
  title: string;
  /** The next date, else the last one; null without dates. */
  startsAt: Date | null;
  /** Dates to come, as the event's card shows them; all dates of what is over. */
  dates: number;
  /** In the future: publishes itself. */
  publishedAt: Date | null;
}

/** The institutions that have events on a shelf that somebody may edit, in the order of the alphabet. */
export async function findHousesOnShelf(
  queries: Queries,
  staff: Staff,
  language: Language,
): Promise<{ id: number; name: string }[]> {
  const own = reachOf(staff, "programme.edit");
  const rows = await queries.$queryRaw<{ id: number; name: string }[]>`
    SELECT t."institutionId" AS "id", ${preferredField("name", language)} AS "name"
    FROM "InstitutionText" t
    WHERE EXISTS (SELECT FROM "Event" e WHERE e."institutionId" = t."institutionId" AND e."withdrawnAt" IS NULL)
      AND (${own === null} OR t."institutionId" = ANY (${own ?? []}::int[]))
    GROUP BY t."institutionId"`;
  return rows.sort((one, other) => one.name.localeCompare(other.name, "ru") || one.id - other.id);
}

/** A page of the events that somebody may edit, and how many there are. */
export async function findEventsToEdit(
  queries: Queries,
  staff: Staff,
  { shelf, title, from, until, institutionId, section, language, now, limit, offset }: StaffQuery,
): Promise<{ rows: StaffRow[]; total: number }> {
  const isNamed =
    title === undefined
      ? Prisma.sql`true`
      : Prisma.sql`EXISTS (SELECT FROM "EventText" t WHERE t."eventId" = e."id" AND t."title" ILIKE ${`%${escaped(title)}%`})`;
  const isIn = Prisma.sql`(o."startsAt" >= ${from ?? new Date(0)} AND o."startsAt" < ${until ?? endOfTime})`;
  const isSifted = Prisma.sql`(${institutionId ?? null}::int IS NULL OR e."institutionId" = ${institutionId ?? null}::int)
    AND (${section ?? null}::"Section" IS NULL OR e."section" = ${section ?? null}::"Section")
    AND (${from === undefined && until === undefined} OR date."isIn")`;
  const rows = await queries.$queryRaw<(StaffRow & { total: number })[]>`
    WITH shelf AS (
      SELECT e."id" AS "eventId", e."publishedAt", e."updatedAt", date."startsAt", date."dates",
             count(*) OVER ()::int AS "total"
      FROM "Event" e CROSS JOIN LATERAL (
        SELECT coalesce(nullif(count(*) FILTER (WHERE o."endsAt" > ${now} OR o."status" = 'postponed'), 0),
                        count(*))::int AS "dates", coalesce(bool_or(o."endsAt" > ${now}), false) AS "isComing",
               coalesce(bool_or(${isIn}), false) AS "isIn",
               coalesce(min(o."startsAt") FILTER (WHERE ${from !== undefined} AND ${isIn}), min(o."startsAt") FILTER (WHERE o."startsAt" > ${now}),
                        min(o."startsAt") FILTER (WHERE o."endsAt" > ${now}), max(o."startsAt")) AS "startsAt"
        FROM "Occurrence" o WHERE o."eventId" = e."id") date
      WHERE ${isOn(shelf, now)} AND ${isOwn(staff)} AND ${isNamed} AND ${isSifted}
      ORDER BY ${order(shelf, now)}, e."id" LIMIT ${limit} OFFSET ${offset}
    )
    SELECT s.*, text."title" FROM shelf s CROSS JOIN LATERAL (
      SELECT t."title" FROM "EventText" t WHERE t."eventId" = s."eventId"
      ${preferred(language)}) text
    ORDER BY ${order(shelf, now, Prisma.sql`s`)}, s."eventId"`;
  return {
    rows: rows.map(({ eventId, title: name, startsAt, dates, publishedAt }) => ({
      eventId,
      title: name,
      startsAt,
      dates,
      publishedAt,
    })),
    total: rows[0]?.total ?? 0,
  };
}

function isOn(shelf: StaffShelf, now: Date): Prisma.Sql {
  if (shelf === "withdrawn") return Prisma.sql`e."withdrawnAt" IS NOT NULL`;
  // What publishes itself is coming like all else; its row says from when residents see it.
  if (shelf === "coming")
    return Prisma.sql`e."withdrawnAt" IS NULL AND e."publishedAt" IS NOT NULL AND date."isComing"`;
  const isPublic = Prisma.sql`e."publishedAt" <= ${now}`;
  if (shelf === "past") return Prisma.sql`e."withdrawnAt" IS NULL AND ${isPublic} AND NOT date."isComing"`;
  return Prisma.sql`e."withdrawnAt" IS NULL AND (e."publishedAt" IS NULL OR NOT ${isPublic} AND NOT date."isComing")`;
}

/** What is still to begin comes first: an exhibition that has long been open is rarely what changes. */
function order(shelf: StaffShelf, now: Date, row: Prisma.Sql = Prisma.sql`e`): Prisma.Sql {
  if (shelf === "coming") return Prisma.sql`"startsAt" <= ${now}, "startsAt"`;
  return shelf === "past" ? Prisma.sql`"startsAt" DESC NULLS LAST` : Prisma.sql`${row}."updatedAt" DESC`;
}

function isOwn(staff: Staff): Prisma.Sql {
  const own = reachOf(staff, "programme.edit");
  return own === null ? Prisma.sql`true` : Prisma.sql`e."institutionId" = ANY (${own}::int[])`;
}

/** Later than any date of the programme. */
const endOfTime = new Date("9999-12-31T00:00:00Z");

const escaped = (text: string): string => text.replace(/[\\%_]/gu, "\\$&");
