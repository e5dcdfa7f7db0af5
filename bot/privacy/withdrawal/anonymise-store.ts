import { Prisma } from "../../../prisma/client/client.ts";
import { consentDocument } from "../../classes/learners/learner.ts";
import type { Database, Queries } from "../../database/database.ts";
import { intoForgotten, lessonsOf } from "../../reports/counting/erased-store.ts";
import { forgetLessonRaters } from "../../voices/lesson-rating-store.ts";
import { forgetRegistrantsOf } from "../../zoom/tasks/task-store.ts";

/** Groups per transaction: some hundreds of people, and milliseconds that it may take. */
const perShare = 20;
const patience = 60_000;

/** What became counts, in rows. */
export interface Anonymised {
  groups: number;
  enrolments: number;
  attendances: number;
}

/**
 * Makes counts of who learned in groups whose last lesson ended before `before`, for good: attendance, times at Zoom and
 * enrolments are deleted, and what reports need of them stays by the hour and the group. An enrolment with a certificate stays,
 * for the certificate says no less; it goes when its owner is erased.
 */
export async function anonymiseClasses(database: Database, before: Date, now: Date): Promise<Anonymised> {
  const done: Anonymised = { groups: 0, enrolments: 0, attendances: 0 };
  for (;;) {
    const share = await database.$transaction((tx) => anonymiseShare(tx, before, now), { timeout: patience });
    done.groups += share.groups;
    done.enrolments += share.enrolments;
    done.attendances += share.attendances;
    if (share.groups < perShare) return done;
  }
}

async function anonymiseShare(tx: Queries, before: Date, now: Date): Promise<Anonymised> {
  const found = await tx.$queryRaw<{ id: number }[]>`
    SELECT g."id" FROM "Group" g
    WHERE (SELECT max(l."endsAt") FROM "Lesson" l WHERE l."groupId" = g."id") < ${before}
      AND EXISTS (
        SELECT FROM "Enrolment" e WHERE e."groupId" = g."id" AND (
          NOT EXISTS (SELECT FROM "Certificate" c WHERE c."enrolmentId" = e."id")
          OR EXISTS (SELECT FROM "Attendance" a WHERE a."enrolmentId" = e."id")))
    ORDER BY g."id" LIMIT ${perShare} FOR UPDATE OF g SKIP LOCKED`;
  if (found.length === 0) return { groups: 0, enrolments: 0, attendances: 0 };
  const groupIds = found.map(({ id }) => id);
  const inGroups = Prisma.sql`e."groupId" = ANY (${groupIds})`;
  const goes = Prisma.sql`${inGroups} AND NOT EXISTS (SELECT FROM "Certificate" c WHERE c."enrolmentId" = e."id")`;
  await tx.$executeRaw`
    ${intoForgotten(Prisma.sql`
      SELECT e."createdAt" AS "at", 'enrolment:' || CASE e."state" WHEN 'offered' THEN 'waiting' ELSE e."state"::text END AS "what",
             e."groupId" FROM "Enrolment" e WHERE ${goes}
      UNION ALL ${lessonsOf(inGroups)}`)}`;
  await forgetRegistrantsOf(tx, inGroups, now);
  const theirs = { enrolment: { groupId: { in: groupIds } } };
  const { count: attendances } = await tx.attendance.deleteMany({ where: theirs });
  await forgetLessonRaters(tx, groupIds);
  await tx.presence.deleteMany({ where: theirs });
  await tx.absence.deleteMany({ where: theirs });
  await tx.registrant.deleteMany({ where: theirs });
  await tx.offer.deleteMany({ where: { groupId: { in: groupIds } } });
  const enrolments = await tx.$executeRaw`DELETE FROM "Enrolment" e WHERE ${goes}`;
  await tx.$executeRaw`
    UPDATE "Group" g SET "waiting" = 0, "taken" = (
      SELECT count(*) FROM "Enrolment" e WHERE e."groupId" = g."id" AND e."state" = 'enrolled')
    WHERE g."id" = ANY (${groupIds})`;
  return { groups: groupIds.length, enrolments, attendances };
}

/**
 * Withdraws the consent to the journal of everybody who gave it before `before`, is not in the journal any more and is about to
 * enrol nowhere: what it was given for is over, and whoever enrols again is asked again. Resolves to how many that were.
 */
export async function withdrawOverdueConsents(database: Database, before: Date, now: Date): Promise<number> {
  const { count } = await database.consent.updateMany({
    where: {
      ...{ document: consentDocument.document, withdrawnAt: null, givenAt: { lt: before } },
      person: { learner: null, enrolmentDraft: null },
    },
    data: { withdrawnAt: now },
  });
  return count;
}
