import { Prisma } from "../../../prisma/client/client.ts";
import { reviewsOf } from "../../articles/reviews.sql.ts";
import { holder } from "../../collections/holder.sql.ts";
import { gather } from "../../database/batch.ts";
import type { Database } from "../../database/database.ts";
import { answeredOf } from "../../questions/answered.sql.ts";
import type { LeadTime } from "../../reminders/lead-times.ts";
import { fewestShown } from "../../voices/score.ts";
import type { Card, OtherDate } from "./card.ts";

/**
 * The card of an occurrence, with the reminders of the person if one is given, or null when it is gone: one statement
 * for all who open cards at the same time.
 */
export const findCard = (
  database: Database,
  occurrenceId: number,
  now: Date,
  personId?: number,
): Promise<Card | null> => findTogether(database, { occurrenceId, now, personId });

interface Opened {
  occurrenceId: number;
  now: Date;
  personId: number | undefined;
}

const findTogether = gather(async (database: Database, opened: [Opened, ...Opened[]]) => {
  // The latest: what was published a moment ago is open to whoever asked after that.
  const { now } = opened.at(-1) ?? opened[0];
  const ids = [...new Set(opened.map(({ occurrenceId }) => occurrenceId))];
  const people = opened.flatMap(({ personId }) => (personId === undefined ? [] : [personId]));
  const cards = await selectCards(database, Prisma.sql`o."id" = ANY (${ids})`, now, people);
  const byId = new Map(cards.map((card) => [card.occurrenceId, card]));
  return opened.map(({ occurrenceId, personId }) => forPerson(byId.get(occurrenceId), personId));
});

/** A card, whose reminders are set for it, minutes by the person's id, and who waits for its recordings. */
type SharedCard = Omit<Card, "reminders" | "isRecordingWished"> & {
  remindersOf: Record<number, LeadTime[]>;
  wishedBy: number[];
};

function forPerson(shared: SharedCard | undefined, personId?: number): Card | null {
  if (shared === undefined) return null;
  const { remindersOf, wishedBy, ...card } = shared;
  if (personId === undefined) return { ...card, reminders: [], isRecordingWished: false };
  return { ...card, reminders: remindersOf[personId] ?? [], isRecordingWished: wishedBy.includes(personId) };
}

/** The cards of several occurrences, in the order of `ids`; those gone are left out. */
export async function findCards(database: Database, ids: readonly number[], now: Date): Promise<Card[]> {
  const cards = await selectCards(database, Prisma.sql`o."id" = ANY (${ids})`, now, []);
  cards.sort((a, b) => ids.indexOf(a.occurrenceId) - ids.indexOf(b.occurrenceId));
  return cards.flatMap((card) => forPerson(card) ?? []);
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
  const [card] = await selectCards(database, best, now, personId === undefined ? [] : [personId]);
  return forPerson(card, personId);
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

function selectCards(
  database: Database,
  which: Prisma.Sql,
  now: Date,
  people: readonly number[],
): Promise<SharedCard[]> {
  return database.$queryRaw<SharedCard[]>`
    SELECT o."id" AS "occurrenceId", e."id" AS "eventId", e."institutionId", e."section"::text AS "section",
           e."attendanceMode"::text AS "attendanceMode", e."isFree", e."isFreeOnline", e."priceMin", e."priceMax", e."currency", e."ageMin",
           e."heldIn", e."audiences"::text[] AS "audiences", e."accessibility"::text[] AS "accessibility", e."posterUrl",
           o."startsAt", o."endsAt", o."hasStartTime", o."hasEndTime", o."timeZone", o."status"::text AS "status",
           o."placeId", o."previousStartsAt", o."sequence", o."changedAt",
           (SELECT coalesce(jsonb_object_agg(s."language", s."text"), '{}')
            FROM "StatusReason" s WHERE s."occurrenceId" = o."id") AS "reasons",
           (e."withdrawnAt" IS NOT NULL OR e."publishedAt" IS NULL OR e."publishedAt" > ${now}) AS "withdrawn",
           ${textsOf("EventText", "eventId", Prisma.sql`e."id"`)} AS "texts",
           (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', l."kind", 'url', l."url") ORDER BY l."id"), '[]')
            FROM "Link" l WHERE l."eventId" = e."id") AS "links",
           (SELECT coalesce(jsonb_object_agg(t."language", t."name"), '{}')
            FROM "InstitutionText" t WHERE t."institutionId" = e."institutionId") AS "institution",
           (SELECT jsonb_build_object('latitude', p."latitude", 'longitude', p."longitude", 'texts',
                                      ${textsOf("PlaceText", "placeId", Prisma.sql`p."id"`)})
            FROM "Place" p WHERE p."id" = o."placeId") AS "place",
           ${holder(now)} AS "collection",
           (SELECT count(*) FROM "Occurrence" n
            WHERE n."eventId" = e."id" AND n."endsAt" > ${now} AND n."id" <> o."id")::int AS "otherDates",
           (SELECT coalesce(jsonb_object_agg(r."personId", r."minutes"), '{}')
            FROM (SELECT r."personId", jsonb_agg(r."minutes" ORDER BY r."minutes" DESC) AS "minutes" FROM "Reminder" r
                  WHERE r."personId" = ANY (${people.map(BigInt)}::bigint[]) AND r."occurrenceId" = o."id"
                  GROUP BY r."personId") r) AS "remindersOf",
           (SELECT coalesce(jsonb_agg(w."personId"), '[]') FROM "RecordingWish" w
            WHERE w."personId" = ANY (${people.map(BigInt)}::bigint[]) AND w."eventId" = e."id") AS "wishedBy",
           (SELECT jsonb_build_object('average', s."mean", 'count', s."people")
            FROM "Score" s WHERE s."eventId" = e."id" AND s."people" >= ${fewestShown}) AS "rating",
           (SELECT count(*) FROM "Comment" s WHERE s."eventId" = e."id" AND s."state" = 'published')::int AS "comments",
           e."isConversation",
           (SELECT count(*) FROM "Question" q
            WHERE q."eventId" = e."id" AND q."state" IN ('taken', 'waiting', 'answered'))::int AS "questions",
           ${answeredOf(Prisma.sql`e."id"`)} AS "answered",
           ${reviewsOf(now)} AS "reviews"
    FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId"
    WHERE ${which}`;
}

/** { ru: { title, … }, … } of a table of texts, absent columns left out. */
function textsOf(table: "EventText" | "PlaceText", key: string, id: Prisma.Sql): Prisma.Sql {
  const from = Prisma.raw(`"${table}" t WHERE t."${key}"`);
  return Prisma.sql`(SELECT coalesce(jsonb_object_agg(t."language", jsonb_strip_nulls(to_jsonb(t))), '{}') FROM ${from} = ${id})`;
}
