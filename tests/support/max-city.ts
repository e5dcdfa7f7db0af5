import { afterAll, beforeAll, expect } from "vitest";
import { moveAnnouncementsOn } from "../../bot/announcements/sending/runner.ts";
import type { Services } from "../../bot/context.ts";
import { Dispatcher } from "../../bot/delivery/dispatcher.ts";
import { connectMax } from "../../bot/doors/max/client/connect-max.ts";
import { door } from "../../bot/doors/max/door.ts";
import { MaxPolling } from "../../bot/doors/max/intake/max-polling.ts";
import { createMaxClient, openMax } from "../../bot/doors/max/open.ts";
import { Inbox } from "../../bot/doors/telegram/intake/inbox-store.ts";
import { Receipts } from "../../bot/doors/telegram/intake/receipt-store.ts";
import { createUpdateHandler } from "../../bot/doors/telegram/intake/update-handler.ts";
import { RunningImports } from "../../bot/feeds/preview/running.ts";
import { createLog } from "../../bot/log.ts";
import { Metrics } from "../../bot/metrics.ts";
import { allRenderers } from "../../bot/renderers.ts";
import { createBot, redraws } from "../../flows/bot.ts";
import { type Max, startMax } from "../../playground/max/max.ts";
import { words } from "./city.ts";
import { testDatabase } from "./database.ts";
import { evening } from "./evening.ts";
import { stoppedClock } from "./telegram.ts";

export interface MaxCity {
  max: Max;
  services: Services;
  clock: ReturnType<typeof stoppedClock>;
  /** Sends everything that is due by the clock, and resolves when MAX has it and the outbox knows. */
  deliver(): Promise<void>;
}

/** Milliseconds: nothing is confirmed before it is done, so whoever has said something may look at the answer. */
const soon = 600_000;

/** No limits: people in tests press as fast as they like, by a clock that stands still. */
const lifted = { perSecond: Number.POSITIVE_INFINITY, perDialog: Number.POSITIVE_INFINITY };

/** The whole bot as `openCity` has it, with MAX for its only door, spoken to through the playground's MAX by polling. */
export function openMaxCity({ plant = true, publicUrl }: { plant?: boolean; publicUrl?: string } = {}): MaxCity {
  const { now, timeZone } = evening;
  const city = {} as MaxCity;
  const stops: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    const clock = stoppedClock(now.toISOString());
    const { database } = await testDatabase(undefined, plant ? "city" : "empty");
    const max = await startMax({ clock, limits: "lifted" });
    const log = createLog("silent", false);
    const client = createMaxClient(max, undefined, lifted);
    const botInfo = await connectMax(client, { log, signal: new AbortController().signal });
    const services: Services = {
      database,
      words,
      clock,
      log,
      city: { timeZone, language: "ru" },
      publicUrl,
      botUsername: botInfo.username,
      imports: new RunningImports(),
    };
    const opened = openMax({
      services,
      client,
      botInfo,
      foreign: async () => ({ kind: "gone" }),
      createBot: (options) => createBot(services, options),
    });
    const receipts = new Receipts(database);
    const handler = createUpdateHandler(opened.bot, { door, services, receipts, metrics: new Metrics(), redraws });
    const polling = new MaxPolling({
      client,
      finish: handler.finish,
      inbox: new Inbox(database, door),
      database,
      clock,
      log,
      soon,
    });
    await polling.start();
    stops.push(() => polling.stop());
    stops.push(() => handler.stop());
    stops.push(() => max.close());
    const dispatcher = new Dispatcher({
      ...services,
      timeZone,
      exits: { [door]: opened.exit },
      renderers: allRenderers(services),
      parallelism: 4,
      ticks: () => clock.now().getTime(),
      onSettled: () => {},
    });
    Object.assign(city, {
      max,
      services,
      clock,
      async deliver() {
        await moveAnnouncementsOn(services);
        await dispatcher.drain();
        await moveAnnouncementsOn(services);
      },
    });
  });

  afterAll(async () => {
    for (const stop of stops) await stop();
    // Whatever a test looked at: the bot may never ask for what MAX would not take, nor leave a button spinning.
    expect(city.max.violations).toEqual([]);
    expect(city.max.unansweredPresses).toEqual([]);
    expect(city.max.calls.filter(({ status }) => status === 400).map(({ name, body }) => ({ name, body }))).toEqual([]);
  });
  return city;
}
