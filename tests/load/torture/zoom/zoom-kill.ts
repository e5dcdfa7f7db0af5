import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "../../../../bot/database/database.ts";
import { systemClock } from "../../../../bot/schedule/clock.ts";
import { administer } from "../../../support/administer.ts";
import { startZoomServer } from "../../../support/zoom-server.ts";
import { untilNone } from "../../until-none.ts";
import { account, startZoomWorker } from "./zoom-process.ts";
import { type Compared, changeLesson, compare, enrol, leave, plant } from "./zoom-school.ts";

export interface ZoomKilled extends Compared {
  calls: number;
  /** Tasks that were under way at a kill. */
  interrupted: number;
  /** Tasks that are still to be done at the end. */
  unsettled: number;
}

/** Ends the worker for Zoom with `kill -9` in the middle of its calls, so many times, and lets the last one finish. */
export async function killZoomWorker(
  url: string,
  { groups, learners, kills, random }: { groups: number; learners: number; kills: number; random: () => number },
): Promise<ZoomKilled> {
  const database = openDatabase(url);
  const zoom = await startZoomServer({
    accounts: [account],
    clock: systemClock,
    changesADay: Number.POSITIVE_INFINITY,
  });
  const hears = async (more: number) => {
    const enough = zoom.calls.length + more;
    for (const end = performance.now() + 5_000; zoom.calls.length < enough && performance.now() < end; ) await sleep(1);
  };
  try {
    const groupIds = await plant(database, groups, thisMinute());
    const enrolments: { id: number; groupId: number }[] = [];
    let interrupted = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      for (let n = 0; n < learners / kills; n += 1) {
        const groupId = groupIds[enrolments.length % groups] ?? 0;
        enrolments.push({ id: await enrol(database, groupId, enrolments.length, systemClock.now()), groupId });
        if (random() < 0.3)
          await leave(database, enrolments[Math.floor(random() * enrolments.length)], systemClock.now());
      }
      await changeLesson(database, groupIds[kill % groups] ?? 0, random() < 0.3, systemClock.now());
      const end = await startZoomWorker(url, zoom.root);
      await hears(1 + Math.floor(random() * (learners / kills)));
      await sleep(random() * 4);
      await end();
      interrupted += await buryClaims(url);
    }
    const end = await startZoomWorker(url, zoom.root);
    const unsettled = await untilSettled(url);
    await end();
    return { calls: zoom.calls.length, interrupted, unsettled, ...(await compare(database, zoom, systemClock.now())) };
  } finally {
    await zoom.close();
    await database.$disconnect();
  }
}

/** Zoom knows no fractions of a second, and no lesson begins at one. */
const thisMinute = () => new Date(Math.floor(systemClock.now().getTime() / 60_000) * 60_000);

/** The dead hold their claims for two minutes; to wait that long after each of many kills would prove nothing more. */
async function buryClaims(url: string): Promise<number> {
  const { rowCount } = await administer(
    url,
    `UPDATE "ZoomTask" SET "claimedUntil" = now(), "dueAt" = CASE WHEN "dueAt" = "claimedUntil" THEN now() ELSE "dueAt" END
     WHERE "state" = 'pending' AND "claimedUntil" IS NOT NULL`,
  );
  // Registrants wait for their meeting for as long as its claim holds.
  await administer(url, `UPDATE "ZoomTask" SET "dueAt" = now() WHERE "state" = 'pending' AND "claimedUntil" IS NULL`);
  return rowCount ?? 0;
}

/** Resolves with how many tasks wait when there are none any more, or nothing becomes of them. */
const untilSettled = (url: string) =>
  untilNone(async () => {
    const { rows } = await administer(url, `SELECT count(*)::int AS "count" FROM "ZoomTask" WHERE "state" = 'pending'`);
    const [{ count }] = rows as [{ count: number }];
    return count;
  });
