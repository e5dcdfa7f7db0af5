import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "../../../../bot/database/database.ts";
import { systemClock } from "../../../../bot/schedule/clock.ts";
import type { Failure } from "../../../../playground/api/faults.ts";
import { startTelegram, type Telegram } from "../../../../playground/telegram.ts";
import { findBroken } from "../../../classes/enrolments/count.ts";
import { administer } from "../../../support/administer.ts";
import { startBot } from "../../bot-process.ts";
import { residentMegabytes } from "../../cpu.ts";
import { announcementSql, firstAccount, peopleSql, wakeSql } from "../../outbox.ts";
import { quantile } from "../../quantile.ts";
import { type Account, Crowd } from "../crowd.ts";
import { environment } from "../intake.ts";
import { inspectable, openHeap } from "./heap.ts";
import { judgeAnnouncement } from "./soak-account.ts";
import { findStuck, remindersSql } from "./soak-reminders.ts";
import { wander } from "./wander.ts";

export interface SoakOptions {
  people: number;
  seconds: number;
  /** What people do a second, half of it questions whose answers are counted. */
  perSecond: number;
  random: () => number;
}

export interface Soaked extends Account {
  /** What was done besides asking. */
  acts: number;
  /** Calls that went wrong. */
  faults: number;
  /** Megabytes after a full collection: the middle of the first samples after the warm-up, and of the last. */
  heap: { warm: number; end: number };
  /** Resident megabytes at the end. */
  resident: number;
  /** What the log says on the levels error and fatal, and whatever Node said of a promise. */
  errors: string[];
  /** Seconds for which this process stood still at most: on a machine that is busy with others, so did the bot. */
  standstill: number;
  /** What does not add up, as sentences. */
  unbalanced: string[];
  lives: boolean;
}

/** Each hundredth call meets one of these. */
const failures: readonly Failure[] = [
  "reset before accepting",
  "reset after accepting",
  "500 html",
  "hang",
  { code: 500, description: "Internal Server Error" },
  { code: 429, description: "Too Many Requests: retry after 1", retryAfter: 1 },
  { delay: 1_000 },
];
const faultShare = 0.01;

/** The share of the time that warms up: caches fill, and code is compiled. */
const warmUp = 0.25;
const samples = 24;

/**
 * The whole bot for a long time: people ask and wander about, an announcement goes to all of them, and each hundredth call to
 * Telegram fails in some way. `databaseUrl` is of a demo city.
 */
export async function soak(databaseUrl: string, { people, seconds, perSecond, random }: SoakOptions): Promise<Soaked> {
  await administer(databaseUrl, `${peopleSql(people)}; ${remindersSql(people, seconds)}; ${announcementSql}`);
  // The demo city was put together by hand: some of its people wait for a course that they are in.
  const known = new Set(await findBrokenGroups(databaseUrl));
  const telegram = await startTelegram({
    clock: systemClock,
    limits: "lifted",
    keepMessages: 4,
    keepCalls: 100,
    webhookDelay: (repeat) => Math.min(repeat * 250, 2_000),
  });
  try {
    const residents = Array.from({ length: people }, (_, index) =>
      telegram.person(`Житель ${index + 1}`, { id: firstAccount + index + 1, hasStarted: true, languageCode: "ru" }),
    );
    const got = countAnnouncement(telegram);
    const crowd = new Crowd(telegram, Math.min(people, 1_000));
    // Faults make the lanes fall silent again and again: at twice the pace it is through in time nevertheless.
    const rate = Math.min(Math.max(Math.ceil((2 * people) / seconds), 30), 1_000);
    const env = { ...(await environment(telegram, databaseUrl, "webhook")), TELEGRAM_BULK_RATE: String(rate) };
    const bot = await startBot(env, inspectable);
    await administer(databaseUrl, wakeSql);
    const { count: countFaults, end: endFaults } = failNowAndThen(telegram, random);
    const heap = await openHeap(bot);

    const delays = monitorEventLoopDelay();
    delays.enable();
    const end = performance.now() + seconds * 1_000;
    const isOver = () => performance.now() > end || bot.hasExited();
    const chatter = crowd.chatters(perSecond / 2);
    const wandering = wander(residents, { perSecond: perSecond / 2, random, isOver });
    const sizes: number[] = [];
    while (!isOver()) {
      await sleep((seconds * 1_000) / samples);
      if (!bot.hasExited()) sizes.push(await heap.megabytes());
    }
    endFaults();
    crowd.silence();
    const acts = await wandering;
    const account = await crowd.settle();
    await chatter;
    heap.close();

    const unbalanced = [
      ...(await judgeAnnouncement(databaseUrl, got)),
      ...(await findBrokenGroups(databaseUrl)),
      ...(await findStuck(databaseUrl, residents)),
    ].filter((sentence) => !known.has(sentence));
    const lives = !bot.hasExited();
    const resident = residentMegabytes(bot.pid);
    await bot.stop();
    const warm = sizes.slice(Math.floor(sizes.length * warmUp));
    const few = Math.ceil(warm.length / 4);
    return {
      ...account,
      acts,
      faults: countFaults(),
      heap: { warm: quantile(warm.slice(0, few), 0.5), end: quantile(warm.slice(-few), 0.5) },
      resident,
      errors: bot.output().split("\n").filter(isError).map(errorIn),
      standstill: delays.max / 1e9,
      unbalanced,
      lives,
    };
  } finally {
    await telegram.close();
  }
}

async function findBrokenGroups(url: string): Promise<string[]> {
  const database = openDatabase(url);
  try {
    return await findBroken(database);
  } finally {
    await database.$disconnect();
  }
}

const isError = (line: string) => /"level":(50|60)|UnhandledPromise|unhandledRejection|Warning:/.test(line);

/** What went wrong, without the stack. */
function errorIn(line: string): string {
  if (!line.startsWith("{")) return line;
  const { msg, error } = JSON.parse(line) as { msg: string; error?: { message?: string } };
  return `${msg}: ${error?.message ?? line}`;
}

/** How often each person got the announcement, by their id; in other languages than its own it says so. */
function countAnnouncement(telegram: Telegram): ReadonlyMap<number, number> {
  const got = new Map<number, number>();
  telegram.subscribe((change) => {
    if (change.kind !== "sent" || !change.message.from?.is_bot || !change.message.text?.includes("Всем")) return;
    got.set(change.chatId, (got.get(change.chatId) ?? 0) + 1);
  });
  return got;
}

function failNowAndThen(telegram: Telegram, random: () => number): { count(): number; end(): void } {
  let met = 0;
  const ends = failures.map((failure) =>
    telegram.fail({
      when: () => {
        const meets = random() < faultShare / failures.length;
        if (meets) met += 1;
        return meets;
      },
      with: failure,
    }),
  );
  return {
    count: () => met,
    end() {
      for (const end of ends) end();
    },
  };
}
