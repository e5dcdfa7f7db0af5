import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import type { Target } from "../../staff/permissions.ts";

/** What a right to teach depends on, read where `actAs` wants it; null: there is no such group. */
type FindTarget = (tx: Queries) => Promise<Target | null>;

export const teacherOfGroup = (groupId: number): FindTarget => find(Prisma.sql`${groupId}`);

export const teacherOfLesson = (lessonId: number): FindTarget =>
  find(Prisma.sql`(SELECT "groupId" FROM "Lesson" WHERE "id" = ${lessonId})`);

export const teacherOfMaterial = (materialId: number): FindTarget =>
  find(Prisma.sql`(SELECT "groupId" FROM "Material" WHERE "id" = ${materialId})`);

const find =
  (groupId: Prisma.Sql): FindTarget =>
  async (tx) => {
    const [row] = await tx.$queryRaw<{ teacherId: bigint | null }[]>`
      SELECT "teacherId" FROM "Group" WHERE "id" = ${groupId}`;
    return row === undefined ? null : { teacherId: row.teacherId === null ? null : Number(row.teacherId) };
  };
