import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { reachOf, type Staff } from "../../staff/permissions.ts";
import type { Language } from "../../words/language.ts";
import { preferred } from "../preferred.sql.ts";

/** Which events a member of staff looks for: published ones by their next date, the others by what was touched last. */
export type StaffShelf = "coming" | "drafts" | "withdrawn" | "past";

export interface StaffQuery {
  shelf: StaffShelf;
  /** Part of a title in any language; without it all. */
  title?: string;
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

/** A page of the events that somebody may edit, and how many there are. */
export async function findEventsToEdit(
  queries: Queries,
  staff: Staff,
  { shelf, title, language, now, limit, offset }: StaffQuery,
): Promise<{ rows: StaffRow[]; total: number }> {
  const isNamed =
    title === undefined
      ? Prisma.sql`true`
      : Prisma.sql`EXISTS (SELECT FROM "EventText" t WHERE t."eventId" = e."id" AND t."title" ILIKE ${`%${escaped(title)}%`})`;
  const rows = await queries.$queryRaw<(StaffRow & { total: number })[]>`
    WITH shelf AS (
      SELECT e."id" AS "eventId", e."publishedAt", e."updatedAt", date."startsAt", date."dates",
             count(*) OVER ()::int AS "total"
      FROM "Event" e CROSS JOIN LATERAL (
        SELECT coalesce(nullif(count(*) FILTER (WHERE o."endsAt" > ${now} OR o."status" = 'postponed'), 0),
                        count(*))::int AS "dates", coalesce(bool_or(o."endsAt" > ${now}), false) AS "isComing",
               coalesce(min(o."startsAt") FILTER (WHERE o."startsAt" > ${now}),
                        min(o."startsAt") FILTER (WHERE o."endsAt" > ${now}), max(o."startsAt")) AS "startsAt"
        FROM "Occurrence" o WHERE o."eventId" = e."id") date
      WHERE ${isOn(shelf, now)} AND ${isOwn(staff)} AND ${isNamed}
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
  const isPublic = Prisma.sql`e."publishedAt" <= ${now}`;
  if (shelf === "drafts") return Prisma.sql`e."withdrawnAt" IS NULL AND (${isPublic}) IS NOT TRUE`;
  const time = shelf === "coming" ? Prisma.sql`date."isComing"` : Prisma.sql`NOT date."isComing"`;
  return Prisma.sql`e."withdrawnAt" IS NULL AND ${isPublic} AND ${time}`;
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

const escaped = (text: string): string => text.replace(/[\\%_]/gu, "\\$&");
