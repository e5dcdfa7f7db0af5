import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import type { LabelledGroup } from "../courses/group-words.ts";
import type { EnrolmentState } from "../enrolments/enrolment.ts";
import { isRecorded } from "./recorded.sql.ts";

/** People on a page: as many as a phone shows with their buttons. */
export const rosterPerPage = 6;

/** Somebody in a group or its line, as whoever teaches sees them. */
export interface RosterPerson {
  enrolmentId: number;
  groupId: number;
  name: string;
  phone: string | null;
  state: Exclude<EnrolmentState, "left">;
  /** In the line, from 1. */
  position: number | null;
  /** Written down by staff: no message reaches them. */
  isRecorded: boolean;
}

const select = (which: Prisma.Sql) => Prisma.sql`
  SELECT e."id" AS "enrolmentId", e."groupId", coalesce(n."name", p."firstName") AS "name", n."phone",
         e."state"::text AS "state", ${isRecorded(Prisma.sql`p."id"`)} AS "isRecorded",
         CASE WHEN e."state" = 'waiting' THEN (
           SELECT count(*)::int FROM "Enrolment" w
           WHERE w."groupId" = e."groupId" AND w."state" = 'waiting' AND w."ticket" <= e."ticket") END AS "position"
  FROM "Enrolment" e JOIN "Person" p ON p."id" = e."personId" LEFT JOIN "Learner" n ON n."personId" = e."personId"
  WHERE ${which} AND e."state" <> 'left'`;

/** A page of those in a group: who is in it by name, then who holds an offer, then the line. */
export async function findRosterPage(
  queries: Queries,
  groupId: number,
  page: number,
): Promise<{ rows: RosterPerson[]; total: number }> {
  const rows = await queries.$queryRaw<RosterPerson[]>`
    ${select(Prisma.sql`e."groupId" = ${groupId}`)}
    ORDER BY array_position('{enrolled,offered,waiting}', e."state"::text), "position", 3, e."id"
    LIMIT ${rosterPerPage} OFFSET ${page * rosterPerPage}`;
  const total = await queries.enrolment.count({ where: { groupId, state: { not: "left" } } });
  return { rows, total };
}

/** A learner of the roster; null: they have left. */
export async function findRosterPerson(queries: Queries, enrolmentId: number): Promise<RosterPerson | null> {
  const [found] = await queries.$queryRaw<RosterPerson[]>`${select(Prisma.sql`e."id" = ${enrolmentId}`)}`;
  return found ?? null;
}

/** Other groups of the course that go on, of one teacher or of everybody (null). */
export async function findOtherGroups(
  queries: Queries,
  { groupId, teacherId, now }: { groupId: number; teacherId: number | null; now: Date },
): Promise<(LabelledGroup & { groupId: number; teacherName: string })[]> {
  const { courseId } = await queries.group.findUniqueOrThrow({ where: { id: groupId }, select: { courseId: true } });
  const groups = await queries.group.findMany({
    where: {
      courseId,
      id: { not: groupId },
      ...(teacherId !== null && { teacherId: BigInt(teacherId) }),
      OR: [{ closedAt: null }, { closedAt: { gt: now } }],
      lessons: { some: { endsAt: { gt: now }, status: { not: "cancelled" } } },
    },
    include: { lessons: { orderBy: { startsAt: "asc" } } },
    orderBy: { id: "asc" },
    take: 8,
  });
  return groups.map(({ id, ...group }) => ({ ...group, groupId: id }));
}
