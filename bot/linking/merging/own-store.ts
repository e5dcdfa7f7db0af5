import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import type { Merging } from "./merging.ts";

/**
 * Moves what belongs to a person alone. What both have is left behind and deleted with the one who goes; merge-store.ts tells
 * the rules.
 */
export async function mergeOwn(queries: Queries, { keptId, goneId }: Merging): Promise<void> {
  const kept = BigInt(keptId);
  const gone = BigInt(goneId);
  await queries.$executeRaw`
    UPDATE "Reminder" r SET "personId" = ${kept} WHERE r."personId" = ${gone} AND NOT EXISTS (
      SELECT FROM "Reminder" o WHERE o."personId" = ${kept} AND o."occurrenceId" = r."occurrenceId" AND o."minutes" = r."minutes")`;
  await queries.$executeRaw`
    DELETE FROM "Rating" older USING "Rating" newer
    WHERE (older."occurrenceId" = newer."occurrenceId" OR older."courseId" = newer."courseId") AND (older."personId", newer."personId") IN ((${kept}, ${gone}), (${gone}, ${kept}))
      AND (newer."ratedAt", newer."personId" = ${kept}) > (older."ratedAt", older."personId" = ${kept})`;
  await queries.rating.updateMany({ where: { personId: gone }, data: { personId: kept } });
  await queries.$executeRaw`
    DELETE FROM "LessonRating" older USING "LessonRating" newer
    WHERE older."lessonId" = newer."lessonId" AND (older."personId", newer."personId") IN ((${kept}, ${gone}), (${gone}, ${kept}))
      AND (newer."ratedAt", newer."personId" = ${kept}) > (older."ratedAt", older."personId" = ${kept})`;
  await queries.lessonRating.updateMany({ where: { personId: gone }, data: { personId: kept } });
  await queries.$executeRaw`
    UPDATE "SearchQuery" s SET "personId" = ${kept} WHERE s."personId" = ${gone} AND NOT EXISTS (
      SELECT FROM "SearchQuery" o WHERE o."personId" = ${kept} AND o."askedAt" = s."askedAt")`;
  await queries.$executeRaw`
    UPDATE "Digest" SET "personId" = ${kept}
    WHERE "personId" = ${gone} AND NOT EXISTS (SELECT FROM "Digest" WHERE "personId" = ${kept})`;
  // Of two drafts that of the account which stays goes on; what is kept is kept by both.
  await queries.evening.updateMany({ where: { personId: gone, keptAt: { not: null } }, data: { personId: kept } });
  await queries.$executeRaw`
    UPDATE "Evening" SET "personId" = ${kept} WHERE "personId" = ${gone} AND NOT EXISTS (
      SELECT FROM "Evening" o WHERE o."personId" = ${kept} AND o."keptAt" IS NULL)`;
  await queries.thread.updateMany({ where: { personId: gone }, data: { personId: kept } });
  await queries.linkRequest.deleteMany({
    where: { OR: [{ personId: { in: [kept, gone] } }, { followedBy: { in: [kept, gone] } }] },
  });
  await queries.$executeRaw`
    UPDATE "FollowedArea" f SET "personId" = ${kept} WHERE f."personId" = ${gone} AND NOT EXISTS (
      SELECT FROM "FollowedArea" o WHERE o."personId" = ${kept} AND o."area" = f."area")`;
  await queries.$executeRaw`
    UPDATE "CollectionReminder" r SET "personId" = ${kept} WHERE r."personId" = ${gone} AND NOT EXISTS (
      SELECT FROM "CollectionReminder" o WHERE o."personId" = ${kept} AND o."collectionId" = r."collectionId")`;
  await queries.$executeRaw`
    INSERT INTO "UnfinishedEvents" AS k ("personId", "drafts", "updatedAt")
    SELECT ${kept}, "drafts", "updatedAt" FROM "UnfinishedEvents" WHERE "personId" = ${gone}
    ON CONFLICT ("personId") DO UPDATE SET "drafts" = EXCLUDED."drafts", "updatedAt" = EXCLUDED."updatedAt"
    WHERE EXCLUDED."updatedAt" > k."updatedAt"`;
  await queries.$executeRaw`
    DELETE FROM "Ballot" older USING "Ballot" newer
    WHERE older."voteId" = newer."voteId" AND (older."personId", newer."personId") IN ((${kept}, ${gone}), (${gone}, ${kept}))
      AND (newer."castAt", newer."personId" = ${kept}) > (older."castAt", older."personId" = ${kept})`;
  await queries.ballot.updateMany({ where: { personId: gone }, data: { personId: kept } });
  await queries.$executeRaw`
    INSERT INTO "Interest" AS k ("personId", "audience", "lastAt")
    SELECT ${kept}, "audience", "lastAt" FROM "Interest" WHERE "personId" = ${gone}
    ON CONFLICT ("personId", "audience") DO UPDATE SET "lastAt" = greatest(k."lastAt", EXCLUDED."lastAt")`;
  await mergeSupport(queries, kept, gone);
  await mergeComments(queries, kept, gone);
  await mergeWishes(queries, kept, gone);
  await mergeLearner(queries, kept, gone);
}

/** What people give their voice to, by its table, that of the voices and its key there. */
const supported = [
  { table: Prisma.sql`"Idea"`, voices: Prisma.sql`"IdeaVoice"`, key: Prisma.sql`"ideaId"` },
  { table: Prisma.sql`"Question"`, voices: Prisma.sql`"QuestionVoice"`, key: Prisma.sql`"questionId"` },
];

/** Of two voices for one thing one stays, and it is counted once; ideas and questions go on under one number. */
async function mergeSupport(queries: Queries, kept: bigint, gone: bigint): Promise<void> {
  for (const { table, voices, key } of supported)
    await queries.$executeRaw`
      WITH twice AS (
        DELETE FROM ${voices} g USING ${voices} k
        WHERE g."personId" = ${gone} AND k."personId" = ${kept} AND k.${key} = g.${key} RETURNING g.${key} AS "id"
      )
      UPDATE ${table} i SET "voices" = i."voices" - 1 FROM twice WHERE i."id" = twice."id"`;
  await queries.ideaVoice.updateMany({ where: { personId: gone }, data: { personId: kept } });
  await queries.idea.updateMany({ where: { authorId: gone }, data: { authorId: kept } });
  await queries.questionVoice.updateMany({ where: { personId: gone }, data: { personId: kept } });
  await queries.question.updateMany({ where: { authorId: gone }, data: { authorId: kept } });
}

/** All comments of both; of two about one thing that stand or wait the newer. A comment is flagged once, a ban is the longer one. */
async function mergeComments(queries: Queries, kept: bigint, gone: bigint): Promise<void> {
  await queries.$executeRaw`
    UPDATE "Comment" older SET "state" = 'withdrawn', "text" = '', "name" = NULL, "waitingSince" = NULL, "hold" = NULL, "appeal" = NULL
    FROM "Comment" newer
    WHERE (older."eventId" = newer."eventId" OR older."courseId" = newer."courseId")
      AND (older."personId", newer."personId") IN ((${kept}, ${gone}), (${gone}, ${kept}))
      AND older."state" IN ('waiting', 'published', 'hidden') AND newer."state" IN ('waiting', 'published', 'hidden')
      AND (newer."writtenAt", newer."id") > (older."writtenAt", older."id")`;
  await queries.comment.updateMany({ where: { personId: gone }, data: { personId: kept } });
  await queries.$executeRaw`
    UPDATE "CommentFlag" f SET "personId" = ${kept} WHERE f."personId" = ${gone} AND NOT EXISTS (
      SELECT FROM "CommentFlag" o WHERE o."personId" = ${kept} AND o."commentId" = f."commentId")`;
  await queries.$executeRaw`
    INSERT INTO "CommentBan" AS k ("personId", "bannedBy", "bannedAt", "until")
    SELECT ${kept}, "bannedBy", "bannedAt", "until" FROM "CommentBan" WHERE "personId" = ${gone}
    ON CONFLICT ("personId") DO UPDATE
      SET "bannedBy" = EXCLUDED."bannedBy", "bannedAt" = EXCLUDED."bannedAt", "until" = EXCLUDED."until"
    WHERE EXCLUDED."until" > k."until"`;
}

/** A wish that both had stays once, with the news of both. */
async function mergeWishes(queries: Queries, kept: bigint, gone: bigint): Promise<void> {
  await queries.$executeRaw`
    UPDATE "RecordingWish" w SET "personId" = ${kept} WHERE w."personId" = ${gone} AND NOT EXISTS (
      SELECT FROM "RecordingWish" o WHERE o."personId" = ${kept} AND o."eventId" = w."eventId")`;
  await queries.$executeRaw`
    UPDATE "WishNews" n SET "wishId" = same."keptId"
    FROM (SELECT k."id" AS "keptId", g."id" AS "goneId" FROM "Wish" g JOIN "Wish" k
            ON k."personId" = ${kept} AND (k."kind", k."text", k."dropped") = (g."kind", g."text", g."dropped")
          WHERE g."personId" = ${gone}) same
    WHERE n."wishId" = same."goneId" AND NOT EXISTS (
      SELECT FROM "WishNews" o WHERE o."wishId" = same."keptId" AND o."eventId" = n."eventId")`;
  await queries.$executeRaw`
    UPDATE "Wish" w SET "personId" = ${kept} WHERE w."personId" = ${gone} AND NOT EXISTS (
      SELECT FROM "Wish" k
      WHERE k."personId" = ${kept} AND (k."kind", k."text", k."dropped") = (w."kind", w."text", w."dropped"))`;
}

/** How they stand in the journal, what they agreed to, and the enrolment that they left in the middle: the newer one. */
async function mergeLearner(queries: Queries, kept: bigint, gone: bigint): Promise<void> {
  await queries.$executeRaw`
    INSERT INTO "Learner" AS k ("personId", "name", "phone", "createdAt")
    SELECT ${kept}, "name", "phone", "createdAt" FROM "Learner" WHERE "personId" = ${gone}
    ON CONFLICT ("personId") DO UPDATE
      SET "phone" = coalesce(k."phone", EXCLUDED."phone"), "createdAt" = least(k."createdAt", EXCLUDED."createdAt")`;
  await queries.$executeRaw`
    INSERT INTO "Consent" AS k ("personId", "document", "version", "givenAt", "withdrawnAt")
    SELECT ${kept}, "document", "version", "givenAt", "withdrawnAt" FROM "Consent" WHERE "personId" = ${gone}
    ON CONFLICT ("personId", "document", "version") DO UPDATE SET "givenAt" = EXCLUDED."givenAt", "withdrawnAt" = NULL
    WHERE k."withdrawnAt" IS NOT NULL AND EXCLUDED."withdrawnAt" IS NULL`;
  await queries.$executeRaw`
    INSERT INTO "EnrolmentDraft" AS k ("personId", "groupId", "name", "phone", "updatedAt")
    SELECT ${kept}, "groupId", "name", "phone", "updatedAt" FROM "EnrolmentDraft" WHERE "personId" = ${gone}
    ON CONFLICT ("personId") DO UPDATE
      SET "groupId" = EXCLUDED."groupId", "name" = EXCLUDED."name", "phone" = EXCLUDED."phone", "updatedAt" = EXCLUDED."updatedAt"
    WHERE EXCLUDED."updatedAt" > k."updatedAt"`;
}
