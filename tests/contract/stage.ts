import type { Database } from "../../bot/database/database.ts";
import { evening } from "../support/evening.ts";
import { personRow, roleRow } from "../support/factories/person.ts";

/** The time of all calls, and moments around it. */
export const now = evening.now;
export const zone = evening.timeZone;
export const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

/** Numbers of rows that calls are about: of the demo city, and of somebody who may do everything. */
export interface Stage {
  owner: number;
  learner: number;
  course: number;
  group: number;
  /** Lessons of that group: one that was, and one to come. */
  pastLesson: number;
  lesson: number;
  enrolment: number;
  event: number;
  occurrence: number;
  institution: number;
}

const ownerId = 700_001;

/** Adds an owner, and registers a learner at Zoom, who are missing in the demo city; resolves to rows to speak of. */
export async function setStage(database: Database): Promise<Stage> {
  await database.person.create({
    data: {
      ...personRow(now, { id: ownerId, firstName: "Хозяйка" }),
      roles: { create: roleRow(now, { role: "owner" }) },
    },
  });
  const enrolment = await database.enrolment.findFirstOrThrow({
    where: {
      state: "enrolled",
      group: {
        AND: [{ lessons: { some: { endsAt: { lt: now } } } }, { lessons: { some: { startsAt: { gt: now } } } }],
      },
    },
    include: { group: { include: { lessons: { orderBy: { startsAt: "asc" } } } } },
    orderBy: { id: "asc" },
  });
  await database.meeting.create({
    data: { groupId: enrolment.groupId, account: "a", zoomId: 1n, createdAt: now },
  });
  await database.registrant.create({
    data: { enrolmentId: enrolment.id, registrantId: "registrant", joinUrl: "https://example.org/j", createdAt: now },
  });
  const { lessons } = enrolment.group;
  const occurrence = await database.occurrence.findFirstOrThrow({
    where: { startsAt: { gt: later(24 * 60) }, status: "scheduled", event: { institutionId: { not: null } } },
    include: { event: true },
    orderBy: { id: "asc" },
  });
  return {
    owner: ownerId,
    learner: Number(enrolment.personId),
    course: enrolment.group.courseId,
    group: enrolment.groupId,
    pastLesson: lessons.find(({ endsAt }) => endsAt < now)?.id ?? 0,
    lesson: lessons.find(({ startsAt }) => startsAt > now)?.id ?? 0,
    enrolment: enrolment.id,
    event: occurrence.eventId,
    occurrence: occurrence.id,
    institution: occurrence.event.institutionId ?? 0,
  };
}

/** Calls of the stores in a file, by its path in bot/; each runs in a transaction of its own, which is undone. */
export type Calls = Readonly<Record<string, (database: Database, stage: Stage) => Promise<unknown>>>;
