import { setTimeout as sleep } from "node:timers/promises";
import { systemClock } from "../../../../bot/schedule/clock.ts";
import type { Fault } from "../../../../playground/api/faults.ts";
import { startTelegram } from "../../../../playground/telegram.ts";
import { type Account, Crowd } from "../crowd.ts";
import { type Mode, startOn } from "../intake.ts";

/** A way for Telegram to fail, and for how many milliseconds. */
export interface Trouble {
  name: string;
  fault: Fault;
  lasts: number;
}

const answers: Pick<Fault, "when"> = { when: (method) => method !== "getUpdates" };

export const briefTroubles: readonly Trouble[] = [
  { name: "down", fault: { with: "reset before accepting" }, lasts: 2_000 },
  { name: "slow by 1 s", fault: { ...answers, with: { delay: 1_000 } }, lasts: 2_000 },
  { name: "500", fault: { with: { code: 500, description: "Internal Server Error" } }, lasts: 1_500 },
  { name: "500 from a proxy", fault: { with: "500 html" }, lasts: 1_500 },
  {
    name: "429, retry after 1 s",
    fault: { ...answers, with: { code: 429, description: "Too Many Requests: retry after 1", retryAfter: 1 } },
    lasts: 1_000,
  },
  { name: "breaking before it accepts", fault: { ...answers, with: "reset before accepting", times: 20 }, lasts: 500 },
  { name: "breaking after it accepted", fault: { ...answers, with: "reset after accepting", times: 20 }, lasts: 500 },
];

export const longTroubles: readonly Trouble[] = [
  { name: "down for 20 s", fault: { with: "reset before accepting" }, lasts: 20_000 },
  { name: "hanging", fault: { ...answers, with: "hang", times: 5 }, lasts: 1_000 },
];

export interface Troubled extends Account {
  name: string;
  lives: boolean;
}

/** Lets people ask through each trouble; afterwards everything must be answered, and the process be the one it was. */
export async function troubleTelegram(
  databaseUrl: string,
  troubles: readonly Trouble[],
  options: { mode: Mode; people: number; perSecond: number },
): Promise<Troubled[]> {
  const telegram = await startTelegram({
    clock: systemClock,
    limits: "lifted",
    webhookDelay: (n) => Math.min(n * 250, 2_000),
  });
  try {
    const { bot } = await startOn(telegram, databaseUrl, options.mode);
    const troubled: Troubled[] = [];
    for (const { name, fault, lasts } of troubles) {
      const crowd = new Crowd(telegram, options.people);
      const chatter = crowd.chatters(options.perSecond);
      await crowd.hearsAnswers(3, 10_000);
      const end = telegram.fail(fault);
      await sleep(lasts);
      end();
      troubled.push({ name, ...(await crowd.settle()), lives: !bot.hasExited() });
      await chatter;
    }
    await bot.stop();
    return troubled;
  } finally {
    await telegram.close();
  }
}
