import { administer } from "../../support/administer.ts";
import { announcementSql, firstAccount, wakeSql } from "../outbox.ts";
import { quantile } from "../quantile.ts";
import { type Benchmark, type Row, round } from "./benchmark.ts";
import { startSubject } from "./updates.ts";
import { type Pace, Walk } from "./walk.ts";

export interface Tapped {
  /** The same, before there was an announcement. */
  alone: Pace;
  walk: Pace;
  /** Messages of the announcement a second while people tapped. */
  bulkPerSecond: number;
  /** Messages of the announcement that had not gone out yet when the last tap was answered. */
  waiting: number;
  /** Calls that Telegram, enforcing its limits, did not take. */
  refused: number;
}

export interface TapOptions {
  people: number;
  tapping: number;
  rate: number;
  seconds: number;
  /** Whether bulk slows down for people. Default true. */
  yields?: boolean;
  /** Of two the one sends the announcement, and all people come to the other. Default 1. */
  instances?: number;
}

/**
 * So many people each press a button a second, first alone and then while an announcement goes to everybody in the database; `rate` in messages a
 * second. There have to be so many people that it does not end before.
 */
export async function tapUnderBulk(
  url: string,
  zone: string,
  { people, tapping, rate, seconds, yields = true, instances = 1 }: TapOptions,
): Promise<Tapped> {
  const options = {
    limits: "enforced",
    instances,
    env: { TELEGRAM_BULK_RATE: String(rate), BULK_YIELDS: yields ? "yes" : "no" },
  } as const;
  const { telegram, stop } = await startSubject(url, zone, options);
  try {
    for (let number = 1; number <= people; number += 1) {
      telegram.person(`Житель ${number}`, { id: firstAccount + number, hasStarted: true });
    }
    const walk = new Walk(telegram, tapping);
    // Everybody has seen every screen once, and nobody is new.
    await walk.rounds(1, 20);
    const alone = await walk.steadily(tapping, seconds);
    let sent = 0;
    let refused = 0;
    const begun = Promise.withResolvers<void>();
    telegram.subscribe((change) => {
      if (change.kind !== "call") return;
      const { outcome, chatId = 0 } = change.call;
      if (outcome.kind === "error") refused += 1;
      if (outcome.kind !== "ok" || chatId <= firstAccount || chatId > firstAccount + people) return;
      sent += 1;
      begun.resolve();
    });
    await administer(url, `${announcementSql}; ${wakeSql}`);
    await begun.promise;
    const before = sent;
    sent = 0;
    const pace = await walk.steadily(tapping, seconds);
    return { alone, walk: pace, bulkPerSecond: sent / pace.seconds, waiting: people - before - sent, refused };
  } finally {
    await stop();
  }
}

export const taps: Benchmark = {
  name: "bulk-taps",
  async run({ city, quick, say }) {
    const people = quick ? 10_000 : 40_000;
    const seconds = quick ? 5 : 30;
    const { url, zone } = await city({ events: 10_000, people });
    const rows: Row[] = [];
    // As everybody may, and as Telegram's paid broadcast.
    for (const rate of [30, 1_000]) {
      say(`bulk-taps: 100 people tap beside an announcement at ${rate} a second`);
      await administer(url, 'TRUNCATE "Announcement", "Delivery", "UpdateReceipt" CASCADE');
      const { alone, walk, bulkPerSecond, refused } = await tapUnderBulk(url, zone, {
        people,
        tapping: 100,
        rate,
        seconds,
      });
      const [p50 = Number.NaN, p95 = Number.NaN, p99 = Number.NaN] = [0.5, 0.95, 0.99].map((share) =>
        quantile(walk.waits, share),
      );
      const p95Alone = quantile(alone.waits, 0.95);
      rows.push({
        what: `100 people tap (${round(walk.updates / walk.seconds)}/s) while bulk goes out at ${rate}/s`,
        measured: `replies p50 ${round(p50)} ms, p95 ${round(p95)} ms, p99 ${round(p99)} ms, without bulk p95 ${round(p95Alone)} ms; bulk ${round(bulkPerSecond)}/s, ${refused} refusals`,
        aim: "p95 ≤ 500 ms",
        met: p95 <= 500 && walk.waits.length === walk.updates && refused === 0,
        figures: { p50, p95, p99, p95Alone, bulkPerSecond, refused },
      });
    }
    return rows;
  },
};
