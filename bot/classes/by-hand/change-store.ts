import type { Prisma } from "../../../prisma/client/client.ts";
import type { Database, Queries } from "../../database/database.ts";
import { enqueue } from "../../delivery/outbox-store.ts";
import { type Acted, type Actor, actAs } from "../../staff/act-store.ts";
import type { Target } from "../../staff/permissions.ts";
import { settleIn } from "../enrolments/after-enrol-store.ts";
import { changeWithin } from "../enrolments/change-store.ts";
import type { Enrolling } from "../enrolments/enrolment.ts";
import { findStandings, lockGroups, lockPerson } from "../enrolments/lock-store.ts";
import { noticeTo } from "../enrolments/notice.ts";
import { vacate } from "../enrolments/release-store.ts";

/** Milliseconds for which news of one's place is brought. */
const keptFor = 7 * 86_400_000;

interface Standing {
  personId: number;
  groupId: number;
  state: string;
}

/** `gone`: they have left by now. */
export type MovedLearner = Enrolling | { kind: "gone" };
export type Removed = { kind: "removed"; isTold: boolean } | { kind: "gone" };
export type Seated = { kind: "seated"; isTold: boolean } | { kind: "full" } | { kind: "gone" };

/**
 * Moves somebody into another group of their course: the old seat is given back in the transaction that seats them in the
 * new one; where that is full, they join its line and keep their seat. They are told. The right to both groups is needed.
 */
export const moveByHand = (
  database: Database,
  actor: Actor,
  { enrolmentId, groupId }: { enrolmentId: number; groupId: number },
): Promise<Acted<MovedLearner>> =>
  actAs(
    database,
    actor,
    { action: "classes.teach", target: (tx) => teacherOfBoth(tx, enrolmentId, groupId) },
    async (tx, audit): Promise<MovedLearner> => {
      const own = await findStanding(tx, enrolmentId);
      if (own === null) return { kind: "gone" };
      const { personId } = own;
      await lockPerson(tx, personId);
      const moved = await changeWithin(tx, { groupId, personId, now: actor.now }, { sure: true });
      if (moved.kind === "awaited") throw new Error("whoever is sure is not asked");
      if (moved.kind === "enrolled") await tell(tx, { personId, kind: "group-moved", groupId, word: null }, actor.now);
      const after = { personId, to: groupId, state: moved.kind };
      await audit({ subject: `group:${own.groupId}`, verb: "move_learner", after });
      return moved;
    },
  );

/** Takes somebody out of a group or its line, whose place goes to who waits, and tells them so with a word of staff's. */
export const removeByHand = (
  database: Database,
  actor: Actor,
  { enrolmentId, word }: { enrolmentId: number; word: string | null },
): Promise<Acted<Removed>> =>
  actAs(
    database,
    actor,
    { action: "classes.teach", target: (tx) => teacherOfEnrolment(tx, enrolmentId) },
    async (tx, audit): Promise<Removed> => {
      const own = await findStanding(tx, enrolmentId);
      if (own === null) return { kind: "gone" };
      const { personId, groupId } = own;
      await lockPerson(tx, personId);
      await lockGroups(tx, [groupId]);
      await vacate(tx, [enrolmentId], "withdrawn", actor.now);
      const isTold = await tell(tx, { personId, kind: "group-removed", groupId, word }, actor.now);
      await audit({ subject: `group:${groupId}`, verb: "remove_learner", after: { personId } });
      return { kind: "removed", isTold };
    },
  );

/** Gives a free place to somebody in the line, whom no message reaches or who has said yes on the telephone. */
export const seatByHand = (
  database: Database,
  actor: Actor,
  { enrolmentId }: { enrolmentId: number },
): Promise<Acted<Seated>> =>
  actAs(
    database,
    actor,
    { action: "classes.teach", target: (tx) => teacherOfEnrolment(tx, enrolmentId) },
    async (tx, audit): Promise<Seated> => {
      const own = await findStanding(tx, enrolmentId);
      if (own === null) return { kind: "gone" };
      const { personId, groupId } = own;
      const { now } = actor;
      await lockPerson(tx, personId);
      const standings = await findStandings(tx, { groupId, personId, now });
      await lockGroups(tx, [groupId, ...standings.map((standing) => standing.groupId)]);
      const seated = await tx.$executeRaw`
        WITH place AS (
          UPDATE "Group" g SET "taken" = "taken" + 1, "waiting" = "waiting" - 1
          WHERE g."id" = ${groupId} AND g."taken" < g."capacity" AND EXISTS (
            SELECT FROM "Enrolment" w WHERE w."id" = ${enrolmentId} AND w."state" = 'waiting')
          RETURNING g."id"
        )
        UPDATE "Enrolment" e SET "state" = 'enrolled', "changedAt" = ${now} FROM place
        WHERE e."id" = ${enrolmentId} AND e."state" = 'waiting'`;
      if (seated === 0) return { kind: "full" };
      await settleIn(tx, { enrolmentId, groupId, personId, now }, standings);
      const isTold = await tell(tx, { personId, kind: "group-moved", groupId, word: null }, now);
      await audit({ subject: `group:${groupId}`, verb: "seat_learner", after: { personId } });
      return { kind: "seated", isTold };
    },
  );

const findStanding = async (queries: Queries, enrolmentId: number): Promise<Standing | null> => {
  const own = await queries.enrolment.findFirst({
    where: { id: enrolmentId, state: { not: "left" } },
    select: { personId: true, groupId: true, state: true },
  });
  return own && { ...own, personId: Number(own.personId) };
};

async function teacherOfEnrolment(tx: Prisma.TransactionClient, enrolmentId: number): Promise<Target | null> {
  const row = await tx.enrolment.findUnique({
    where: { id: enrolmentId },
    select: { group: { select: { teacherId: true } } },
  });
  return row && { teacherId: row.group.teacherId === null ? null : Number(row.group.teacherId) };
}

/** Two groups of one course; of two teachers, it takes somebody who may do it to both. */
async function teacherOfBoth(
  tx: Prisma.TransactionClient,
  enrolmentId: number,
  groupId: number,
): Promise<Target | null> {
  const from = await tx.enrolment.findUnique({
    where: { id: enrolmentId },
    select: { group: { select: { teacherId: true, courseId: true } } },
  });
  const to = await tx.group.findUnique({ where: { id: groupId }, select: { teacherId: true, courseId: true } });
  if (from === null || to === null || from.group.courseId !== to.courseId) return null;
  const isOne = from.group.teacherId === to.teacherId && to.teacherId !== null;
  return { teacherId: isOne ? Number(to.teacherId) : null };
}

interface News {
  personId: number;
  kind: "group-moved" | "group-removed";
  groupId: number;
  word: string | null;
}

/** Resolves to whether there is a messenger to tell them by. */
async function tell(queries: Queries, { personId, kind, groupId, word }: News, now: Date): Promise<boolean> {
  const person = await queries.person.findUniqueOrThrow({
    where: { id: BigInt(personId) },
    select: { timeZone: true, quietFrom: true, quietUntil: true, _count: { select: { addresses: true } } },
  });
  if (person._count.addresses === 0) return false;
  const group = await queries.group.findUniqueOrThrow({ where: { id: groupId }, select: { timeZone: true } });
  const addressee = { ...person, personId: BigInt(personId), zone: person.timeZone ?? group.timeZone };
  await enqueue(queries, [
    noticeTo(addressee, now, {
      kind,
      payload: { groupId, word },
      lane: "urgent",
      expiresAt: new Date(now.getTime() + keptFor),
      dedupeKey: `${kind}:${groupId}:${personId}:${now.getTime()}`,
    }),
  ]);
  return true;
}
