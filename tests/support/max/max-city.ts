import { afterAll, beforeAll } from "vitest";
import { moveAnnouncementsOn } from "../../../bot/announcements/sending/runner.ts";
import type { Services } from "../../../bot/context.ts";
import { Dispatcher } from "../../../bot/delivery/dispatcher.ts";
import { door } from "../../../bot/doors/max/door.ts";
import { Receipts } from "../../../bot/doors/telegram/intake/receipt-store.ts";
import { RunningImports } from "../../../bot/feeds/preview/running.ts";
import { createLog } from "../../../bot/log.ts";
import { allRenderers } from "../../../bot/renderers.ts";
import type { Max } from "../../../playground/max/max.ts";
import { words } from "../city.ts";
import { testDatabase } from "../database.ts";
import { evening } from "../evening.ts";
import { stoppedClock } from "../telegram.ts";
import { type MaxSide, startMaxSide } from "./max-side.ts";

export interface MaxCity {
  max: Max;
  services: Services;
  clock: ReturnType<typeof stoppedClock>;
  /** Sends everything that is due by the clock, and resolves when MAX has it and the outbox knows. */
  deliver(): Promise<void>;
}

/** The whole bot as `openCity` has it, with MAX for its only door, spoken to through the playground's MAX by polling. */
export function openMaxCity({ plant = true, publicUrl }: { plant?: boolean; publicUrl?: string } = {}): MaxCity {
  const { now, timeZone } = evening;
  const city = {} as MaxCity;
  let side: MaxSide | undefined;

  beforeAll(async () => {
    const clock = stoppedClock(now.toISOString());
    const { database } = await testDatabase(undefined, plant ? "city" : "empty");
    side = await startMaxSide(clock);
    const services: Services = {
      database,
      words,
      clock,
      log: createLog("silent", false),
      city: { timeZone, language: "ru" },
      publicUrl,
      botUsername: side.username,
      imports: new RunningImports(),
    };
    const opened = await side.open(services, new Receipts(database), async () => ({ kind: "gone" }));
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
      max: side.max,
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
    await side?.stop();
    side?.check();
  });
  return city;
}
