import { migrate } from "../../../../bot/database/migrate.ts";
import { freePort } from "../../../../bot/database/server/free-port.ts";
import { systemClock } from "../../../../bot/schedule/clock.ts";
import { type Max, startMax } from "../../../../playground/max/max.ts";
import { administer } from "../../../support/administer.ts";
import { startBot, startScript } from "../../bot-process.ts";
import { cpuOf } from "../../cpu.ts";
import { createDatabase } from "../../demo-database.ts";
import { startDispatcher } from "../../dispatcher-process.ts";
import { MaxLetterbox, maxPeopleSql } from "../../max-outbox.ts";
import { deliveriesSql, wakeSql } from "../../outbox.ts";
import { type BenchContext, type Benchmark, type Row, round } from "../benchmark.ts";
import type { BareOptions } from "./max-bare-bot.ts";
import { MaxWalk } from "./max-walk.ts";

interface Measured {
  perSecond: number;
  /** CPU milliseconds an update of the bot's process. */
  cpu: number;
  calls: number;
}

/** Requests a second that MAX takes of a bot, for everything. */
const limit = 30;

/** People who press at once; the walk has more, so that nobody does two things at once. */
const lanes = 20;

/** Ishek by webhook at a MAX of its own in this process. */
async function startIshek(databaseUrl: string, zone: string) {
  const max = await startMax({ clock: systemClock });
  const port = await freePort();
  const bot = await startBot({
    MAX_BOT_TOKEN: max.token,
    MAX_API_ROOT: max.apiRoot,
    MAX_WEBHOOK_URL: `http://127.0.0.1:${port}/max/updates`,
    MAX_WEBHOOK_SECRET: "a-secret-of-the-benchmarks",
    DATABASE_URL: databaseUrl,
    CITY_TIME_ZONE: zone,
    PORT: String(port),
  });
  const stop = async () => {
    await bot.stop();
    await max.close();
  };
  return { max, pid: bot.pid, stop };
}

/** One person's walk, kept as what the bare bot has to ask of MAX. */
async function recordRequests(max: Max): Promise<BareOptions["requests"]> {
  const requests: BareOptions["requests"] = {};
  const scout = new MaxWalk(max, 1);
  let from = max.calls.length;
  let data = "";
  const keep = () => {
    const made = max.calls.slice(from);
    requests[data] = made.flatMap(({ method, name, query, body }) =>
      (method === "POST" || method === "PUT") && name.endsWith(method === "POST" ? "s" : "messages")
        ? [{ method, path: name.slice(name.indexOf("/")), query: general(query), body }]
        : [],
    );
    from = max.calls.length;
  };
  scout.onTap = (next) => {
    keep();
    data = next;
  };
  await scout.rounds(1, 1);
  keep();
  return requests;
}

const general = (query: Readonly<Record<string, string>>): Record<string, string> => ({
  ...query,
  ...(query["user_id"] && { user_id: "{person}" }),
  ...(query["callback_id"] && { callback_id: "{callback}" }),
});

async function startBare(requests: BareOptions["requests"]) {
  const max = await startMax({ clock: systemClock, limits: "lifted" });
  const port = await freePort();
  const options: BareOptions = { token: max.token, apiRoot: max.apiRoot, port, requests };
  const child = startScript("tests/load/bench/max/max-bare-bot.ts", { BARE: JSON.stringify(options) });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once("data", () => resolve());
    child.once("exit", () => reject(new Error("the bare bot ended before it was ready")));
  });
  const headers = { authorization: max.token, "content-type": "application/json" };
  const body = JSON.stringify({ url: `http://127.0.0.1:${port}/` });
  await fetch(`${max.apiRoot}/subscriptions`, { method: "POST", headers, body });
  const stop = async () => {
    child.kill();
    await max.close();
  };
  return { max, pid: child.pid ?? 0, stop };
}

async function measure({ max, pid }: { max: Max; pid: number }, quick: boolean): Promise<Measured> {
  const walk = new MaxWalk(max, quick ? 60 : 300);
  await walk.rounds(1, lanes);
  const before = { cpu: cpuOf(pid), calls: max.callCount };
  const { updates, seconds } = await walk.rounds(2, lanes);
  return {
    perSecond: updates / seconds,
    cpu: ((cpuOf(pid) - before.cpu) / updates) * 1_000,
    calls: (max.callCount - before.calls) / updates,
  };
}

async function measureUpdates(context: BenchContext): Promise<Row> {
  const { quick, say } = context;
  const size = quick ? { events: 10_000, people: 10_000 } : { events: 100_000, people: 100_000 };
  const { url, zone } = await context.city(size);
  say("MAX: updates, Ishek");
  const ishek = await startIshek(url, zone);
  const requests = await recordRequests(ishek.max);
  const ours = await measure(ishek, quick);
  const { throttled, violations } = ishek.max;
  await ishek.stop();
  say("MAX: updates, a bare bot");
  const bare = await startBare(requests);
  const theirs = await measure(bare, quick);
  await bare.stop();
  // MAX's limit is the narrowest place by far: what counts is how much of it is used, and what an update costs.
  const share = (ours.perSecond * ours.calls) / limit;
  return {
    what: `updates at MAX, webhook, ${size.events} events, ${size.people} people, MAX enforcing 30/s`,
    measured: `${round(ours.perSecond, 1)}/s with ${round(ours.calls, 2)} requests each: ${round(share, 3)} of the limit, ${throttled} refusals; ${round(ours.cpu, 1)} ms of CPU an update, a bare bot with the same requests ${round(theirs.cpu, 1)} (${round(theirs.perSecond)}/s without a limit)`,
    aim: "≥ 0.9 of the limit, no 429",
    met: share >= 0.9 && throttled === 0 && violations.length === 0,
    figures: {
      perSecond: round(ours.perSecond, 1),
      share: round(share, 3),
      refused: throttled,
      callsPerUpdate: round(ours.calls, 2),
      bareCallsPerUpdate: round(theirs.calls, 2),
      cpuMs: round(ours.cpu, 3),
      bareCpuMs: round(theirs.cpu, 3),
      barePerSecond: round(theirs.perSecond, 1),
    },
  };
}

/** Bulk to so many people at MAX's own limit, which MAX enforces. */
async function measurePace({ server, quick, say }: BenchContext): Promise<Row> {
  const people = quick ? 300 : 3_000;
  say(`MAX: bulk pace, ${people} recipients at 30 a second`);
  const url = await createDatabase(server.url);
  await migrate(url);
  await administer(url, `${maxPeopleSql(people)}; ANALYZE "Person", "Address"`);
  const max = await startMax({ clock: systemClock });
  const letterbox = new MaxLetterbox(max, people);
  const dispatcher = await startDispatcher(url, { max }, 30);
  await administer(url, `${deliveriesSql(people, "bulk")}; ANALYZE "Delivery"; ${wakeSql}`);
  await letterbox.hears(people, people * 50 + 10_000);
  await dispatcher.stop();
  await max.close();
  const moments = [...letterbox.arrivals.values()].flat().sort((a, b) => a - b);
  const seconds = ((moments.at(-1) ?? 0) - (moments[0] ?? 0)) / 1_000;
  const share = (moments.length - 1) / seconds / 30;
  return {
    what: `bulk to ${people} people at MAX at 30/s, MAX enforcing it`,
    measured: `${round(share, 3)} of the limit, ${max.throttled} refusals, ${moments.length} sent`,
    aim: "≥ 0.97, no 429",
    met: share >= 0.97 && max.throttled === 0 && moments.length === people,
    figures: { share, refused: max.throttled, sent: moments.length, seconds },
  };
}

export const max: Benchmark = {
  name: "max",
  run: async (context) => [await measureUpdates(context), await measurePace(context)],
};
