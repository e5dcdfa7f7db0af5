import { Prisma } from "../../../prisma/client/client.ts";
import type { Database, Queries } from "../../database/database.ts";
import { type Content, contentSchema } from "../../delivery/content.ts";
import { wakeDispatcher } from "../../delivery/outbox-store.ts";
import { isReachable } from "../../people/address.sql.ts";
import { type Acted, type Actor, actAs } from "../../staff/act-store.ts";
import { teacherOfGroup, teacherOfMaterial } from "../teaching/recipients-store.ts";

/** Days for which a material is news. */
const newsDays = 3;

export interface MaterialDraft {
  groupId: number;
  /** Null: for the class as a whole. A lesson of another group is refused like one that is not there. */
  lessonId: number | null;
  title: string;
  content: Content;
}

/** Gives a material to a class and brings it to everybody enrolled; returns its id, and to how many it goes. */
export async function addMaterial(
  database: Database,
  actor: Actor,
  { groupId, lessonId, title, content }: MaterialDraft,
): Promise<Acted<{ materialId: number; count: number }>> {
  const target = { action: "classes.teach" as const, target: teacherOfGroup(groupId) };
  return actAs(database, actor, target, async (tx, audit) => {
    const lesson = lessonId === null ? null : await tx.lesson.findFirst({ where: { id: lessonId, groupId } });
    const { id } = await tx.material.create({
      data: {
        ...{ groupId, title, lessonId: lesson?.id ?? null, addedBy: BigInt(actor.by), addedAt: actor.now },
        content: contentSchema.parse(content) as Prisma.InputJsonObject,
      },
    });
    const count = await tx.$executeRaw`
      INSERT INTO "Delivery" ("personId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt")
      SELECT e."personId", 'material', jsonb_build_object('materialId', ${id}::int), 'normal',
             concat_ws(':', 'material', ${id}::int, e."personId"), ${actor.now}::timestamptz,
             ${actor.now}::timestamptz + make_interval(days => ${newsDays}::int)
      FROM "Enrolment" e JOIN "Person" p ON p."id" = e."personId" AND ${isReachable(Prisma.sql`p."id"`)}
      WHERE e."groupId" = ${groupId} AND e."state" = 'enrolled'`;
    await wakeDispatcher(tx);
    await audit({ subject: `group:${groupId}`, verb: "add", after: { materialId: id, title } });
    return { materialId: id, count };
  });
}

/** Takes a material back, or gives it again; the class sees at once what holds. Doing it twice is doing it once. */
export async function withdrawMaterial(
  database: Database,
  actor: Actor,
  { materialId, isWithdrawn }: { materialId: number; isWithdrawn: boolean },
): Promise<Acted<{ groupId: number }>> {
  const target = { action: "classes.teach" as const, target: teacherOfMaterial(materialId) };
  return actAs(database, actor, target, async (tx, audit) => {
    const { groupId, title, withdrawnAt } = await tx.material.findUniqueOrThrow({ where: { id: materialId } });
    if ((withdrawnAt !== null) !== isWithdrawn) {
      await tx.material.update({ where: { id: materialId }, data: { withdrawnAt: isWithdrawn ? actor.now : null } });
      const verb = isWithdrawn ? "withdraw" : "restore";
      await audit({ subject: `group:${groupId}`, verb, after: { materialId, title } });
    }
    return { groupId };
  });
}

/** A material in a list. */
export interface ListedMaterial {
  materialId: number;
  title: string;
  /** Number of the lesson it belongs to, by its place among those held; null: it belongs to the class. */
  lessonNumber: number | null;
  isWithdrawn: boolean;
}

/** Materials on one screen. */
export const materialsPerPage = 8;

/** The materials of a group, the newest first, and how many there are; withdrawn ones only where wanted. */
export async function findMaterials(
  queries: Queries,
  { groupId, page, withWithdrawn }: { groupId: number; page: number; withWithdrawn: boolean },
): Promise<{ rows: ListedMaterial[]; total: number }> {
  const rows = await queries.$queryRaw<(ListedMaterial & { total: number })[]>`
    SELECT m."id" AS "materialId", m."title", m."withdrawnAt" IS NOT NULL AS "isWithdrawn", (
             SELECT count(*)::int FROM "Lesson" h
             WHERE h."groupId" = l."groupId" AND h."status" <> 'cancelled' AND h."startsAt" <= l."startsAt"
             HAVING l."id" IS NOT NULL) AS "lessonNumber", count(*) OVER ()::int AS "total"
    FROM "Material" m LEFT JOIN "Lesson" l ON l."id" = m."lessonId"
    WHERE m."groupId" = ${groupId} AND (${withWithdrawn} OR m."withdrawnAt" IS NULL)
    ORDER BY m."addedAt" DESC, m."id" DESC LIMIT ${materialsPerPage} OFFSET ${page * materialsPerPage}`;
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** A material as its teacher sees it. */
export interface TaughtMaterial extends Pick<ListedMaterial, "materialId" | "title" | "isWithdrawn"> {
  groupId: number;
  teacherId: number | null;
  content: Content;
}

/** Finds a material, withdrawn or not; null when there is none. */
export async function findMaterial(queries: Queries, materialId: number): Promise<TaughtMaterial | null> {
  const [row] = await queries.$queryRaw<
    (Omit<TaughtMaterial, "content" | "teacherId"> & { content: unknown; teacherId: bigint | null })[]
  >`
    SELECT m."id" AS "materialId", m."title", m."withdrawnAt" IS NOT NULL AS "isWithdrawn", m."groupId", m."content",
           g."teacherId"
    FROM "Material" m JOIN "Group" g ON g."id" = m."groupId" WHERE m."id" = ${materialId}`;
  if (row === undefined) return null;
  const teacherId = row.teacherId === null ? null : Number(row.teacherId);
  return { ...row, teacherId, content: contentSchema.parse(row.content) };
}
