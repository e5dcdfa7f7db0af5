import type { Database, Queries } from "../../database/database.ts";
import { type Acted, type Actor, actAs } from "../../staff/act-store.ts";
import { differenceOf, type Edition, type Revised } from "../../staff/revision.ts";
import type { ExpandedDate } from "../../when/expand.ts";
import { queueZoom } from "../../zoom/tasks/task-store.ts";
import { changeCapacity, closeGroup, offerPlaces } from "../enrolments/enrolment-store.ts";
import { createLessons } from "../lessons/lesson-store.ts";
import { refreshJoins } from "../lessons/messages/refresh-store.ts";
import { type EditableGroup, fieldsOfGroup } from "./editable.ts";
import { findEditableGroup } from "./find-store.ts";
import { tellPlace } from "./place-news-store.ts";
import { reviseGroup } from "./revise-store.ts";

/** What staff may say of a group at any time. */
export type GroupValues = Pick<
  EditableGroup,
  "teacherId" | "teacherName" | "level" | "heldIn" | "audiences" | "ageMin" | "typedLink"
> &
  Partial<Pick<EditableGroup, "placeId" | "institutionId">>;

type NewGroup = GroupValues &
  Pick<EditableGroup, "courseId" | "capacity" | "timeZone"> & { lessons: readonly ExpandedDate[] };

/**
 * Makes a group with its lessons and resolves to its id. Zoom is asked for a meeting, and who waits for a full group of
 * the same course, level and language is offered a place.
 */
export function createGroup(database: Database, actor: Actor, draft: NewGroup): Promise<Acted<number>> {
  const target = async (tx: Queries) => ((await isCourse(tx, draft.courseId)) ? {} : null);
  return actAs(database, actor, { action: "classes.edit", target }, async (tx, audit) => {
    const { lessons, ...values } = draft;
    const teacherId = await findKnown(tx, draft.teacherId);
    const institutionId = values.institutionId ?? (await findHostOf(tx, values.placeId ?? null));
    const { id } = await tx.group.create({
      data: { ...values, teacherId, institutionId, createdAt: actor.now },
      select: { id: true },
    });
    await createLessons(tx, id, lessons, actor.now);
    await offerPlaces(tx, id, actor.now);
    const group = await findEditableGroup(tx, id);
    const after = group ? differenceOf({}, fieldsOfGroup(group)).after : {};
    const dates = { lessons: lessons.length, startsAt: lessons[0]?.startsAt.toISOString() ?? null };
    await audit({ subject: `group:${id}`, verb: "create", after: { ...after, ...dates, revision: 0 } });
    return id;
  });
}

async function isCourse(queries: Queries, courseId: number): Promise<boolean> {
  const held = await queries.$executeRaw`SELECT 1 FROM "Course" WHERE "id" = ${courseId} FOR KEY SHARE`;
  return held > 0;
}

/** The institution that is at home where the group meets: its name stands on the certificates, until staff says another. */
async function findHostOf(queries: Queries, placeId: number | null): Promise<number | null> {
  const host = placeId === null ? null : await queries.institution.findUnique({ where: { placeId } });
  return host?.id ?? null;
}

/** Somebody who was chosen and had themselves erased meanwhile leaves their name only. */
async function findKnown(queries: Queries, personId: number | null): Promise<bigint | null> {
  if (personId === null) return null;
  const known = await queries.$executeRaw`SELECT 1 FROM "Person" WHERE "id" = ${BigInt(personId)} FOR KEY SHARE`;
  return known > 0 ? BigInt(personId) : null;
}

/** Changes what a group is; what is left out stays. */
export const setGroup = (
  database: Database,
  actor: Actor,
  edition: Edition,
  { teacherId, ...values }: Partial<GroupValues>,
): Promise<Revised> =>
  reviseGroup(database, actor, edition, "edit", async (tx) => {
    const teacher = teacherId === undefined ? {} : { teacherId: await findKnown(tx, teacherId) };
    await tx.group.update({ where: { id: edition.id }, data: { ...values, ...teacher } });
    // Who teaches is let in as a host, and a typed link makes Zoom needless.
    const isElsewhere = values.typedLink !== undefined || values.placeId !== undefined;
    const concernsZoom = teacherId !== undefined || isElsewhere;
    if (values.placeId !== undefined) await tellPlace(tx, edition.id, actor.now);
    if (isElsewhere) await refreshJoins(tx, { groupId: edition.id }, actor.now);
    if (concernsZoom) await queueZoom(tx, [{ kind: "meeting", groupId: edition.id }], actor.now);
    return undefined;
  });

/** Changes how many places there are; `too few`: so many are taken. */
export const setCapacity = (
  database: Database,
  actor: Actor,
  edition: Edition,
  capacity: number,
): Promise<Revised<{ kind: "too few"; taken: number }>> =>
  reviseGroup<{ kind: "too few"; taken: number }>(database, actor, edition, "edit", async (tx) => {
    const resized = await changeCapacity(tx, edition.id, capacity, actor.now);
    return resized.kind === "too few" ? resized : undefined;
  });

/** Closes a group to newcomers, whose line is told, or opens it again. */
export const setClosed = (database: Database, actor: Actor, edition: Edition, isClosed: boolean): Promise<Revised> =>
  reviseGroup(database, actor, edition, isClosed ? "end" : "restore", async (tx) => {
    if (isClosed) await closeGroup(tx, edition.id, actor.now);
    else {
      await tx.group.update({ where: { id: edition.id }, data: { closedAt: null } });
      await offerPlaces(tx, edition.id, actor.now);
    }
    return undefined;
  });

/** Adds lessons behind those a group has; `clash`: one of them begins when another does (ISO 8601). */
export const addLessons = (
  database: Database,
  actor: Actor,
  edition: Edition,
  lessons: readonly ExpandedDate[],
): Promise<Revised<{ kind: "clash"; at: string }>> =>
  reviseGroup<{ kind: "clash"; at: string }>(database, actor, edition, "add", async (tx, _, audit) => {
    const groupId = edition.id;
    const starts = lessons.map(({ startsAt }) => startsAt);
    const [clash] = await tx.lesson.findMany({
      where: { groupId, status: { not: "cancelled" }, startsAt: { in: starts } },
      orderBy: { startsAt: "asc" },
      take: 1,
    });
    if (clash) return { kind: "clash", at: clash.startsAt.toISOString() };
    await createLessons(tx, groupId, lessons, actor.now);
    await offerPlaces(tx, groupId, actor.now);
    const after = { lessons: lessons.length, startsAt: starts[0]?.toISOString() ?? null };
    await audit({ subject: `group:${groupId}`, verb: "add", after });
    return undefined;
  });
