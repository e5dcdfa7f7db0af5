import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { createBot, redraws } from "../flows/bot.ts";
import { ProgressBoard } from "./announcements/progress/progress-message.ts";
import { startAnnouncements } from "./announcements/sending/runner.ts";
import { attendanceJob } from "./classes/attendance/attendance-job.ts";
import { certificatesJob } from "./classes/certificates/certificates-job.ts";
import { offersJob } from "./classes/enrolments/offers/offers-job.ts";
import { lessonsJob } from "./classes/lessons/messages/lessons-job.ts";
import { type Config, readConfig } from "./config.ts";
import type { City, Services } from "./context.ts";
import { listen } from "./database/listen.ts";
import { startDatabase } from "./database/start.ts";
import { Dispatcher, parallelismFor } from "./delivery/dispatcher.ts";
import { outboxChannel } from "./delivery/outbox-store.ts";
import { Pace } from "./delivery/sending/rate-limiter.ts";
import { digestJob } from "./digests/digest-job.ts";
import { type ClientSettings, createClientOptions } from "./doors/telegram/client/client.ts";
import { connect } from "./doors/telegram/client/connect.ts";
import { downloadFile } from "./doors/telegram/client/files.ts";
import { introduce } from "./doors/telegram/client/set-commands.ts";
import { door as telegram } from "./doors/telegram/door.ts";
import { Inbox } from "./doors/telegram/intake/inbox-store.ts";
import { Polling } from "./doors/telegram/intake/polling.ts";
import { Receipts } from "./doors/telegram/intake/receipt-store.ts";
import { openWebhook, startPolling } from "./doors/telegram/intake/take-updates.ts";
import { createUpdateHandler } from "./doors/telegram/intake/update-handler.ts";
import { telegramDisplay } from "./doors/telegram/sending/live-message.ts";
import { telegramMessenger } from "./doors/telegram/sending/messenger.ts";
import { explain, explainBug } from "./explain.ts";
import { RunningImports } from "./feeds/preview/running.ts";
import { housekeeping } from "./housekeeping.ts";
import { createLog, type Logger } from "./log.ts";
import { Metrics } from "./metrics.ts";
import { allRenderers } from "./renderers.ts";
import { Readings } from "./reports/counting/card-views.ts";
import { systemClock } from "./schedule/clock.ts";
import { startTimedJobs } from "./schedule/timed-jobs.ts";
import { searchIndexJob } from "./search-index-job.ts";
import { secretsIn, withoutSecrets } from "./secrets.ts";
import { Shutdown } from "./shutdown.ts";
import { syncOwners } from "./staff/owner-store.ts";
import { threadsJob } from "./threads/threads-job.ts";
import { calendarFeed } from "./web/calendar-feed.ts";
import { certificatePage } from "./web/certificate-page.ts";
import { posters } from "./web/posters.ts";
import { startMetrics, startWeb } from "./web/server.ts";
import { telegramWebhook } from "./web/telegram-webhook.ts";
import { zoomWebhook } from "./web/zoom-webhook.ts";
import { wishesJob } from "./wishes/wishes-job.ts";
import { loadWords } from "./words/messages/translator.ts";
import { startZoom } from "./zoom/start.ts";

const cityLanguage = "ru";

/** Wires the program, in the order in which its parts need each other; each says how it stops as soon as it runs. */
async function start(config: Config, log: Logger, shutdown: Shutdown): Promise<void> {
  const words = loadWords(fileURLToPath(new URL("../locales", import.meta.url)));
  const metrics = new Metrics();

  const { database, url, applied, stop } = await startDatabase(config);
  shutdown.add("database", stop);
  if (applied.length > 0) log.info({ migrations: applied }, "database migrated");

  // Without a token there is no Telegram to speak to: the playground is one, in a browser.
  const playground =
    config.token === undefined
      ? await (await import("../playground/start.ts")).startPlayground(database, systemClock, config.timeZone)
      : undefined;
  if (playground) shutdown.add("playground", playground.stop);
  const token = playground?.token ?? config.token ?? "";
  const apiRoot = playground?.apiRoot ?? config.apiRoot;
  const clientOf = (settings?: ClientSettings) => createClientOptions(apiRoot, (call) => metrics.call(call), settings);
  const client = clientOf();

  const owners = [...config.owners, ...(playground?.owners ?? [])];
  await syncOwners(database, { owners, language: cityLanguage, now: systemClock.now() });

  const waiting = { log, signal: shutdown.signal };
  const botInfo = await connect(token, client, waiting);
  const city: City = {
    timeZone: config.timeZone,
    language: cityLanguage,
    secondAdminFrom: config.secondAdminFrom,
    certificateAttendance: config.certificateAttendance,
    officeHours: config.officeHours,
  };
  const readings = new Readings({ database, log, city });
  const imports = new RunningImports(shutdown.signal);
  const services: Services = {
    database,
    words,
    log,
    clock: systemClock,
    city,
    publicUrl: config.publicUrl,
    hasZoom: config.zoom.accounts.length > 0,
    botUsername: botInfo.username,
    readings,
    imports,
  };
  readings.start();
  shutdown.add("opened cards", () => readings.stop());
  const receipts = new Receipts(database);
  const bot = createBot(services, { token, botInfo, client });
  const burst = config.personBurst === undefined ? {} : { burst: config.personBurst };
  const handler = createUpdateHandler(bot, { services, receipts, metrics, redraws, ...burst });
  shutdown.add("updates in hand", () => handler.stop());
  shutdown.add("imports", () => imports.idle());

  const timed = [
    housekeeping(services, receipts),
    digestJob(services),
    lessonsJob(services),
    offersJob(services),
    attendanceJob(services),
    certificatesJob(services),
    threadsJob(services),
    wishesJob(services),
    searchIndexJob(services),
  ];
  const jobs = startTimedJobs(timed, { database, timeZone: config.timeZone, log });
  shutdown.add("timed jobs", jobs.stop);

  const { intake, zoom } = config;
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
      calendarFeed(services, botInfo.username),
      posters({ token, download: (fileId) => downloadFile(bot.api, fileId), clock: systemClock, log }),
      certificatePage(services),
      ...(intake.mode === "webhook" ? [telegramWebhook(intake.path, intake.secret, handler.handle)] : []),
      ...(zoom.webhookSecrets.length > 0 ? [zoomWebhook(services, zoom.webhookSecrets)] : []),
      ...(playground ? [playground.page] : []),
    ],
  });
  shutdown.add("web", web.stop);
  const metricsWeb = config.listening.metrics && (await startMetrics(metrics, config.listening.metrics));
  if (metricsWeb) shutdown.add("metrics", metricsWeb.stop);

  if (intake.mode === "webhook") {
    await openWebhook(bot.api, intake, waiting);
  } else {
    const polling = new Polling(bot.api, {
      finish: handler.finish,
      inbox: new Inbox(database),
      clock: systemClock,
      log,
    });
    await startPolling(polling, waiting);
    shutdown.add("polling", () => polling.stop());
  }
  takesUpdates = true;

  const dispatcher = new Dispatcher({
    ...services,
    timeZone: config.timeZone,
    exits: {
      [telegram]: {
        messenger: telegramMessenger(token, clientOf({ waitsOut429: false }), config.bulkRate),
        pace: new Pace({ perSecond: config.bulkRate }),
      },
    },
    renderers: allRenderers(services),
    parallelism: parallelismFor(config.bulkRate),
    onSettled: (lane, outcome, secondsLate) => metrics.delivery(lane, outcome, secondsLate),
    onQueue: (depths) => metrics.queue(depths),
  });
  dispatcher.start();
  shutdown.add("dispatcher", () => dispatcher.stop());
  // An author looks on while it goes: a change that hangs is given up, the next one follows in three seconds.
  const display = clientOf({ waitsOut429: false, patience: () => 5_000 });
  const board = new ProgressBoard(services, { [telegram]: telegramDisplay(token, display) });
  const announcements = startAnnouncements({ ...services, board });
  shutdown.add("announcements", announcements.stop);
  const outbox = listen(url, outboxChannel, () => {
    dispatcher.wake();
    announcements.wake();
  });
  shutdown.add("outbox notifications", outbox.stop);

  if (zoom.accounts.length > 0) {
    const tasks = startZoom({ ...zoom, services, url, onCall: (call) => metrics.zoomCall(call) });
    shutdown.add("zoom", tasks.stop);
  }

  const told = { ...(metricsWeb && { metricsPort: metricsWeb.port }), port: web.port };
  log.info({ bot: botInfo.username, mode: intake.mode, ...told }, "ready");
  if (playground) console.log(`\n  Ishek is open: http://localhost:${web.port}\n`);
  await introduce(bot.api, words, services.city.language, log);
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
  log = createLog(config.logLevel, process.stdout.isTTY, secretsIn(process.env));
  shutdown = new Shutdown(log);
  shutdown.on("SIGTERM", "SIGINT");
  process.on("uncaughtException", (error) => void fail(error));
  await start(config, log, shutdown);
} catch (error) {
  if (!shutdown?.signal.aborted) await fail(error);
}
