import { Prisma } from "../../../prisma/client/client.ts";
import type { Database, Queries } from "../../database/database.ts";
import { openCourse, openGroup } from "../courses/group.sql.ts";
import type { Learner } from "../learners/learner.ts";
import { holdConsent, saveLearner } from "../learners/learner-store.ts";
import { settleIn } from "./after-enrol-store.ts";
import type { Enrolling } from "./enrolment.ts";
import { findStandings, lockGroups, lockPerson, patience, type Standing } from "./lock-store.ts";

/** Somebody, and a group that they want to be in. */
export interface Wish {
  groupId: number;
  personId: number;
  now: Date;
}

/** Gives a person a place in a group, or a number in its line if there is none. A second wish changes nothing. */
export async function enrol(database: Database, wish: Wish): Promise<Enrolling> {
  return database.$transaction((tx) => seat(tx, wish), patience);
}

/**
 * Enrols somebody who agreed to be written into the journal, as they stand there now: all of it or nothing. The consent
 * is looked at, and held, in the transaction that writes: whoever took it back meanwhile, in another window or by an old
 * button, is not in the journal and has no place. Without a `learner` the journal stays as it is.
 */
export async function enrolLearner(
  database: Database,
  wish: Wish,
  learner?: Learner,
): Promise<Enrolling | { kind: "no consent" }> {
  return database.$transaction(async (tx) => {
    await lockPerson(tx, wish.personId);
    if (!(await holdConsent(tx, wish.personId))) return { kind: "no consent" } as const;
    if (learner !== undefined) await saveLearner(tx, wish.personId, learner, wish.now);
    return seat(tx, wish);
  }, patience);
}

/** Seats somebody, or puts them into the line, in a transaction of the caller's. */
export async function seat(queries: Queries, wish: Wish): Promise<Enrolling> {
  await lockPerson(queries, wish.personId);
  // The group is locked from here to the commit: nearly everybody is new to the course and needs nothing before it.
  const taken = await takePlace(queries, wish, "newcomer");
  return taken === null ? enrolKnown(queries, wish) : follow(queries, wish, taken, []);
}

/** For somebody who stands in a group of the course already, or wants into one that takes nobody. */
async function enrolKnown(queries: Queries, wish: Wish): Promise<Enrolling> {
  const standings = await findStandings(queries, wish);
  const standing =
    standings.find(({ groupId }) => groupId === wish.groupId) ?? standings.find(({ state }) => state === "enrolled");
  if (standing !== undefined) return { kind: "already", ...standing };
  await lockGroups(queries, [wish.groupId, ...standings.map(({ groupId }) => groupId)]);
  const taken = await takePlace(queries, wish, "known");
  return taken === null ? { kind: "closed" } : follow(queries, wish, taken, standings);
}

/** Does what goes with the place that was taken; every other standing in the course ends with a seat. */
export async function follow(
  queries: Queries,
  wish: Wish,
  { enrolmentId, line }: Taken,
  standings: readonly Standing[],
) {
  if (line > 0) return { kind: "waiting", enrolmentId, position: line } as const;
  await settleIn(queries, { ...wish, enrolmentId }, standings);
  return { kind: "enrolled", enrolmentId } as const;
}

interface Taken {
  enrolmentId: number;
  /** How many wait; 0 for whoever was seated. */
  line: number;
}

/**
 * The guarded statement: PostgreSQL lets one at a time change a group, and looks at it anew for each. Afterwards the line
 * is empty for whoever was seated, and ends with whoever was not: its length is their position. Null: it takes nobody,
 * or nobody who is no newcomer to the course.
 */
export async function takePlace(
  queries: Queries,
  { groupId, personId, now }: Wish,
  who: "newcomer" | "known",
): Promise<Taken | null> {
  const isFree = Prisma.sql`(g."taken" < g."capacity" AND g."waiting" = 0)`;
  const isNew =
    who === "known"
      ? Prisma.sql`true`
      : Prisma.sql`NOT EXISTS (
          SELECT 1 FROM "Enrolment" e JOIN "Group" s ON s."id" = e."groupId"
          WHERE e."personId" = ${BigInt(personId)} AND e."state" <> 'left' AND s."courseId" = g."courseId")`;
  const [taken] = await queries.$queryRaw<Taken[]>`
    WITH place AS (
      UPDATE "Group" g
      SET "taken" = g."taken" + CASE WHEN ${isFree} THEN 1 ELSE 0 END,
          "waiting" = g."waiting" + CASE WHEN ${isFree} THEN 0 ELSE 1 END,
          "nextTicket" = g."nextTicket" + 1
      FROM "Course" c
      WHERE g."id" = ${groupId} AND ${openGroup(now)} AND c."id" = g."courseId" AND ${openCourse(now)} AND ${isNew}
      RETURNING g."id", g."waiting" AS "line", g."nextTicket" - 1 AS "ticket"
    ), joined AS (
      INSERT INTO "Enrolment" ("groupId", "personId", "state", "ticket", "createdAt", "changedAt")
      SELECT "id", ${BigInt(personId)}::bigint, (CASE WHEN "line" = 0 THEN 'enrolled' ELSE 'waiting' END)::"EnrolmentState",
             "ticket", ${now}::timestamptz, ${now}::timestamptz
      FROM place RETURNING "id"
    )
    SELECT joined."id" AS "enrolmentId", place."line" FROM joined, place`;
  return taken ?? null;
}
