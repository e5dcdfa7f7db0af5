import type { Database } from "../../database/database.ts";
import { openCourse, openGroup } from "../courses/group.sql.ts";
import type { EnrolmentDraft } from "./learner.ts";

/** A person's unfinished enrolment; null when there is none. */
export async function findDraft(database: Database, personId: number): Promise<EnrolmentDraft | null> {
  const row = await database.enrolmentDraft.findUnique({ where: { personId: BigInt(personId) } });
  if (row === null) return null;
  const { groupId, name, phone } = row;
  return {
    groupId,
    ...(name === null ? {} : { name }),
    // Empty: asked, and without one.
    ...(phone === null ? {} : { phone: phone === "" ? null : phone }),
  };
}

/** Keeps what was entered so far, if the group still takes people; a new class replaces what was entered for another one. */
export async function saveDraft(database: Database, personId: number, draft: EnrolmentDraft, now: Date): Promise<void> {
  const { groupId, name = null, phone } = draft;
  const stored = phone === undefined ? null : (phone ?? "");
  await database.$executeRaw`
    INSERT INTO "EnrolmentDraft" ("personId", "groupId", "name", "phone", "updatedAt")
    SELECT ${BigInt(personId)}::bigint, g."id", ${name}::text, ${stored}::text, ${now}::timestamptz
    FROM "Group" g JOIN "Course" c ON c."id" = g."courseId"
    WHERE g."id" = ${groupId} AND ${openGroup(now)} AND ${openCourse(now)}
    ON CONFLICT ("personId") DO UPDATE
      SET "groupId" = EXCLUDED."groupId", "name" = EXCLUDED."name", "phone" = EXCLUDED."phone", "updatedAt" = EXCLUDED."updatedAt"`;
}

export async function deleteDraft(database: Database, personId: number): Promise<void> {
  await database.enrolmentDraft.deleteMany({ where: { personId: BigInt(personId) } });
}
