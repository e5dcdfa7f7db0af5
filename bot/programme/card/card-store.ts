import { Prisma } from "../../../prisma/client/client.ts";
import type { Database } from "../../database/database.ts";
import type { Card, OtherDate } from "./card.ts";

/** The card of an occurrence, with the reminders of the person if one is given, or null when it is gone: one statement. */
export async function findCard(
  database: Database,
  occurrenceId: number,
  now: Date,
  personId?: number,
): Promise<Card | null> {
  const [card] = await selectCards(database, Prisma.sql`o."id" = ${occurrenceId}`, now, personId);
  return card ?? null;
}

/** The cards of several occurrences, in the order of `ids`; those gone are left out. */
export async function findCards(database: Database, ids: readonly number[], now: Date): Promise<Card[]> {
  const cards = await selectCards(database, Prisma.sql`o."id" = ANY (${ids})`, now);
  return cards.sort((a, b) => ids.indexOf(a.occurrenceId) - ids.indexOf(b.occurrenceId));
}

/** The card of an event's next date, else of its last one, or null when the event is gone. */
export async function findCardOfEvent(
  database: Database,
  eventId: number,
  now: Date,
  personId?: number,
): Promise<Card | null> {
  const best = Prisma.sql`o."id" = (
    SELECT n."id" FROM "Occurrence" n WHERE n."eventId" = ${eventId}
    ORDER BY (n."endsAt" > ${now}) DESC, (n."status" = 'cancelled'),
             CASE WHEN n."endsAt" > ${now} THEN n."startsAt" END, n."startsAt" DESC LIMIT 1)`;
  const [card] = await selectCards(database, best, now, personId);
  return card ?? null;
}

/** The dates of the same event that have not ended, in order; cancelled ones too, because people look for them. */
export async function findOtherDates(
  database: Database,
  { eventId, occurrenceId }: Pick<Card, "eventId" | "occurrenceId">,
  now: Date,
): Promise<OtherDate[]> {
  return database.$queryRaw<OtherDate[]>`
    SELECT o."id" AS "occurrenceId", o."startsAt", o."endsAt", o."hasStartTime", o."hasEndTime", o."status"::text AS "status"
    FROM "Occurrence" o 
    WHERE o."eventId" = ${eventId} AND o."id" <> ${occurrenceId} AND o."endsAt" > ${now}
    ORDER BY o."startsAt", o."id" LIMIT 100`;
}

/** An average of fewer ratings would say more about one person than about the event. */
const fewestRatings = 3;

function selectCards(database: Database, which: Prisma.Sql, now: Date, personId?: number): Promise<Card[]> {
  return database.$queryRaw<Card[]>`
    SELECT o."id" AS "occurrenceId", e."id" AS "eventId", e."section"::text AS "section",
           e."attendanceMode"::text AS "attendanceMode", e."isFree", e."priceMin", e."priceMax", e."currency", e."ageMin",
           e."heldIn", e."audiences"::text[] AS "audiences", e."accessibility"::text[] AS "accessibility", e."posterUrl",
           o."startsAt", o."endsAt", o."hasStartTime", o."hasEndTime", o."timeZone", o."status"::text AS "status",
           o."placeId", o."previousStartsAt", o."sequence", o."changedAt",
           (e."withdrawnAt" IS NOT NULL OR e."publishedAt" IS NULL OR e."publishedAt" > ${now}) AS "withdrawn",
           ${textsOf("EventText", "eventId", Prisma.sql`e."id"`)} AS "texts",
           (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', l."kind", 'url', l."url") ORDER BY l."id"), '[]')
            FROM "Link" l WHERE l."eventId" = e."id") AS "links",
           (SELECT coalesce(jsonb_object_agg(t."language", t."name"), '{}')
            FROM "InstitutionText" t WHERE t."institutionId" = e."institutionId") AS "institution",
           (SELECT jsonb_build_object('latitude', p."latitude", 'longitude', p."longitude", 'texts',
                                      ${textsOf("PlaceText", "placeId", Prisma.sql`p."id"`)})
            FROM "Place" p WHERE p."id" = o."placeId") AS "place",
           (SELECT count(*) FROM "Occurrence" n
            WHERE n."eventId" = e."id" AND n."endsAt" > ${now} AND n."id" <> o."id")::int AS "otherDates",
           ${remindersOf(personId)} AS "reminders",
           (SELECT jsonb_build_object('average', avg(r."stars"), 'count', count(*))
            FROM "Rating" r JOIN "Occurrence" n ON n."id" = r."occurrenceId" WHERE n."eventId" = e."id"
            HAVING count(*) >= ${fewestRatings}) AS "rating"
    FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId"
    WHERE ${which}`;
}

const remindersOf = (personId: number | undefined) =>
  personId === undefined
    ? Prisma.sql`'{}'::int[]`
    : Prisma.sql`ARRAY(SELECT r."minutes" FROM "Reminder" r
                       WHERE r."personId" = ${BigInt(personId)} AND r."occurrenceId" = o."id" ORDER BY r."minutes" DESC)`;

/** { ru: { title, … }, … } of a table of texts, absent columns left out. */
function textsOf(table: "EventText" | "PlaceText", key: string, id: Prisma.Sql): Prisma.Sql {
  const from = Prisma.raw(`"${table}" t WHERE t."${key}"`);
  return Prisma.sql`(SELECT coalesce(jsonb_object_agg(t."language", jsonb_strip_nulls(to_jsonb(t))), '{}') FROM ${from} = ${id})`;
}
