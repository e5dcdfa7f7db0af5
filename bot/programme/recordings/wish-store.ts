import type { Queries } from "../../database/database.ts";
import type { Language } from "../../words/language.ts";
import { visible } from "../listing/conditions.sql.ts";
import { preferred } from "../preferred.sql.ts";

/** Events whose recordings one person may wait for. */
export const mostRecordingWishes = 40;

/** Days for which a recording is waited for. */
const daysKept = 365;

/** Waits for the recordings of an event on behalf of somebody; pressed twice, it goes on as it was. */
export async function wishRecording(
  queries: Queries,
  personId: number,
  eventId: number,
  now: Date,
): Promise<"wished" | "too many" | "gone"> {
  const person = BigInt(personId);
  const others = await queries.recordingWish.count({ where: { personId: person, eventId: { not: eventId } } });
  if (others >= mostRecordingWishes) return "too many";
  const made = await queries.$queryRaw<{ eventId: number }[]>`
    INSERT INTO "RecordingWish" AS w ("personId", "eventId", "createdAt")
    SELECT ${person}, e."id", ${now} FROM "Event" e WHERE e."id" = ${eventId} AND ${visible(now)}
    ON CONFLICT ("personId", "eventId") DO UPDATE SET "createdAt" = w."createdAt" RETURNING "eventId"`;
  return made.length === 0 ? "gone" : "wished";
}

/** Waits for them no more; what was to be told of them is not. */
export async function unwishRecording(queries: Queries, personId: number, eventId: number, now: Date): Promise<void> {
  const person = BigInt(personId);
  await queries.recordingWish.deleteMany({ where: { personId: person, eventId } });
  await queries.delivery.updateMany({
    where: { personId: person, kind: "recording", state: "pending", occurrence: { eventId } },
    data: { state: "cancelled", settledAt: now, reason: "not wanted any more" },
  });
}

/** An event whose recordings somebody waits for. */
export interface AwaitedRecording {
  eventId: number;
  title: string;
}

/** Finds the events whose recordings a person waits for, the newest wish first. */
export const findAwaitedRecordings = (
  queries: Queries,
  personId: number,
  language: Language,
): Promise<AwaitedRecording[]> =>
  queries.$queryRaw<AwaitedRecording[]>`
    SELECT w."eventId",
           (SELECT t."title" FROM "EventText" t WHERE t."eventId" = w."eventId" ${preferred(language)}) AS "title"
    FROM "RecordingWish" w WHERE w."personId" = ${BigInt(personId)} ORDER BY w."createdAt" DESC, w."eventId" DESC`;

/** Deletes wishes that are a year old. */
export async function forgetRecordingWishes(queries: Queries, now: Date): Promise<number> {
  const before = new Date(now.getTime() - daysKept * 86_400_000);
  const { count } = await queries.recordingWish.deleteMany({ where: { createdAt: { lt: before } } });
  return count;
}
