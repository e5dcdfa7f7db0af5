import { PassThrough } from "node:stream";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { Database } from "../../bot/database/database.ts";
import { describeError } from "../../bot/log.ts";
import { ZoomClient } from "../../bot/zoom/client/client.ts";
import type { ZoomAccount, ZoomCall } from "../../bot/zoom/client/session.ts";
import { forgetRegistrants, queueZoom } from "../../bot/zoom/tasks/task-store.ts";
import { ZoomWorker } from "../../bot/zoom/tasks/worker.ts";
import { testDatabase } from "../support/database.ts";
import { courseRow, groupRow, lessonRow } from "../support/factories/course.ts";
import { personRow } from "../support/factories/person.ts";
import { stoppedClock } from "../support/telegram.ts";
import type { ZoomRegistrant } from "../support/zoom/meetings.ts";
import { startZoomServer, type ZoomServer } from "../support/zoom-server.ts";

export const hour = 3_600_000;

/** Two accounts, so that spreading shows. */
export const accounts: readonly ZoomAccount[] = [1, 2].map((n) => ({
  accountId: `account-${n}`,
  clientId: `client-${n}`,
  clientSecret: `CANARY-secret-${n}`,
}));

export interface School {
  database: Database;
  clock: ReturnType<typeof stoppedClock>;
  zoom: ZoomServer;
  worker: ZoomWorker;
  calls: ZoomCall[];
  /** All that was logged, on the most talkative level. */
  logged(): string;
  /** A group with lessons of an hour at so many hours from now, and its task. */
  group(hours: readonly number[]): Promise<number>;
  /** Somebody becomes enrolled. */
  enrol(groupId: number, name?: string): Promise<number>;
  leave(enrolmentId: number): Promise<void>;
  /** The person is forgotten with all that is theirs. */
  erase(enrolmentId: number): Promise<void>;
  queueMeeting(groupId: number): Promise<void>;
  /** Does what is due, moving the clock on to what is not yet, until nothing is left or so many rounds are over. */
  settle(rounds?: number): Promise<void>;
  /** When the dates of each meeting at Zoom begin. */
  starts(): string[][];
  /** Who may come in at Zoom. */
  active(): ZoomRegistrant[];
  linkOf(enrolmentId: number): Promise<string | undefined>;
  pending(): Promise<{ kind: string; reason: string | null; attempts: number; dueAt: Date }[]>;
}

interface SchoolOptions {
  changesADay?: number;
  /** Milliseconds until an answer counts as lost; short where one hangs, long where only the machine is busy. */
  patience?: number;
}

/** A school of its own for the calling file; each `open` is a fresh server and worker on its database. */
export function useSchool(): { open(options?: SchoolOptions): Promise<School> } {
  let database: Database;
  const servers: ZoomServer[] = [];
  let people = 1_000;
  let last: School | undefined;
  beforeAll(async () => {
    ({ database } = await testDatabase());
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
  });

  // Checked after every test: no secret in any line of the log, nor in a task's reason.
  afterEach(async () => {
    const reasons = await database.zoomTask.findMany({ select: { reason: true } });
    expect(last?.logged() + JSON.stringify(reasons) + JSON.stringify(last?.calls)).not.toMatch(/CANARY|zoom\.example/);
  });

  async function open({ patience = 15_000, ...options }: SchoolOptions = {}): Promise<School> {
    // Not TRUNCATE: with all that hangs on these tables it takes a tenth of a second.
    await database.course.deleteMany();
    await database.person.deleteMany();
    await database.zoomTask.deleteMany();
    const clock = stoppedClock("2026-11-20T07:00:00Z");
    const zoom = await startZoomServer({ accounts, clock, ...options });
    servers.push(zoom);
    const lines: string[] = [];
    const stream = new PassThrough().on("data", (line) => lines.push(String(line)));
    const log = pino({ level: "trace", serializers: { error: describeError } }, stream);
    const calls: ZoomCall[] = [];
    const clients = accounts.map(
      (account) =>
        new ZoomClient({
          account,
          clock,
          apiRoot: `${zoom.root}/v2`,
          oauthRoot: zoom.root,
          patience,
          onCall: (call) => calls.push(call),
        }),
    );
    const worker = new ZoomWorker({ database, clock, log, clients });
    const queue = (...requests: Parameters<typeof queueZoom>[1]) => queueZoom(database, requests, clock.now());

    const school: School = {
      database,
      clock,
      zoom,
      worker,
      calls,
      logged: () => lines.join(""),
      async group(hours) {
        const now = clock.now();
        const { id } = await database.group.create({
          data: groupRow(now, {
            course: { create: courseRow(now, { texts: { create: { language: "ru", title: "Первые шаги" } } }) },
            capacity: 1_000,
            lessons: {
              create: hours.map((from, index) =>
                lessonRow(now, { number: index + 1, startsAt: new Date(now.getTime() + from * hour) }),
              ),
            },
          }),
        });
        await queue({ kind: "meeting", groupId: id });
        return id;
      },
      async enrol(groupId, name = "Алсу Галиева") {
        people += 1;
        const now = clock.now();
        const learner = { create: { name, createdAt: now } };
        const { id } = await database.enrolment.create({
          data: {
            group: { connect: { id: groupId } },
            person: { create: personRow(now, { id: people, firstName: "Алсу", learner }) },
            state: "enrolled",
            ticket: people,
            createdAt: now,
            changedAt: now,
          },
        });
        await queue({ kind: "register", groupId, enrolmentId: id });
        return id;
      },
      async leave(id) {
        const { groupId } = await database.enrolment.update({ where: { id }, data: { state: "left" } });
        await queue({ kind: "cancel", groupId, enrolmentId: id });
      },
      async erase(id) {
        const { personId } = await database.enrolment.findUniqueOrThrow({ where: { id } });
        await database.$transaction(async (tx) => {
          await forgetRegistrants(tx, Number(personId), clock.now());
          await tx.person.delete({ where: { id: personId } });
        });
      },
      queueMeeting: (groupId) => queue({ kind: "meeting", groupId }),
      async settle(rounds = 30) {
        for (let round = 0; round < rounds; round += 1) {
          await worker.drain();
          const next = (await school.pending())[0]?.dueAt;
          if (next === undefined) return;
          clock.advance({ seconds: Math.max(0, (next.getTime() - clock.now().getTime()) / 1_000) });
        }
      },
      starts: () => zoom.meetings().map(({ dates }) => dates.map(({ start_time }) => start_time).sort()),
      active: () =>
        zoom.meetings().flatMap(({ registrants }) => registrants.filter(({ status }) => status === "approved")),
      linkOf: async (enrolmentId) => (await database.registrant.findUnique({ where: { enrolmentId } }))?.joinUrl,
      pending: () =>
        database.zoomTask.findMany({
          where: { state: "pending" },
          select: { kind: true, reason: true, attempts: true, dueAt: true },
          orderBy: { dueAt: "asc" },
        }),
    };
    last = school;
    return school;
  }
  return { open };
}
