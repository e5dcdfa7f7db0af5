import { expect } from "vitest";
import type { Services } from "../../../bot/context.ts";
import { connectMax } from "../../../bot/doors/max/client/connect-max.ts";
import { door } from "../../../bot/doors/max/door.ts";
import { MaxPolling } from "../../../bot/doors/max/intake/max-polling.ts";
import { createMaxClient, type OpenMax, openMax } from "../../../bot/doors/max/open.ts";
import type { DoorDeps } from "../../../bot/doors/opened-door.ts";
import { Inbox } from "../../../bot/doors/telegram/intake/inbox-store.ts";
import type { Receipts } from "../../../bot/doors/telegram/intake/receipt-store.ts";
import { createUpdateHandler } from "../../../bot/doors/telegram/intake/update-handler.ts";
import { createLog } from "../../../bot/log.ts";
import { Metrics } from "../../../bot/metrics.ts";
import { createBot, redraws } from "../../../flows/bot.ts";
import { type Max, startMax } from "../../../playground/max/max.ts";
import type { stoppedClock } from "../telegram.ts";
import { soon } from "../telegram-side.ts";

/** No limits: people in tests press as fast as they like, by a clock that stands still. */
const lifted = { perSecond: Number.POSITIVE_INFINITY, perDialog: Number.POSITIVE_INFINITY };

export interface MaxSide {
  max: Max;
  /** What links into the bot call it. */
  username: string;
  /** Opens the door: the bot takes what people say, by polling. */
  open(services: Services, receipts: Receipts, foreign: DoorDeps["foreign"]): Promise<OpenMax>;
  /** Closes it. */
  stop(): Promise<void>;
  /** Fails where the bot asked for what MAX would not take, or left a button spinning. */
  check(): void;
}

/** Starts the playground's MAX, for a door of the bot that is opened afterwards. */
export async function startMaxSide(clock: ReturnType<typeof stoppedClock>): Promise<MaxSide> {
  const max = await startMax({ clock, limits: "lifted" });
  const log = createLog("silent", false);
  const client = createMaxClient(max, undefined, lifted);
  const botInfo = await connectMax(client, { log, signal: new AbortController().signal });
  const stops: (() => Promise<void>)[] = [];
  return {
    max,
    username: botInfo.username,
    async open(services, receipts, foreign) {
      const { database } = services;
      const opened = openMax({
        services,
        client,
        botInfo,
        foreign,
        createBot: (options) => createBot(services, options),
      });
      const handler = createUpdateHandler(opened.bot, { door, services, receipts, metrics: new Metrics(), redraws });
      const inbox = new Inbox(database, door);
      const polling = new MaxPolling({ client, finish: handler.finish, inbox, database, clock, log, soon });
      await polling.start();
      stops.push(
        () => polling.stop(),
        () => handler.stop(),
      );
      return opened;
    },
    async stop() {
      for (const stop of stops) await stop();
      await max.close();
    },
    check() {
      expect(max.violations).toEqual([]);
      expect(max.unansweredPresses).toEqual([]);
      expect(max.calls.filter(({ status }) => status === 400).map(({ name, body }) => ({ name, body }))).toEqual([]);
    },
  };
}
