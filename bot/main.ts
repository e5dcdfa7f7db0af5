import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { z } from "zod";
import { createBot, redraws } from "../flows/bot.ts";
import { ProgressBoard } from "./announcements/progress/progress-message.ts";
import { startAnnouncements } from "./announcements/sending/runner.ts";
import { type Config, readConfig } from "./config/config.ts";
import type { City, Services } from "./context.ts";
import { listen } from "./database/listen.ts";
import { startDatabase } from "./database/server/start.ts";
import { Dispatcher, parallelismFor } from "./delivery/dispatcher.ts";
import { earsOf } from "./delivery/ears.ts";
import { door as maxName } from "./doors/max/door.ts";
import { readArrival } from "./doors/max/intake/arrivals.ts";
import { connectMaxDoor } from "./doors/max/open-door.ts";
import type { ConnectedDoor, OpenedDoor } from "./doors/opened-door.ts";
import { door as telegram } from "./doors/telegram/door.ts";
import { Receipts } from "./doors/telegram/intake/receipt-store.ts";
import { connectTelegram } from "./doors/telegram/open-door.ts";
import { startStaffGroups } from "./doors/telegram/sending/staff-group-poster.ts";
import { explain, explainBug } from "./explain.ts";
import { RunningImports } from "./feeds/preview/running.ts";
import { createLog, type Logger } from "./log.ts";
import { Metrics } from "./metrics.ts";
import { openBulkPace } from "./operation/bulk-pace-metric.ts";
import { addStateMetrics } from "./operation/state-metrics.ts";
import { toldOfDatabase } from "./operation/told-of-database.ts";
import { learnIdle } from "./programme/search/lexicon/lexicon.ts";
import { allRenderers } from "./renderers.ts";
import { Readings } from "./reports/counting/card-views.ts";
import { systemClock } from "./schedule/clock.ts";
import { startTimedJobs } from "./schedule/timed-jobs.ts";
import { secretsIn, withoutSecrets } from "./secrets.ts";
import { Shutdown } from "./shutdown.ts";
import { syncOwners } from "./staff/owner-store.ts";
import { allTimedJobs } from "./timed.ts";
import { calendarFeed } from "./web/calendar-feed.ts";
import { certificatePage } from "./web/certificate-page.ts";
import { eventFile } from "./web/event-file.ts";
import { maxWebhook } from "./web/max-webhook.ts";
import { openPage } from "./web/open-page.ts";
import { posters } from "./web/posters.ts";
import { startMetrics, startWeb } from "./web/server.ts";
import { telegramWebhook } from "./web/telegram-webhook.ts";
import { watch } from "./web/watch.ts";
import { zoomWebhook } from "./web/zoom-webhook.ts";
import { loadWords } from "./words/messages/translator.ts";
import { startZoom } from "./zoom/start.ts";

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")));

/** Wires the program, in the order in which its parts need each other; each says how it stops as soon as it runs. */
async function start(config: Config, log: Logger, shutdown: Shutdown): Promise<void> {
  const words = loadWords(fileURLToPath(new URL("../locales", import.meta.url)), config.city.texts);
  learnIdle(config.city.said);
  const metrics = new Metrics();
  metrics.build(version);

  const { database, url, applied, stop } = await startDatabase(config, toldOfDatabase(metrics, log));
  shutdown.add("database", stop);
  addStateMetrics(metrics, { database, clock: systemClock });
  if (applied.length > 0) log.info({ migrations: applied }, "database migrated");

  // Without a token there is no messenger to speak to: the playground is both, in a browser.
  const playground =
    config.token === undefined && config.max === undefined
      ? await (await import("../playground/start.ts")).startPlayground(database, systemClock, {
          timeZone: config.timeZone,
          onPlant: () => log.info("planting the demo city"),
        })
      : undefined;
  if (playground) shutdown.add("playground", playground.stop);
  const token = playground?.token ?? config.token;
  const apiRoot = playground?.apiRoot ?? config.apiRoot;
  const max = playground?.max ?? config.max;

  const owners = [...config.owners, ...(playground?.owners ?? [])];
  await syncOwners(database, { owners, language: config.city.languages[0], now: systemClock.now() });

  const waiting = { log, signal: shutdown.signal };
  const { intake, zoom, proxy, bulkRate } = config;
  const connected: ConnectedDoor[] = [];
  if (token !== undefined)
    connected.push(await connectTelegram({ token, apiRoot, intake, proxy, bulkRate }, metrics, waiting));
  if (max !== undefined) connected.push(await connectMaxDoor(max, metrics, waiting));
  // The first door is the one that pages lead to.
  const botUsername = connected[0]?.username ?? "";
  const city: City = {
    timeZone: config.timeZone,
    language: config.city.languages[0],
    offer: config.city,
    secondAdminFrom: config.secondAdminFrom,
    certificateAttendance: config.certificateAttendance,
    officeHours: config.officeHours,
    ...(config.operator !== undefined && { operator: config.operator }),
  };
  const readings = new Readings({ database, log, city });
  const imports = new RunningImports({ signal: shutdown.signal });
  const services: Services = {
    database,
    words,
    log,
    clock: systemClock,
    city,
    publicUrl: config.publicUrl,
    // The posters of the demo city lie in the playground, which has no public address.
    ...(playground && { posterBase: `http://127.0.0.1:${config.port}` }),
    hasZoom: config.zoom.accounts.length > 0,
    botUsername,
    botNames: Object.fromEntries(connected.map(({ name, username }) => [name, username])),
    readings,
    imports,
    feedWays: { proxies: config.feedProxies },
  };
  readings.start();
  shutdown.add("opened cards", () => readings.stop());
  const receipts = new Receipts(database);
  const opened: OpenedDoor[] = connected.map((door) =>
    door.open({
      services,
      receipts,
      metrics,
      createBot: (parts) => createBot(services, parts),
      redraws,
      burst: config.personBurst,
      // An id says by itself which door it is of; the others do not know it.
      foreign: async (fileId) => {
        const found = await Promise.all(opened.map(({ download }) => download(fileId)));
        return found.find(({ kind }) => kind === "file") ?? found[0] ?? { kind: "gone" };
      },
      signal: shutdown.signal,
    }),
  );
  for (const { name, handler } of opened) shutdown.add(`updates in hand (${name})`, () => handler.stop());
  shutdown.add("imports", () => imports.idle());

  const timed = allTimedJobs(services, { receipts, signal: shutdown.signal, opened, metrics });
  const jobs = startTimedJobs(timed, { database, timeZone: config.timeZone, log, onRun: metrics.job.bind(metrics) });
  shutdown.add("timed jobs", jobs.stop);

  shutdown.add("staff groups", startStaffGroups({ ...services, opened }, url).stop);

  const telegramDoor = opened.find(({ name }) => name === telegram);
  const maxDoor = opened.find(({ name }) => name === maxName);
  let takesUpdates = false;
  const web = await startWeb({
    port: config.port,
    host: config.listening.host,
    metrics: config.listening.metrics ? undefined : metrics,
    isReady: async () =>
      takesUpdates &&
      (await database.$queryRaw`SELECT 1`.then(
        () => true,
        () => false,
      )),
    routes: [
      calendarFeed(services, botUsername),
      ...(telegramDoor && token ? [posters({ token, download: telegramDoor.download, clock: systemClock, log })] : []),
      certificatePage(services),
      eventFile(services),
      watch(services),
      ...(connected.length > 1 ? [openPage(services)] : []),
      ...(telegramDoor && intake.mode === "webhook"
        ? [telegramWebhook(intake.path, intake.secret, telegramDoor.handler.handle)]
        : []),
      ...(maxDoor && max?.intake.mode === "webhook"
        ? [
            maxWebhook(max.intake.path, {
              secret: max.intake.secret,
              read: (value) => readArrival(value, { token: max.token, database }),
              handle: maxDoor.handler.handle,
            }),
          ]
        : []),
      ...(zoom.webhookSecrets.length > 0 ? [zoomWebhook(services, zoom.webhookSecrets)] : []),
      ...(playground ? [playground.page] : []),
    ],
  });
  shutdown.add("web", web.stop);
  const metricsWeb = config.listening.metrics && (await startMetrics(metrics, config.listening.metrics));
  if (metricsWeb) shutdown.add("metrics", metricsWeb.stop);

  for (const { name, begin } of opened) shutdown.add(`updates (${name})`, await begin());
  takesUpdates = true;

  const inHand = () => opened.map(({ handler }) => handler.inHand.account);
  const dispatcher = new Dispatcher({
    ...services,
    timeZone: config.timeZone,
    exits: Object.fromEntries(opened.map(({ name, exit }) => [name, exit])),
    renderers: allRenderers(services),
    parallelism: parallelismFor(config.bulkRate),
    bulk: openBulkPace(config, { database, metrics, inHand }),
    onSettled: (lane, outcome, secondsLate) => metrics.delivery(lane, outcome, secondsLate),
    onQueue: (depths) => metrics.queue(depths),
  });
  dispatcher.start();
  shutdown.add("dispatcher", () => dispatcher.stop());
  const board = new ProgressBoard(services, Object.fromEntries(opened.map(({ name, display }) => [name, display])));
  const announcements = startAnnouncements({ ...services, board });
  shutdown.add("announcements", announcements.stop);
  const outbox = listen(url, earsOf(dispatcher, announcements));
  shutdown.add("outbox notifications", outbox.stop);

  if (zoom.accounts.length > 0) {
    const tasks = startZoom({ ...zoom, services, url, onCall: (call) => metrics.zoomCall(call) });
    shutdown.add("zoom", tasks.stop);
  }

  const told = { ...(metricsWeb && { metricsPort: metricsWeb.port }), port: web.port };
  log.info({ bot: botUsername, doors: opened.map(({ name }) => name), mode: intake.mode, ...told }, "ready");
  if (playground) console.log(`\n  Ishek is open: http://localhost:${web.port}\n`);
  for (const { introduce } of opened) await introduce();
  // Small steps of the heap (scripts/start.mjs) are for what the start leaves behind; under load they cost half of the CPU.
  setFlagsFromString("--no-memory-saver-mode");
}

let config: Config | undefined;
let log: Logger | undefined;
let shutdown: Shutdown | undefined;

/** Ends the program by an error. Node.js itself would print all that hangs on it, such as the payload of a call. */
async function fail(error: unknown): Promise<void> {
  const ports = { PORT: config?.port, METRICS_PORT: config?.listening.metrics?.port };
  const sentence = explain(error, ports);
  if (sentence === undefined) log?.fatal({ error }, "a fault of the program");
  console.error(withoutSecrets(sentence ?? explainBug(error), secretsIn(process.env)));
  await shutdown?.run(1);
  process.exit(1);
}

try {
  config = readConfig(process.env);
  const isReadable = config.logFormat === undefined ? process.stdout.isTTY : config.logFormat === "pretty";
  log = createLog(config.logLevel, isReadable, secretsIn(process.env));
  shutdown = new Shutdown(log);
  shutdown.on("SIGTERM", "SIGINT");
  process.on("uncaughtException", (error) => void fail(error));
  await start(config, log, shutdown);
} catch (error) {
  if (!shutdown?.signal.aborted) await fail(error);
}
