import { freePort } from "../../../bot/database/server/free-port.ts";
import { systemClock } from "../../../bot/schedule/clock.ts";
import type { Call } from "../../../playground/api/calls.ts";
import { startTelegram, type Telegram } from "../../../playground/telegram.ts";
import { type BotProcess, type Environment, startBot, startScript } from "../bot-process.ts";
import { cpuOf, cpuOfChildren } from "../cpu.ts";
import { quantile } from "../quantile.ts";
import { type BenchContext, type Benchmark, type Row, round } from "./benchmark.ts";
import type { StatelessOptions } from "./stateless-bot.ts";
import { type Pace, Walk } from "./walk.ts";

const secret = "a-secret-of-the-benchmarks";

interface Measured {
  perSecond: number;
  /** CPU milliseconds an update of the bot's process. */
  cpu: number;
  /** CPU milliseconds an update of PostgreSQL's backends. */
  databaseCpu: number;
  calls: number;
  half: Pace;
}

export interface Subject {
  telegram: Telegram;
  pid: number;
  stop(): Promise<void>;
}

interface SubjectOptions {
  limits: "lifted" | "enforced";
  env?: Environment;
  /** Default 1. */
  instances?: number;
}

/**
 * Ishek by webhook on a database, with a Telegram of its own in this process; `env` goes to the bot besides. Of several instances
 * the first dispatches, and updates come to the last one, which is the subject.
 */
export async function startSubject(
  databaseUrl: string,
  zone: string,
  { limits, env = {}, instances = 1 }: SubjectOptions = { limits: "lifted" },
): Promise<Subject & { bot: BotProcess }> {
  const telegram = await openTelegram(limits);
  const start = async () => {
    const port = await freePort();
    return startBot({
      BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      DATABASE_URL: databaseUrl,
      CITY_TIME_ZONE: zone,
      MODE: "webhook",
      PORT: String(port),
      WEBHOOK_URL: `http://127.0.0.1:${port}/telegram/updates`,
      WEBHOOK_SECRET: secret,
      ...env,
    });
  };
  const others: BotProcess[] = [];
  for (let instance = 1; instance < instances; instance += 1) others.push(await start());
  const bot = await start();
  const stop = async () => {
    await Promise.all([bot, ...others].map((each) => each.stop()));
    await telegram.close();
  };
  return { telegram, pid: bot.pid, bot, stop };
}

const openTelegram = (limits: "lifted" | "enforced") =>
  startTelegram({
    clock: systemClock,
    ...(limits === "lifted" ? { limits } : {}),
    keepMessages: 4,
    keepCalls: 100,
  });

async function startStateless(screens: StatelessOptions["screens"]): Promise<Subject> {
  const telegram = await openTelegram("lifted");
  const { token, apiRoot, bot: botInfo } = telegram;
  const options: StatelessOptions = { token, apiRoot, port: await freePort(), secret, botInfo, screens };
  const child = startScript("tests/load/bench/stateless-bot.ts", { STATELESS: JSON.stringify(options) });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once("data", () => resolve());
    child.once("exit", () => reject(new Error("the stateless bot ended before it was ready")));
  });
  const stop = async () => {
    child.kill();
    await telegram.close();
  };
  return { telegram, pid: child.pid ?? 0, stop };
}

/** One person's walk through Ishek, kept as what the other bot has to say. */
async function recordScreens({ telegram }: Subject): Promise<StatelessOptions["screens"]> {
  const screens: StatelessOptions["screens"] = {};
  let data = "";
  const unsubscribe = telegram.subscribe((change) => {
    if (change.kind === "call") keep(change.call);
  });
  function keep({ method, payload }: Call): void {
    if (method !== "sendMessage" && method !== "editMessageText") return;
    const { text, chat_id: _, message_id: __, ...other } = payload;
    screens[data] = { text: String(text), other };
  }
  const scout = new Walk(telegram, 1);
  scout.onTap = (tapped) => {
    data = tapped;
  };
  await scout.rounds(1, 1);
  unsubscribe();
  return screens;
}

async function measure(subject: Subject, context: BenchContext): Promise<Measured> {
  const { server, quick } = context;
  const walk = new Walk(subject.telegram, quick ? 100 : 1_000);
  await walk.rounds(1, 40);
  let calls = 0;
  subject.telegram.subscribe((change) => {
    if (change.kind === "call") calls += 1;
  });
  const before = { own: cpuOf(subject.pid), database: cpuOfChildren(server.pid) };
  const full = await walk.rounds(quick ? 2 : 3, 40);
  const own = cpuOf(subject.pid) - before.own;
  const database = cpuOfChildren(server.pid) - before.database;
  const perSecond = full.updates / full.seconds;
  const callsPerUpdate = calls / full.updates;
  const half = await walk.steadily(perSecond / 2, quick ? 4 : 15);
  return {
    perSecond,
    cpu: (own / full.updates) * 1_000,
    databaseCpu: (database / full.updates) * 1_000,
    calls: callsPerUpdate,
    half,
  };
}

export const updates: Benchmark = {
  name: "updates",
  async run(context) {
    const { quick, say } = context;
    const size = quick ? { events: 10_000, people: 10_000 } : { events: 100_000, people: 100_000 };
    const { url, zone } = await context.city(size);
    say("updates: Ishek");
    const ishek = await startSubject(url, zone);
    const screens = await recordScreens(ishek);
    const ours = await measure(ishek, context);
    await ishek.stop();
    say("updates: a bot without state");
    const stateless = await startStateless(screens);
    const theirs = await measure(stateless, context);
    await stateless.stop();
    return [row(ours, theirs, size), latency("half load", ours), latency("half load, the bot without state", theirs)];
  },
};

function row(ours: Measured, theirs: Measured, size: { events: number; people: number }): Row {
  const ratio = ours.perSecond / theirs.perSecond;
  return {
    what: `updates, webhook, ${size.events} events, ${size.people} people`,
    measured: `${round(ours.perSecond)}/s, a bot without state ${round(theirs.perSecond)}/s: ${round(ratio, 2)}`,
    aim: "≥ 0.5",
    met: ratio >= 0.5,
    figures: {
      perSecond: round(ours.perSecond, 1),
      statelessPerSecond: round(theirs.perSecond, 1),
      ratio: round(ratio, 3),
      callsPerUpdate: round(ours.calls, 2),
      statelessCallsPerUpdate: round(theirs.calls, 2),
      cpuMs: round(ours.cpu, 3),
      postgresCpuMs: round(ours.databaseCpu, 3),
      statelessCpuMs: round(theirs.cpu, 3),
    },
  };
}

function latency(what: string, { perSecond, half }: Measured): Row {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => round(quantile(half.waits, share), 1));
  const ours = what === "half load";
  return {
    what: `answered at ${what} (${round(perSecond / 2)}/s)`,
    measured: `p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms`,
    ...(ours && p99 !== undefined ? { aim: "p99 ≤ 100 ms", met: p99 <= 100 } : {}),
    figures: { p50: p50 ?? Number.NaN, p95: p95 ?? Number.NaN, p99: p99 ?? Number.NaN },
  };
}
