import type { Database } from "../database/database.ts";
import type { Audience } from "../programme/event.ts";
import type { Language } from "../words/language.ts";

/** Everything kept about a person, for /privacy. What is counted is counted by events. */
export async function findKept(database: Database, id: number): Promise<Kept | null> {
  const [kept] = await database.$queryRaw<Kept[]>`
    SELECT p."language"::text AS "language", p."firstName", p."firstSeenAt", p."lastSeenAt",
           ((SELECT count(DISTINCT r."occurrenceId") FROM "Reminder" r WHERE r."personId" = p."id")
            + (SELECT count(*) FROM "CollectionReminder" r WHERE r."personId" = p."id"))::int AS "reminders",
           (SELECT count(*) FROM "Evening" v WHERE v."personId" = p."id")::int AS "evenings",
           ((SELECT count(*) FROM "Rating" r WHERE r."personId" = p."id")
            + (SELECT count(*) FROM "LessonRating" r WHERE r."personId" = p."id"))::int AS "ratings",
           (SELECT count(*) FROM "SearchQuery" s WHERE s."personId" = p."id" AND s."text" IS NOT NULL)::int AS "searches",
           (SELECT count(*) FROM "Thread" t WHERE t."personId" = p."id")::int AS "threads",
           ((SELECT count(*) FROM "Wish" w WHERE w."personId" = p."id")
            + (SELECT count(*) FROM "RecordingWish" w WHERE w."personId" = p."id")
            + (SELECT count(*) FROM "FollowedArea" f WHERE f."personId" = p."id"))::int AS "wishes",
           (SELECT count(*) FROM "Idea" d WHERE d."authorId" = p."id")::int AS "ideas",
           (SELECT count(*) FROM "IdeaVoice" v WHERE v."personId" = p."id")::int AS "ideaVoices",
           (SELECT count(*) FROM "Question" q WHERE q."authorId" = p."id")::int AS "questions",
           (SELECT count(*) FROM "QuestionVoice" v WHERE v."personId" = p."id")::int AS "questionVoices",
           (SELECT array_agg(i."audience"::text ORDER BY i."audience") FROM "Interest" i WHERE i."personId" = p."id") AS "interests",
           l."name" AS "journalName", l."phone",
           (SELECT count(DISTINCT e."groupId") FROM "Enrolment" e WHERE e."personId" = p."id")::int AS "classes"
    FROM "Person" p LEFT JOIN "Learner" l ON l."personId" = p."id" WHERE p."id" = ${BigInt(id)}`;
  return kept ?? null;
}

interface Kept {
  language: Language;
  firstName: string;
  firstSeenAt: Date;
  lastSeenAt: Date;
  reminders: number;
  /** Evenings that they planned. */
  evenings: number;
  ratings: number;
  /** What they searched for, as far as it is kept. */
  searches: number;
  /** What they wrote to staff about. */
  threads: number;
  /** What they want to be told of: wishes, recordings, and subjects of classes. */
  wishes: number;
  /** What they proposed, and the ideas that have their voice. */
  ideas: number;
  ideaVoices: number;
  /** What they asked guests, and the questions that have their voice. */
  questions: number;
  questionVoices: number;
  /** The audience whose cards the person opened; null: none. */
  interests: Audience[] | null;
  /** Name in the journal of the classes; null: not in it. */
  journalName: string | null;
  /** Null: without a phone. */
  phone: string | null;
  /** Groups that they are or were in, or in line for. */
  classes: number;
}
