import { setTimeout as sleep } from "node:timers/promises";
import type { Fault } from "../../../../playground/api/faults.ts";
import type { Max } from "../../../../playground/max/max.ts";
import { administer } from "../../../support/administer.ts";
import { patience } from "../../../support/patience.ts";
import { startDispatcher } from "../../dispatcher-process.ts";
import { announcementSql, firstId } from "../../outbox.ts";
import { untilNone } from "../../until-none.ts";
import { buryLease, type DeliveryAccount, fill, type Lane, openStage, type Stage } from "./delivery-stage.ts";

/** Kills the program with `kill -9` while it puts an announcement into the outbox and sends it. */
export async function killAnnouncement(
  serverUrl: string,
  { people, kills, random }: { people: number; kills: number; random: () => number },
): Promise<AnnouncementAccount> {
  const stage = await openStage(serverUrl, people);
  try {
    await administer(stage.url, announcementSql);
    await killAgainAndAgain(stage, { people, kills, random });
    const last = await startDispatcher(stage.url, { telegram: stage.telegram }, 0);
    const outcomes = await accountOf(stage.url);
    await last.stop();
    const { rows } = await administer(stage.url, 'SELECT "personId"::text AS "id", "state"::text FROM "Delivery"');
    const states = new Map(
      (rows as { id: string; state: string }[]).map(({ id, state }) => [Number(id) - firstId, state]),
    );
    const account = { people, lost: 0, doubled: 0, uncertain: 0, uncertainArrived: 0, unsettled: 0 };
    for (let number = 1; number <= people; number += 1) {
      const arrived = stage.letterbox.arrivals.get(number)?.length ?? 0;
      const state = states.get(number);
      if (state === "uncertain") account.uncertain += 1;
      else if (state !== "sent") account.unsettled += 1;
      else if (arrived === 0) account.lost += 1;
      if (state === "uncertain" && arrived > 0) account.uncertainArrived += 1;
      account.doubled += Math.max(0, arrived - 1);
    }
    const isAccounted = outcomes.sent === people - account.uncertain && outcomes.uncertain === account.uncertain;
    return { ...account, isAccounted: isAccounted && outcomes.state === "done" };
  } finally {
    await stage.close();
  }
}

/** `isAccounted`: the announcement is done, and its own account says the same. */
export type AnnouncementAccount = DeliveryAccount & { isAccounted: boolean };

/** The announcement's account when it is done, or after a while. */
export async function accountOf(url: string): Promise<{ state: string; sent: number; uncertain: number }> {
  for (const end = performance.now() + patience; ; await sleep(100)) {
    const { rows } = await administer(url, 'SELECT "state"::text AS "state", "sent", "uncertain" FROM "Announcement"');
    const [account] = rows as { state: string; sent: number; uncertain: number }[];
    if (account?.state === "done" || performance.now() > end) return account ?? { state: "", sent: 0, uncertain: 0 };
  }
}

/** Ends the dispatcher at random moments, so many times; `people` are those of Telegram, whose messages are waited for. */
export async function killAgainAndAgain(
  { url, telegram, letterbox, max }: Pick<Stage, "url" | "telegram" | "letterbox"> & { max?: Max },
  { people, kills, random }: { people: number; kills: number; random: () => number },
): Promise<void> {
  for (let kill = 0; kill < kills; kill += 1) {
    const dispatcher = await startDispatcher(url, { telegram, ...(max && { max }) }, killingRate);
    const more = Math.ceil((people / (kills + 1)) * 2 * random());
    await letterbox.hears(Math.min(letterbox.count + more, people), 10_000);
    await sleep(random() * 10);
    await dispatcher.kill();
    await buryLease(url);
  }
}

/** Messages a second while killing: so many that a few are always under way. */
export const killingRate = 100;

/** Kills the dispatcher with `kill -9` at random moments, so many times, and lets the last one finish. */
export async function killDispatcher(
  serverUrl: string,
  { lane, people, kills, random }: { lane: Lane; people: number; kills: number; random: () => number },
): Promise<DeliveryAccount> {
  const stage = await openStage(serverUrl, people);
  try {
    await fill(stage.url, people, lane);
    await killAgainAndAgain(stage, { people, kills, random });
    const last = await startDispatcher(stage.url, { telegram: stage.telegram }, 0);
    const account = await stage.account();
    await last.stop();
    return account;
  } finally {
    await stage.close();
  }
}

/**
 * Two instances; the one that dispatches is killed. `gap`: milliseconds without any message after it. Unless `waitsOutLease`, its
 * lease is as if the eight seconds that it lasts had passed.
 */
export async function killLeader(
  serverUrl: string,
  { lane, people, waitsOutLease }: { lane: Lane; people: number; waitsOutLease: boolean },
): Promise<DeliveryAccount & { gap: number }> {
  const stage = await openStage(serverUrl, people);
  try {
    const leader = await startDispatcher(stage.url, { telegram: stage.telegram }, 50);
    await untilNone(async () => 1 - ((await administer(stage.url, 'SELECT FROM "Lease"')).rowCount ?? 0));
    const follower = await startDispatcher(stage.url, { telegram: stage.telegram }, 50);
    // Not before both run: the first might be through before the second one has started.
    await fill(stage.url, people, lane);
    await stage.letterbox.hears(Math.ceil(people / 4), patience);
    await leader.kill();
    if (!waitsOutLease) await administer(stage.url, `UPDATE "Lease" SET "until" = "until" - interval '8 s'`);
    const killed = performance.now();
    await stage.letterbox.hears(stage.letterbox.count + 1, patience);
    const gap = performance.now() - killed;
    const account = await stage.account();
    await follower.stop();
    return { ...account, gap };
  } finally {
    await stage.close();
  }
}

/** PostgreSQL goes away and comes back while messages go out. `recovery`: milliseconds from its return to the next. */
export async function restartUnderDispatcher(
  server: { url: string; restart(awayFor: number, mode: "fast" | "immediate"): Promise<void> },
  { lane, people, restarts }: { lane: Lane; people: number; restarts: number },
): Promise<DeliveryAccount & { recovery: number }> {
  const stage = await openStage(server.url, people);
  try {
    await fill(stage.url, people, lane);
    const dispatcher = await startDispatcher(stage.url, { telegram: stage.telegram }, 100);
    let recovery = 0;
    for (let restart = 0; restart < restarts; restart += 1) {
      await stage.letterbox.hears(stage.letterbox.count + Math.ceil(people / (restarts + 2)), patience);
      await server.restart(1_500, restart % 2 === 0 ? "immediate" : "fast");
      const back = performance.now();
      await stage.letterbox.hears(stage.letterbox.count + 1, patience);
      recovery = Math.max(recovery, performance.now() - back);
    }
    const account = await stage.account();
    await dispatcher.stop();
    return { ...account, recovery };
  } finally {
    await stage.close();
  }
}

export const deliveryFaults: readonly { name: string; with: Fault["with"] }[] = [
  { name: "answers 500", with: { code: 500, description: "Internal Server Error" } },
  { name: "answers with a page of HTML", with: "500 html" },
  { name: "refuses with 429", with: { code: 429, description: "Too Many Requests: retry after 1", retryAfter: 1 } },
  { name: "breaks the connection before accepting", with: "reset before accepting" },
  { name: "breaks the connection after accepting", with: "reset after accepting" },
  { name: "is slow", with: { delay: 500 } },
  { name: "hangs", with: "hang" },
];

/** Telegram does the same wrong to twenty calls, at random, and then nothing any more. */
export async function troubleDispatcher(
  serverUrl: string,
  fault: (typeof deliveryFaults)[number],
  { lane, people, random }: { lane: Lane; people: number; random: () => number },
): Promise<DeliveryAccount> {
  const stage = await openStage(serverUrl, people);
  try {
    stage.telegram.fail({ method: "sendMessage", when: () => random() < 0.05, times: 6, with: fault.with });
    await fill(stage.url, people, lane);
    const dispatcher = await startDispatcher(stage.url, { telegram: stage.telegram }, 100);
    const account = await stage.account();
    await dispatcher.stop();
    return account;
  } finally {
    await stage.close();
  }
}
