import { migrate } from "../../../bot/database/migrate.ts";
import { systemClock } from "../../../bot/schedule/clock.ts";
import { startTelegram } from "../../../playground/telegram.ts";
import { administer } from "../../support/administer.ts";
import { residentMegabytes } from "../cpu.ts";
import { createDatabase } from "../demo-database.ts";
import { startDispatcher } from "../dispatcher-process.ts";
import { deliveriesSql, Letterbox, peopleSql, wakeSql } from "../outbox.ts";
import { quantile } from "../quantile.ts";
import { type BenchContext, type Benchmark, round } from "./benchmark.ts";
import { announcementFanOut } from "./fan-out.ts";

/** A database with so many people, Telegram with the same, and a dispatcher between them. */
async function open(
  { server }: BenchContext,
  people: number,
  { rate, isLimited }: { rate: number; isLimited: boolean },
) {
  const url = await createDatabase(server.url);
  await migrate(url);
  await administer(url, `${peopleSql(people)}; ANALYZE "Person", "Address"`);
  const telegram = await startTelegram({
    clock: systemClock,
    ...(isLimited ? {} : { limits: "lifted" }),
    keepMessages: 5,
  });
  let refused = 0;
  telegram.subscribe((change) => {
    if (change.kind === "call" && change.call.outcome.kind === "error") refused += 1;
  });
  const letterbox = new Letterbox(telegram, people);
  const dispatcher = await startDispatcher(url, { telegram }, rate);
  return {
    url,
    letterbox,
    pid: dispatcher.pid,
    refused: () => refused,
    async close() {
      await dispatcher.stop();
      await telegram.close();
    },
  };
}

const bulkPace: Benchmark = {
  name: "bulk-pace",
  async run(context) {
    const people = context.quick ? 300 : 3_000;
    context.say(`bulk pace: ${people} recipients at 30 a second`);
    const office = await open(context, people, { rate: 30, isLimited: true });
    await administer(office.url, `${deliveriesSql(people, "bulk")}; ANALYZE "Delivery"; ${wakeSql}`);
    await office.letterbox.hears(people, people * 50 + 10_000);
    await office.close();
    const moments = [...office.letterbox.arrivals.values()].flat().sort((a, b) => a - b);
    const seconds = ((moments.at(-1) ?? 0) - (moments[0] ?? 0)) / 1_000;
    const share = (moments.length - 1) / seconds / 30;
    const refused = office.refused();
    return [
      {
        what: `bulk to ${people} people at 30/s, Telegram enforcing it`,
        measured: `${round(share, 3)} of the limit, ${refused} refusals, ${moments.length} sent`,
        aim: "≥ 0.97, no 429",
        met: share >= 0.97 && refused === 0 && moments.length === people,
        figures: { share, refused, sent: moments.length, seconds },
      },
    ];
  },
};

const bulkSpeed: Benchmark = {
  name: "bulk-speed",
  async run(context) {
    const people = context.quick ? 5_000 : 50_000;
    context.say(`bulk speed: ${people} recipients, no limit`);
    const office = await open(context, people, { rate: 0, isLimited: false });
    await administer(office.url, `${deliveriesSql(people, "bulk")}; ANALYZE "Delivery"; ${wakeSql}`);
    // What the code and its caches take is no growth.
    const warm = Math.ceil(people / 5);
    await office.letterbox.hears(warm, 60_000);
    const before = residentMegabytes(office.pid);
    await office.letterbox.hears(people, 300_000);
    const growth = residentMegabytes(office.pid) - before;
    await office.close();
    const moments = [...office.letterbox.arrivals.values()].flat().sort((a, b) => a - b);
    const perSecond = ((moments.length - 1) * 1_000) / ((moments.at(-1) ?? 0) - (moments[0] ?? 0));
    return [
      {
        what: `bulk to ${people} people, limit lifted`,
        measured: `${round(perSecond)} messages/s; memory grew by ${round(growth)} MB over the last ${people - warm}`,
        aim: "≥ 1,000/s, < 50 MB",
        met: perSecond >= 1_000 && growth < 50 && moments.length === people,
        figures: { perSecond, growthMb: growth, sent: moments.length },
      },
    ];
  },
};

export const reminders: Benchmark = {
  name: "reminders",
  async run(context) {
    const people = context.quick ? 1_000 : 10_000;
    const every = context.quick ? 10 : 6;
    context.say(`reminders: ${people} due over ${(people * every) / 1_000} s`);
    const office = await open(context, people, { rate: 0, isLimited: false });
    await administer(
      office.url,
      `${deliveriesSql(people, "normal", { ahead: 5, every })}; ANALYZE "Delivery"; ${wakeSql}`,
    );
    await office.letterbox.hears(people, people * every + 30_000);
    await office.close();
    const { rows } = await administer(office.url, `SELECT "payload"->>'number' AS "number", "dueAt" FROM "Delivery"`);
    const late = (rows as { number: string; dueAt: Date }[]).map(
      ({ number, dueAt }) => (office.letterbox.arrivals.get(Number(number))?.[0] ?? Number.NaN) - dueAt.getTime(),
    );
    const [p50, p99] = [quantile(late, 0.5), quantile(late, 0.99)];
    return [
      {
        what: `${people} reminders due over ${(people * every) / 1_000} s`,
        measured: `late by ${round(p50)} ms, p99 ${round(p99)} ms; ${office.letterbox.count} sent`,
        aim: "p99 ≤ 300 ms",
        met: p99 <= 300 && office.letterbox.count === people,
        figures: { p50, p99, sent: office.letterbox.count },
      },
    ];
  },
};

/** The rows that are about delivery. */
export const deliveryBenchmarks: readonly Benchmark[] = [bulkPace, bulkSpeed, announcementFanOut, reminders];
