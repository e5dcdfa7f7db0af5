import type { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import type { Target } from "../../staff/permissions.ts";

/** What a right to teach depends on, read where `actAs` wants it; null: there is no such group. */
type FindTarget = (tx: Queries) => Promise<Target | null>;

export const teacherOfGroup = (groupId: number): FindTarget => find({ id: groupId });

export const teacherOfLesson = (lessonId: number): FindTarget => find({ lessons: { some: { id: lessonId } } });

export const teacherOfMaterial = (materialId: number): FindTarget => find({ materials: { some: { id: materialId } } });

const find =
  (where: Prisma.GroupWhereInput): FindTarget =>
  async (tx) => {
    const row = await tx.group.findFirst({ where, select: { teacherId: true } });
    return row === null ? null : { teacherId: row.teacherId === null ? null : Number(row.teacherId) };
  };
