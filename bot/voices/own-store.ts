import { Prisma } from "../../prisma/client/client.ts";
import type { Queries } from "../database/database.ts";
import type { IdeaState } from "../ideas/idea.ts";
import { visible } from "../programme/listing/conditions.sql.ts";
import { preferred } from "../programme/preferred.sql.ts";
import type { QuestionState } from "../questions/question.ts";
import type { Language } from "../words/language.ts";
import type { CommentStand } from "./comments/comment.ts";
import type { VoiceTopic } from "./topic.ts";

/** What somebody raised their voice for, with what became of it. */
export type OwnVoice = { at: Date; title: string } /** `lesson`: the number of the lesson that it is about. */ & (
  | { kind: "rated"; topic: VoiceTopic; stars: number; lesson?: number }
  | ({ kind: "wrote"; commentId: number } & CommentStand)
  | { kind: "proposed" | "supported"; ideaId: number; state: IdeaState; voices: number }
  | { kind: "asked" | "seconded"; questionId: number; state: QuestionState; hasAnswer: boolean; voices: number }
  | { kind: "voted"; voteId: number; option: string; isEnded: boolean; voices: number }
);

/** A row of the statement. */
interface VoiceRow {
  at: Date;
  title: string | null;
  /** All the rest, by the kind. */
  voice: Omit<OwnVoice, "at" | "title">;
}

const perPage = 5;

/**
 * A page of what somebody rated, wrote, proposed, supported, asked and voted for, the latest first. What is shown to nobody has
 * no title; comments that were taken back, and questions that were merged into one of their own, are left out.
 */
export async function findOwnVoices(
  queries: Queries,
  { personId, page, language, now }: { personId: number; page: number; language: Language; now: Date },
): Promise<{ voices: OwnVoice[]; hasMore: boolean }> {
  const id = BigInt(personId);
  const titleOf = (
    event: Prisma.Sql,
  ) => Prisma.sql`(SELECT t."title" FROM "EventText" t JOIN "Event" e ON e."id" = t."eventId"
    WHERE t."eventId" = ${event} AND ${visible(now)} ${preferred(language)})`;
  const courseTitle = (
    course: Prisma.Sql,
  ) => Prisma.sql`(SELECT t."title" FROM "CourseText" t JOIN "Course" k ON k."id" = t."courseId"
    WHERE t."courseId" = ${course} AND k."withdrawnAt" IS NULL AND k."publishedAt" <= ${now} ${preferred(language)})`;
  const question = Prisma.sql`SELECT t."question" FROM "VoteText" t WHERE t."voteId" = v."id" ${preferred(language)}`;
  const option = Prisma.sql`SELECT t."options"[b."option" + 1] FROM "VoteText" t WHERE t."voteId" = v."id" ${preferred(language)}`;
  const rows = await queries.$queryRaw<VoiceRow[]>`
    SELECT * FROM (
      SELECT r."ratedAt" AS "at", ${titleOf(Prisma.sql`o."eventId"`)} AS "title", jsonb_build_object('kind', 'rated',
               'topic', jsonb_build_object('kind', 'event', 'id', r."occurrenceId"), 'stars', r."stars") AS "voice"
      FROM "Rating" r JOIN "Occurrence" o ON o."id" = r."occurrenceId" WHERE r."personId" = ${id}
      UNION ALL
      SELECT r."ratedAt", ${courseTitle(Prisma.sql`r."courseId"`)}, jsonb_build_object('kind', 'rated',
               'topic', jsonb_build_object('kind', 'course', 'id', r."courseId"), 'stars', r."stars")
      FROM "Rating" r WHERE r."personId" = ${id} AND r."courseId" IS NOT NULL
      UNION ALL
      SELECT r."ratedAt", ${courseTitle(Prisma.sql`g."courseId"`)}, jsonb_build_object('kind', 'rated', 'lesson', l."number",
               'topic', jsonb_build_object('kind', 'course', 'id', g."courseId"), 'stars', r."stars")
      FROM "LessonRating" r JOIN "Lesson" l ON l."id" = r."lessonId" JOIN "Group" g ON g."id" = l."groupId" WHERE r."personId" = ${id}
      UNION ALL
      SELECT c."writtenAt", CASE WHEN c."courseId" IS NULL THEN ${titleOf(Prisma.sql`c."eventId"`)}
                                 ELSE ${courseTitle(Prisma.sql`c."courseId"`)} END,
             jsonb_build_object('kind', 'wrote', 'commentId', c."id", 'state', c."state", 'reason', c."reason",
               'ownWords', c."ownWords", 'isAppealed', c."appealedAt" IS NOT NULL, 'isWaiting', c."waitingSince" IS NOT NULL)
      FROM "Comment" c WHERE c."personId" = ${id} AND c."state" <> 'withdrawn'
      UNION ALL
      SELECT s."givenAt", i."title", jsonb_build_object('ideaId', i."id", 'state', i."state", 'voices', i."voices",
               'kind', CASE WHEN i."authorId" = ${id} THEN 'proposed' ELSE 'supported' END)
      FROM "IdeaVoice" s JOIN "Idea" i ON i."id" = s."ideaId" WHERE s."personId" = ${id}
      UNION ALL
      SELECT s."givenAt", CASE WHEN (q."state" <> 'hidden' OR q."authorId" = ${id}) AND ${titleOf(Prisma.sql`q."eventId"`)} IS NOT NULL THEN q."text" END,
             jsonb_build_object('questionId', q."id", 'state', q."state", 'hasAnswer', q."answer" IS NOT NULL, 'voices', q."voices",
               'kind', CASE WHEN q."authorId" = ${id} THEN 'asked' ELSE 'seconded' END)
      FROM "QuestionVoice" s JOIN "Question" q ON q."id" = s."questionId" WHERE s."personId" = ${id}
      UNION ALL
      SELECT b."castAt", (${question}), jsonb_build_object('kind', 'voted', 'voteId', v."id", 'option', coalesce((${option}), ''),
               'isEnded', coalesce(v."endsAt" <= ${now}, false), 'voices',
               (SELECT count(*) FROM "Ballot" n WHERE n."voteId" = v."id" AND n."option" = b."option"))
      FROM "Ballot" b JOIN "Vote" v ON v."id" = b."voteId" WHERE b."personId" = ${id}
    ) voice
    ORDER BY "at" DESC, "voice"->>'kind', "voice"::text DESC LIMIT ${perPage + 1} OFFSET ${page * perPage}`;
  const voices = rows
    .slice(0, perPage)
    .map(({ at, title, voice }) => ({ ...voice, at, title: title ?? "" }) as OwnVoice);
  return { voices, hasMore: rows.length > perPage };
}
