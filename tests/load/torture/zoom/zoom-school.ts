import type { Database } from "../../../../bot/database/database.ts";
import { emailOf } from "../../../../bot/zoom/tasks/run-registrant.ts";
import { queueZoom } from "../../../../bot/zoom/tasks/task-store.ts";
import { courseRow, groupRow, lessonRow } from "../../../support/factories/course.ts";
import { personRow } from "../../../support/factories/person.ts";
import type { ZoomServer } from "../../../support/zoom-server.ts";

const hour = 3_600_000;

/** Empties the school, and opens so many groups with four lessons each. */
export async function plant(database: Database, groups: number, now: Date): Promise<number[]> {
  await database.$executeRaw`TRUNCATE "Course", "ZoomTask" CASCADE`;
  const ids: number[] = [];
  for (let n = 0; n < groups; n += 1) {
    const lessons = Array.from({ length: 4 }, (_, index) => {
      const startsAt = new Date(now.getTime() + (24 * 20 + n + index * 7 * 24) * hour);
      return lessonRow(now, { number: index + 1, startsAt });
    });
    const course = { create: courseRow(now, {}) };
    const { id } = await database.group.create({
      data: groupRow(now, { course, capacity: 1_000, lessons: { create: lessons } }),
    });
    ids.push(id);
  }
  await queueZoom(
    database,
    ids.map((groupId) => ({ kind: "meeting", groupId })),
    now,
  );
  return ids;
}

/** Puts a new learner into a group. */
export async function enrol(database: Database, groupId: number, n: number, now: Date): Promise<number> {
  return database.$transaction(async (tx) => {
    const person = { create: personRow(now, { id: 9_000_000 + n, firstName: `Ученик ${n}` }) };
    const state = { state: "enrolled" as const, ticket: n, createdAt: now, changedAt: now };
    const { id } = await tx.enrolment.create({ data: { group: { connect: { id: groupId } }, person, ...state } });
    await queueZoom(tx, [{ kind: "register", groupId, enrolmentId: id }], now);
    return id;
  });
}

export async function leave(
  database: Database,
  one: { id: number; groupId: number } | undefined,
  now: Date,
): Promise<void> {
  if (one === undefined) return;
  await database.$transaction(async (tx) => {
    await tx.enrolment.update({ where: { id: one.id }, data: { state: "left" } });
    await queueZoom(tx, [{ kind: "cancel", groupId: one.groupId, enrolmentId: one.id }], now);
  });
}

/** Cancels or moves the second lesson of a group. */
export async function changeLesson(database: Database, groupId: number, cancels: boolean, now: Date): Promise<void> {
  await database.$transaction(async (tx) => {
    // The first is left, so that every group has a lesson to come.
    const [, lesson] = await tx.lesson.findMany({
      where: { groupId, status: { not: "cancelled" } },
      orderBy: { number: "asc" },
    });
    if (lesson === undefined) return;
    const later = (time: Date) => new Date(time.getTime() + 2 * hour);
    const moved = { status: "moved" as const, startsAt: later(lesson.startsAt), endsAt: later(lesson.endsAt) };
    await tx.lesson.update({ where: { id: lesson.id }, data: cancels ? { status: "cancelled" } : moved });
    await queueZoom(tx, [{ kind: "meeting", groupId }], now);
  });
}

export interface Compared {
  /** Meetings and registrants that should be at Zoom and are not, or with other dates. */
  missing: number;
  /** Meetings beyond a group's first, and people who may come in and should not. */
  surplus: number;
}

/** What Zoom has beside what it should have. */
export async function compare(database: Database, zoom: ZoomServer, now: Date): Promise<Compared> {
  let missing = 0;
  let surplus = 0;
  const groups = await database.group.findMany({
    include: { meeting: true, lessons: true, enrolments: { include: { registrant: true } } },
  });
  for (const { id, meeting, lessons, enrolments } of groups) {
    const found = zoom.meetings().filter(({ agenda }) => agenda.startsWith(`ishek:group:${id}:`));
    surplus += Math.max(0, found.length - 1);
    const own = found.find((one) => BigInt(one.id) === meeting?.zoomId);
    const planned = lessons.filter(({ status, endsAt }) => status !== "cancelled" && endsAt > now);
    const times = (dates: readonly Date[]) =>
      dates
        .map((date) => date.getTime())
        .sort()
        .join();
    const dates = own?.dates.map(({ start_time }) => new Date(start_time)) ?? [];
    if (times(dates) !== times(planned.map(({ startsAt }) => startsAt))) missing += 1;
    for (const { id: enrolmentId, state, registrant } of enrolments) {
      const listed = own?.registrants.filter(({ email }) => email === emailOf(enrolmentId)) ?? [];
      const open = listed.filter(({ status }) => status === "approved");
      if (state !== "enrolled") surplus += open.length;
      else if (open[0] === undefined || open[0].join_url !== registrant?.joinUrl) missing += 1;
      surplus += Math.max(0, listed.length - 1);
    }
  }
  return { missing, surplus };
}
