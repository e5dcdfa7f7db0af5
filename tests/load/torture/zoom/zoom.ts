import { PassThrough } from "node:stream";
import { pino } from "pino";
import { openDatabase } from "../../../../bot/database/database.ts";
import { describeError } from "../../../../bot/log.ts";
import { ZoomClient } from "../../../../bot/zoom/client/client.ts";
import { ZoomWorker } from "../../../../bot/zoom/tasks/worker.ts";
import { stoppedClock } from "../../../support/telegram.ts";
import type { ZoomFault } from "../../../support/zoom/faults.ts";
import { startZoomServer } from "../../../support/zoom-server.ts";
import { type Compared, changeLesson, compare, enrol, leave, plant } from "./zoom-school.ts";

export interface ZoomAccountOfFaults extends Compared {
  groups: number;
  learners: number;
  calls: number;
  faults: number;
  unsettled: number;
  leaks: number;
}

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
