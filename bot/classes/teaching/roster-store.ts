import { Prisma } from "../../../prisma/client/client.ts";
import type { Database } from "../../database/database.ts";
import { type Acted, type Actor, actAs } from "../../staff/act-store.ts";
import type { Language } from "../../words/language.ts";
import { titleOf } from "../courses/group.sql.ts";
import type { EnrolmentState } from "../enrolments/enrolment.ts";
import { teacherOfGroup } from "./recipients-store.ts";

/** A group's journal. */
export interface Roster {
  title: string;
  timeZone: string;
  /** Lessons held or to be held, in order of time. */
  lessons: { lessonId: number; startsAt: Date }[];
  /** Enrolled ones first, then the line, then who has left. */
  people: RosterLine[];
}

export interface RosterLine {
  name: string;
  phone: string | null;
  state: EnrolmentState;
  /** In the line, from 1. */
  position: number | null;
  /** By the lesson's id; what nobody noted is not in it. */
  attendance: Readonly<Record<string, boolean>>;
}

/** Hands a group's journal with phone numbers to its teacher; the audit log keeps who took it. */
export async function takeRoster(
  database: Database,
  actor: Actor,
  { groupId, language }: { groupId: number; language: Language },
): Promise<Acted<Roster>> {
  const target = { action: "classes.teach" as const, target: teacherOfGroup(groupId) };
  return actAs(database, actor, target, async (tx, audit) => {
    const [head] = await tx.$queryRaw<{ title: string; timeZone: string }[]>`
      SELECT g."timeZone", ${titleOf(Prisma.sql`g."courseId"`, language)} AS "title"
      FROM "Group" g WHERE g."id" = ${groupId}`;
    const lessons = await tx.lesson.findMany({
      where: { groupId, status: { not: "cancelled" } },
      select: { id: true, startsAt: true },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    });
    const people = await tx.$queryRaw<RosterLine[]>`
      SELECT coalesce(n."name", p."firstName") AS "name", n."phone", e."state"::text AS "state",
             CASE WHEN e."state" = 'waiting' THEN (row_number() OVER (PARTITION BY e."state" ORDER BY e."ticket"))::int END AS "position",
             coalesce(a."notes", '{}') AS "attendance"
      FROM "Enrolment" e JOIN "Person" p ON p."id" = e."personId" LEFT JOIN "Learner" n ON n."personId" = e."personId"
      LEFT JOIN (
        SELECT x."enrolmentId", jsonb_object_agg(x."lessonId", x."isPresent") AS "notes" FROM "Attendance" x
        JOIN "Lesson" l ON l."id" = x."lessonId" AND l."groupId" = ${groupId} GROUP BY x."enrolmentId") a
        ON a."enrolmentId" = e."id"
      WHERE e."groupId" = ${groupId}
      ORDER BY array_position('{enrolled,offered,waiting,left}', e."state"::text), "position", 1, e."id"`;
    await audit({ subject: `group:${groupId}`, verb: "export", after: { people: people.length } });
    return {
      title: head?.title ?? "",
      timeZone: head?.timeZone ?? "UTC",
      lessons: lessons.map(({ id, startsAt }) => ({ lessonId: id, startsAt })),
      people,
    };
  });
}
