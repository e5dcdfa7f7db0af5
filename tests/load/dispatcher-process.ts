/**
 * A dispatcher and a runner of announcements and nothing else, for benchmarks and crash runs: it writes "note <n>" from
 * the payload's number, and announcements; these a hundred people at a time. It says "ready" when it runs. Reads DATABASE_URL,
 * RATE (0 lifts the limits), and for each door that it sends by TELEGRAM_API_ROOT and BOT_TOKEN, MAX_API_ROOT and MAX_BOT_TOKEN.
 */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { renderers as announcements } from "../../bot/announcements/renderers.ts";
import { startAnnouncements } from "../../bot/announcements/sending/runner.ts";
import { openDatabase } from "../../bot/database/database.ts";
import { listen } from "../../bot/database/listen.ts";
import { environmentOf } from "../../bot/database/server/server-account.ts";
import { Dispatcher, parallelismFor } from "../../bot/delivery/dispatcher.ts";
import { earsOf } from "../../bot/delivery/ears.ts";
import type { Exit } from "../../bot/delivery/sending/exits.ts";
import { Pace } from "../../bot/delivery/sending/rate-limiter.ts";
import { Gate, maxRates } from "../../bot/doors/max/client/gate.ts";
import { MaxClient } from "../../bot/doors/max/client/max-client.ts";
import { MaxFiles } from "../../bot/doors/max/sending/files-store.ts";
import { maxMessenger } from "../../bot/doors/max/sending/messenger.ts";
import { createClientOptions } from "../../bot/doors/telegram/client/client.ts";
import { telegramMessenger } from "../../bot/doors/telegram/sending/messenger.ts";
import { createLog } from "../../bot/log.ts";
import { systemClock } from "../../bot/schedule/clock.ts";
import { escapeHtml } from "../../bot/words/html.ts";
import type { Max } from "../../playground/max/max.ts";
import type { Telegram } from "../../playground/telegram.ts";
import { words } from "../support/words.ts";
import { asNpmStart } from "./bot-process.ts";

export interface DispatcherProcess {
  readonly pid: number;
  /** `kill -9`. */
  kill(): Promise<void>;
  /** SIGTERM. */
  stop(): Promise<void>;
}

/** Starts a dispatcher by these doors as a process of its own; `rate` in messages a second at each, 0 without limits. */
export async function startDispatcher(
  databaseUrl: string,
  { telegram, max }: { telegram?: Telegram; max?: Max },
  rate: number,
): Promise<DispatcherProcess> {
  const env = {
    ...environmentOf(process.env),
    DATABASE_URL: databaseUrl,
    RATE: String(rate),
    ...(telegram && { TELEGRAM_API_ROOT: telegram.apiRoot, BOT_TOKEN: telegram.token }),
    ...(max && { MAX_API_ROOT: max.apiRoot, MAX_BOT_TOKEN: max.token }),
  };
  const child = fork(fileURLToPath(import.meta.url), {
    env,
    execArgv: asNpmStart,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  void exited.then(() => process.off("exit", end));
  await new Promise((ready, failed) => {
    child.once("message", ready);
    child.once("exit", () => failed(new Error("the dispatcher ended before it was ready")));
  });
  const signal = async (name: Parameters<ChildProcess["kill"]>[0]) => {
    child.kill(name);
    await exited;
  };
  return { pid: child.pid ?? 0, kill: () => signal("SIGKILL"), stop: () => signal("SIGTERM") };
}

if (import.meta.main) {
  const { DATABASE_URL: url = "", TELEGRAM_API_ROOT: apiRoot, BOT_TOKEN: token, RATE = "30" } = process.env;
  const { MAX_API_ROOT: maxRoot, MAX_BOT_TOKEN: maxToken } = process.env;
  const isLifted = RATE === "0";
  const perSecond = isLifted ? Number.POSITIVE_INFINITY : Number(RATE);
  const exitOfTelegram = (settings: { apiRoot: string; token: string }): Exit => {
    const options = createClientOptions(settings.apiRoot, undefined, { waitsOut429: false, patience: () => 5_000 });
    return { messenger: telegramMessenger(settings.token, options, 1), pace: new Pace({ perSecond }) };
  };
  const exitOfMax = (settings: { apiRoot: string; token: string }): Exit => {
    const gate = new Gate({ perSecond, perDialog: isLifted ? perSecond : maxRates.perDialog });
    const client = new MaxClient({ ...settings, gate, patience: 5_000 });
    const foreign = async () => ({ kind: "gone" as const });
    const files = new MaxFiles({ client, database, foreign, now: () => systemClock.now() });
    return { messenger: maxMessenger(client, files), pace: gate.pace };
  };
  const database = openDatabase(url);
  const log = createLog("silent", false);
  const dispatcher = new Dispatcher({
    database,
    exits: {
      ...(apiRoot && token && { telegram: exitOfTelegram({ apiRoot, token }) }),
      ...(maxRoot && maxToken && { max: exitOfMax({ apiRoot: maxRoot, token: maxToken }) }),
    },
    renderers: {
      ...announcements({ database, words }),
      note: async ({ payload }) => ({
        kind: "message",
        text: escapeHtml(`note ${(payload as { number: number }).number}`),
        keyboard: [],
      }),
    },
    parallelism: isLifted ? 50 : parallelismFor(Number(RATE)),
    words,
    timeZone: "Europe/Moscow",
    clock: systemClock,
    log,
    onSettled: () => {},
  });
  dispatcher.start();
  const city = { timeZone: "Europe/Moscow", language: "ru" as const };
  const runner = startAnnouncements({ database, clock: systemClock, log, city, batchSize: 100 });
  const outbox = listen(url, earsOf(dispatcher, runner));
  process.once("SIGTERM", async () => {
    await outbox.stop();
    await runner.stop();
    await dispatcher.stop();
    await database.$disconnect();
    process.exit(0);
  });
  process.send?.("ready");
}
