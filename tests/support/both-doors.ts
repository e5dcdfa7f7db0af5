import { afterAll, beforeAll } from "vitest";
import { moveAnnouncementsOn } from "../../bot/announcements/sending/runner.ts";
import type { Services } from "../../bot/context.ts";
import { Dispatcher } from "../../bot/delivery/dispatcher.ts";
import { Receipts } from "../../bot/doors/telegram/intake/receipt-store.ts";
import { RunningImports } from "../../bot/feeds/preview/running.ts";
import { createLog } from "../../bot/log.ts";
import { allRenderers } from "../../bot/renderers.ts";
import type { Max } from "../../playground/max/max.ts";
import { type TestCity, words } from "./city.ts";
import { testDatabase } from "./database.ts";
import { evening } from "./evening.ts";
import { type MaxSide, startMaxSide } from "./max/max-side.ts";
import { stoppedClock } from "./telegram.ts";
import { soon, startTelegramSide, type TelegramSide } from "./telegram-side.ts";

export type BothDoors = TestCity & { max: Max };

/** The whole bot as `openCity` has it, with both doors open: one database, one dispatcher, and people at either or both. */
export function openBothDoors({ plant = false, publicUrl }: { plant?: boolean; publicUrl?: string } = {}): BothDoors {
  const { now, timeZone } = evening;
  const city = {} as BothDoors;
  let sides: { telegram: TelegramSide; max: MaxSide } | undefined;

  beforeAll(async () => {
    const clock = stoppedClock(now.toISOString());
    const { database } = await testDatabase(undefined, plant ? "city" : "empty");
    const telegram = await startTelegramSide(clock);
    const max = await startMaxSide(clock);
    sides = { telegram, max };
    const services: Services = {
      database,
      words,
      clock,
      log: createLog("silent", false),
      city: { timeZone, language: "ru" },
      publicUrl,
      botUsername: telegram.username,
      imports: new RunningImports({ patience: soon }),
      botNames: { telegram: telegram.username, max: max.username },
    };
    const receipts = new Receipts(database);
    const exits = {
      telegram: await telegram.open(services, receipts),
      max: (await max.open(services, receipts, async () => ({ kind: "gone" }))).exit,
    };
    const dispatcher = new Dispatcher({
      ...services,
      timeZone,
      exits,
      renderers: allRenderers(services),
      parallelism: 4,
      ticks: () => clock.now().getTime(),
      onSettled: () => {},
    });
    Object.assign(city, {
      telegram: telegram.telegram,
      max: max.max,
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
    await sides?.telegram.stop();
    await sides?.max.stop();
    sides?.telegram.check();
    sides?.max.check();
  });
  return city;
}
