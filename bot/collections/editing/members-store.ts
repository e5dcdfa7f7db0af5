import type { Database, Queries } from "../../database/database.ts";
import { preferred } from "../../programme/preferred.sql.ts";
import type { Acted, Actor } from "../../staff/act-store.ts";
import type { Language } from "../../words/language.ts";
import { isTaken } from "../members.sql.ts";
import { actOn, touch } from "./edit-store.ts";

/** What was put into a collection, or left out of its rule. */
export interface CollectionMember {
  id: number;
  collectionId: number;
  title: string;
  isLeftOut: boolean;
}

/** Finds what somebody put into a collection, in the order that they laid it. */
export const findMembers = (queries: Queries, collectionId: number, language: Language): Promise<CollectionMember[]> =>
  queries.$queryRaw<CollectionMember[]>`
    SELECT m."id", m."collectionId", m."isLeftOut", coalesce(
      (SELECT t."title" FROM "EventText" t WHERE t."eventId" = m."eventId" ${preferred(language)}),
      (SELECT t."title" FROM "CourseText" t WHERE t."courseId" = m."courseId" ${preferred(language)}), '') AS "title"
    FROM "CollectionMember" m WHERE m."collectionId" = ${collectionId}
    ORDER BY m."isLeftOut", m."position", m."id" LIMIT 1000`;

/** Finds which collection a member is of; null: it was taken out. */
export async function findCollectionOfMember(queries: Queries, memberId: number): Promise<number | null> {
  const where = { id: memberId };
  return (await queries.collectionMember.findUnique({ where, select: { collectionId: true } }))?.collectionId ?? null;
}

/** Which of these events a collection holds, whatever their dates. */
export async function findHeld(queries: Queries, collectionId: number, eventIds: readonly number[]): Promise<number[]> {
  const rows = await queries.$queryRaw<{ id: number }[]>`
    SELECT e."id" FROM "Event" e JOIN "Collection" c ON c."id" = ${collectionId}
    WHERE e."id" = ANY (${[...eventIds]}::int[]) AND (${isTaken} OR EXISTS (
      SELECT FROM "CollectionMember" m WHERE m."collectionId" = c."id" AND m."eventId" = e."id" AND NOT m."isLeftOut"))`;
  return rows.map(({ id }) => id);
}

/** Which of these courses a collection holds. */
export async function findHeldCourses(queries: Queries, collectionId: number, courseIds: readonly number[]) {
  const where = { collectionId, courseId: { in: [...courseIds] }, isLeftOut: false };
  const rows = await queries.collectionMember.findMany({ where, select: { courseId: true } });
  return rows.flatMap(({ courseId }) => courseId ?? []);
}

/** What somebody ticked of what was laid before them. */
export interface Ticks {
  what: "events" | "courses";
  shown: readonly number[];
  ticked: readonly number[];
}

/**
 * Puts what was ticked into a collection, behind what is there, and takes out what was shown and not ticked; what the rule
 * takes is noted as left out. Of an institution's collection only its own events are taken, and no course.
 */
export const tickMembers = (
  database: Database,
  actor: Actor,
  collectionId: number,
  { what, shown, ticked }: Ticks,
): Promise<Acted<{ added: number; out: number }>> =>
  actOn(database, actor, collectionId, async (tx, audit) => {
    const find = what === "events" ? findHeld : findHeldCourses;
    const held = await find(tx, collectionId, shown);
    const { institutionId } = await tx.collection.findUniqueOrThrow({ where: { id: collectionId } });
    const isCitys = institutionId === null;
    const wanted = ticked.filter((id) => shown.includes(id) && !held.includes(id));
    const fresh =
      what === "courses"
        ? isCitys
          ? wanted
          : []
        : (
            await tx.event.findMany({
              where: { id: { in: wanted }, ...(isCitys ? {} : { institutionId }) },
              select: { id: true },
            })
          ).map(({ id }) => id);
    const out = held.filter((id) => !ticked.includes(id));
    const { _max } = await tx.collectionMember.aggregate({ where: { collectionId }, _max: { position: true } });
    const last = _max.position ?? -1;
    for (const [index, id] of fresh.entries()) await put(tx, { collectionId, what, id, position: last + 1 + index });
    for (const id of out) await takeOut(tx, { collectionId, what, id });
    if (fresh.length + out.length > 0) {
      await touch(tx, collectionId, actor.now);
      await audit({
        ...{ subject: `collection:${collectionId}`, verb: "add" },
        after: { [what]: fresh.length, count: held.length + fresh.length - out.length },
      });
    }
    return { added: fresh.length, out: out.length };
  });

interface One {
  collectionId: number;
  what: Ticks["what"];
  id: number;
}

async function put(tx: Queries, { collectionId, what, id, position }: One & { position: number }): Promise<void> {
  if (what === "courses") {
    const key = { collectionId, courseId: id };
    await tx.collectionMember.upsert({
      where: { collectionId_courseId: key },
      create: { ...key, position },
      update: { isLeftOut: false, position },
    });
    return;
  }
  const key = { collectionId, eventId: id };
  await tx.collectionMember.upsert({
    where: { collectionId_eventId: key },
    create: { ...key, position },
    update: { isLeftOut: false, position },
  });
}

/** Takes one out; what the rule would bring back at once is noted as left out. */
async function takeOut(tx: Queries, { collectionId, what, id }: One): Promise<void> {
  await tx.collectionMember.deleteMany({
    where: { collectionId, ...(what === "events" ? { eventId: id } : { courseId: id }) },
  });
  if (what === "events" && (await findHeld(tx, collectionId, [id])).length > 0)
    await tx.collectionMember.create({ data: { collectionId, eventId: id, position: 0, isLeftOut: true } });
}

/** Moves a member by one place, or takes it out; what was left out of the rule is let in again by that. */
export const moveMember = (
  database: Database,
  actor: Actor,
  { collectionId, memberId, move }: { collectionId: number; memberId: number; move: "up" | "down" | "out" },
): Promise<Acted<void>> =>
  actOn(database, actor, collectionId, async (tx, audit) => {
    const all = await tx.collectionMember.findMany({
      where: { collectionId, isLeftOut: false },
      orderBy: [{ position: "asc" }, { id: "asc" }],
    });
    if (move === "out") {
      const gone = await tx.collectionMember.findFirst({ where: { id: memberId, collectionId } });
      if (gone === null) return;
      const { eventId, courseId } = gone;
      if (gone.isLeftOut) await tx.collectionMember.delete({ where: { id: memberId } });
      else if (eventId !== null) await takeOut(tx, { collectionId, what: "events", id: eventId });
      else if (courseId !== null) await takeOut(tx, { collectionId, what: "courses", id: courseId });
    } else {
      const from = all.findIndex(({ id }) => id === memberId);
      const to = from + (move === "up" ? -1 : 1);
      const moved = all[from];
      if (moved === undefined || to < 0 || to >= all.length) return;
      const laid = all.toSpliced(from, 1).toSpliced(to, 0, moved);
      for (const [position, { id }] of laid.entries())
        await tx.collectionMember.update({ where: { id }, data: { position } });
    }
    await touch(tx, collectionId, actor.now);
    await audit({ subject: `collection:${collectionId}`, verb: move === "out" ? "take" : "move" });
  });
