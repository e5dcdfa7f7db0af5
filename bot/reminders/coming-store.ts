import { openLessons } from "../classes/lessons/join-store.ts";
import type { Database } from "../database/database.ts";
import type { OccurrenceStatus } from "../programme/event.ts";
import { preferred } from "../programme/preferred.sql.ts";
import type { Language } from "../words/language.ts";
import { type LeadTime, lastDays } from "./lead-times.ts";

/** Dates on a page of /my: two buttons each. */
export const comingPerPage = 6;

/** A date that a person wants to be reminded of. */
export interface Coming {
  occurrenceId: number;
  title: string;
  startsAt: Date;
  endsAt: Date;
  hasStartTime: boolean;
  hasEndTime: boolean;
  /** Lasts more than a day. */
  spansDays: boolean;
  status: OccurrenceStatus;
  leads: LeadTime[];
}

/**
 * What a person wants to be reminded of and has not begun, or not ended where they wait for its last days; in order, what is
 * postponed last. And the lessons that they may enter now: one statement.
 */
export async function findComing(
  database: Database,
  personId: number,
  { page, language, now }: { page: number; language: Language; now: Date },
): Promise<{ rows: Coming[]; total: number; openLessonIds: number[] }> {
  const rows = await database.$queryRaw<(Coming & { total: number; openLessonIds: number[] })[]>`
    WITH coming AS (
      SELECT o.*, own."leads", count(*) OVER ()::int AS "total",
             CASE WHEN o."startsAt" > ${now} THEN o."startsAt" ELSE o."endsAt" END AS "comesAt"
      FROM (SELECT "occurrenceId", array_agg("minutes" ORDER BY "minutes" DESC) AS "leads"
            FROM "Reminder" WHERE "personId" = ${BigInt(personId)} GROUP BY "occurrenceId") own
      JOIN "Occurrence" o ON o."id" = own."occurrenceId"
      JOIN "Event" e ON e."id" = o."eventId"
      WHERE (o."startsAt" > ${now} OR o."status" = 'postponed' OR (o."endsAt" > ${now} AND ${lastDays} = ANY (own."leads"))) AND e."withdrawnAt" IS NULL AND e."publishedAt" <= ${now}
    )
    SELECT c."id" AS "occurrenceId", text."title", c."startsAt", c."endsAt", c."hasStartTime", c."hasEndTime", c."spansDays",
           c."status"::text AS "status", c."leads", counted.*
    FROM (SELECT coalesce(max("total"), 0) AS "total", ${openLessons(personId, now)} AS "openLessonIds" FROM coming) counted
    LEFT JOIN (SELECT * FROM coming ORDER BY ("status" = 'postponed'), "comesAt", "id"
               LIMIT ${comingPerPage} OFFSET ${page * comingPerPage}) c ON true
    LEFT JOIN LATERAL (SELECT t."title" FROM "EventText" t WHERE t."eventId" = c."eventId"
                       ${preferred(language)}) text ON true
    ORDER BY (c."status" = 'postponed'), c."comesAt", c."id"`;
  const { total = 0, openLessonIds = [] } = rows[0] ?? {};
  return { rows: rows.filter((row) => row.occurrenceId !== null), total, openLessonIds };
}
