import { PassThrough } from "node:stream";
import { pino } from "pino";
import { type Database, openDatabase } from "../../../bot/database/database.ts";
import { describeError } from "../../../bot/log.ts";
import { ZoomClient } from "../../../bot/zoom/client.ts";
import { emailOf } from "../../../bot/zoom/run-registrant.ts";
import { queueZoom } from "../../../bot/zoom/task-store.ts";
import { ZoomWorker } from "../../../bot/zoom/worker.ts";
import { stoppedClock } from "../../support/telegram.ts";
import type { ZoomFault } from "../../support/zoom/faults.ts";
import { startZoomServer, type ZoomServer } from "../../support/zoom-server.ts";

export interface ZoomAccountOfFaults {
  groups: number;
  learners: number;
  calls: number;
  faults: number;
  /** Meetings and registrants that should be at Zoom and are not, or with other dates. */
  missing: number;
  /** Meetings beyond a group's first, and people who may come in and should not. */
  surplus: number;
  unsettled: number;
  leaks: number;
}

const hour = 3_600_000;
const faults: readonly ZoomFault[] = ["401", "500", { retryAfter: 3 }, "cut before", "cut after", "hangs", "html"];
const accounts = [1, 2].map((n) => ({ accountId: `a${n}`, clientId: `c${n}`, clientSecret: `CANARY-secret-${n}` }));

/**
 * Two instances bring Zoom in line with a school in which people come and go and lessons are moved and cancelled, while
 * every tenth call goes wrong in some way and the day's changes run out. The clock moves on whenever nothing is due.
 */
export async function troubleZoom(
  url: string,
  { groups, learners, random }: { groups: number; learners: number; random: () => number },
): Promise<ZoomAccountOfFaults> {
  const database = openDatabase(url);
  const clock = stoppedClock("2026-11-20T07:00:00Z");
  const zoom = await startZoomServer({ accounts, clock, changesADay: groups * 3 });
  const lines: string[] = [];
  const log = pino(
    { level: "trace", serializers: { error: describeError } },
    new PassThrough().on("data", (line) => lines.push(String(line))),
  );
  const startWorker = () => {
    const settings = { clock, apiRoot: `${zoom.root}/v2`, oauthRoot: zoom.root, patience: 200 };
    return new ZoomWorker({
      database,
      clock,
      log,
      clients: accounts.map((account) => new ZoomClient({ account, ...settings })),
    });
  };
  const workers = [startWorker(), startWorker()];
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  let failed = 0;
  try {
    const groupIds = await plant(database, groups, clock.now());
    const enrolments: { id: number; groupId: number }[] = [];
    for (let n = 0; n < learners; n += 1) {
      const groupId = pick(groupIds) ?? 0;
      enrolments.push({ id: await enrol(database, groupId, n, clock.now()), groupId });
      const fault = pick(faults);
      if (random() < 0.3 && fault) {
        zoom.fail(fault, /./);
        failed += 1;
      }
      if (random() < 0.3) await leave(database, pick(enrolments), clock.now());
      if (random() < 0.1) await changeLesson(database, groupId, random() < 0.5, clock.now());
      // Half of it while the instances are at work.
      if (n % 10 === 0) void Promise.all(workers.map((worker) => worker.drain())).catch(() => {});
      if (n % 20 === 0) await Promise.all(workers.map((worker) => worker.drain()));
    }
    for (let round = 0; round < 300; round += 1) {
      await Promise.all(workers.map((worker) => worker.drain()));
      const next = await database.zoomTask.findFirst({ where: { state: "pending" }, orderBy: { dueAt: "asc" } });
      if (next === null) break;
      clock.advance({ seconds: Math.max(1, (next.dueAt.getTime() - clock.now().getTime()) / 1_000) });
    }
    const compared = await compare(database, zoom, clock.now());
    const unsettled = await database.zoomTask.count({ where: { state: "pending" } });
    const leaks = lines.filter((line) => /CANARY|zoom\.example/.test(line)).length;
    return { groups, learners, calls: zoom.calls.length, faults: failed, ...compared, unsettled, leaks };
  } finally {
    await zoom.close();
    await database.$disconnect();
  }
}

async function plant(database: Database, groups: number, now: Date): Promise<number[]> {
  await database.$executeRaw`TRUNCATE "Course", "ZoomTask" CASCADE`;
  const ids: number[] = [];
  for (let n = 0; n < groups; n += 1) {
    const lessons = Array.from({ length: 4 }, (_, index) => {
      const startsAt = new Date(now.getTime() + (24 * 20 + n + index * 7 * 24) * hour);
      return { number: index + 1, startsAt, endsAt: new Date(startsAt.getTime() + hour), startsLocal: startsAt };
    });
    const group = { teacherName: "Марат", capacity: 1_000, timeZone: "Europe/Moscow", lessons: { create: lessons } };
    const { id } = await database.group.create({ data: { ...group, course: { create: { area: "digital" } } } });
    ids.push(id);
  }
  await queueZoom(
    database,
    ids.map((groupId) => ({ kind: "meeting", groupId })),
    now,
  );
  return ids;
}

async function enrol(database: Database, groupId: number, n: number, now: Date): Promise<number> {
  return database.$transaction(async (tx) => {
    const person = { create: { id: 9_000_000 + n, language: "ru" as const, firstName: `Ученик ${n}` } };
    const state = { state: "enrolled" as const, ticket: n, createdAt: now, changedAt: now };
    const { id } = await tx.enrolment.create({ data: { group: { connect: { id: groupId } }, person, ...state } });
    await queueZoom(tx, [{ kind: "register", groupId, enrolmentId: id }], now);
    return id;
  });
}

async function leave(database: Database, one: { id: number; groupId: number } | undefined, now: Date): Promise<void> {
  if (one === undefined) return;
  await database.$transaction(async (tx) => {
    await tx.enrolment.update({ where: { id: one.id }, data: { state: "left" } });
    await queueZoom(tx, [{ kind: "cancel", groupId: one.groupId, enrolmentId: one.id }], now);
  });
}

async function changeLesson(database: Database, groupId: number, cancels: boolean, now: Date): Promise<void> {
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

/** What Zoom has beside what it should have. */
async function compare(database: Database, zoom: ZoomServer, now: Date): Promise<{ missing: number; surplus: number }> {
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
