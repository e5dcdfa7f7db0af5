import type { Queries } from "../database/database.ts";
import { visible } from "../programme/listing/conditions.sql.ts";
import type { Language } from "../words/language.ts";
import { houseOf } from "./house.sql.ts";
import type { Wanting } from "./wish.ts";

/** News of a wish, as its message shows it. */
export interface News extends Wanting {
  wishId: number;
  /** The next date of the event; null: it is an answer. */
  occurrenceId: number | null;
  /** What staff answered; null: it is an event. */
  answer: string | null;
}

/** Finds what a person is told at one time: of events that are still seen and still to come, and of answers. */
export const findNews = (
  queries: Queries,
  personId: number,
  { toldAt, now, language }: { toldAt: Date; now: Date; language: Language },
): Promise<News[]> =>
  queries.$queryRaw<News[]>`
    SELECT n."wishId", w."kind"::text AS "kind", w."text", ${houseOf(language)} AS "house", next."id" AS "occurrenceId", n."answer"
    FROM "Wish" w JOIN "WishNews" n ON n."wishId" = w."id"
    LEFT JOIN LATERAL (
      SELECT o."id" FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId"
      WHERE e."id" = n."eventId" AND ${visible(now)} AND o."endsAt" > ${now} AND o."status" NOT IN ('cancelled', 'postponed')
      ORDER BY o."startsAt", o."id" LIMIT 1) next ON true
    WHERE w."personId" = ${BigInt(personId)} AND n."toldAt" = ${toldAt} AND (next."id" IS NOT NULL OR n."answer" IS NOT NULL)
    ORDER BY n."wishId", n."answer" IS NULL, n."id"`;
