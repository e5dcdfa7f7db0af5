import { afterAll, beforeAll } from "vitest";
import { moveAnnouncementsOn } from "../../bot/announcements/sending/runner.ts";
import type { City, Services } from "../../bot/context.ts";
import type { Database } from "../../bot/database/database.ts";
import { Dispatcher } from "../../bot/delivery/dispatcher.ts";
import { Receipts } from "../../bot/doors/telegram/intake/receipt-store.ts";
import { postToGroups, tellOfWaiting } from "../../bot/doors/telegram/sending/staff-group-poster.ts";
import { RunningImports } from "../../bot/feeds/preview/running.ts";
import { createLog } from "../../bot/log.ts";
import { allRenderers } from "../../bot/renderers.ts";
import type { Words } from "../../bot/words/messages/translator.ts";
import type { Telegram } from "../../playground/telegram.ts";
import { testDatabase } from "./database.ts";
import { evening } from "./evening.ts";
import { stoppedClock } from "./telegram.ts";
import { type Handle, soon, startTelegramSide, type TelegramSide } from "./telegram-side.ts";
import { words } from "./words.ts";

export { words } from "./words.ts";

export interface TestCity {
  telegram: Telegram;
  services: Services;
  clock: ReturnType<typeof stoppedClock>;
  /** Sends everything that is due by the clock, and resolves when Telegram has it and the outbox knows. */
  deliver(): Promise<void>;
  /** Says in the groups of the staff how many threads wait. */
  tellGroups(): Promise<void>;
}

interface CityOptions {
  plant?: boolean;
  /** Words and settings of another city than the demo one. */
  words?: Words;
  city?: City;
  /** Another database than an empty one or one with the demo city. */
  database?: () => Promise<Database>;
  /** What polling hands updates to, instead of the bot itself. */
  intake?: (handle: Handle) => Handle;
}

/**
 * The whole bot in a demo city, on a Friday at half past five in the afternoon, spoken to through the playground's
 * Telegram by long polling. Made once for the calling file and stopped after it.
 */
export function openCity({
  plant = true,
  words: said = words,
  city: settings = { timeZone: evening.timeZone, language: "ru" },
  database: given,
  intake,
}: CityOptions = {}): TestCity {
  const { now } = evening;
  const city = {} as TestCity;
  let side: TelegramSide | undefined;

  beforeAll(async () => {
    const clock = stoppedClock(now.toISOString());
    const database = given ? await given() : (await testDatabase(undefined, plant ? "city" : "empty")).database;
    side = await startTelegramSide(clock);
    const services: Services = {
      database,
      words: said,
      clock,
      log: createLog("silent", false),
      city: settings,
      publicUrl: undefined,
      botUsername: side.username,
      imports: new RunningImports({ patience: soon }),
    };
    const exit = await side.open(services, new Receipts(database), intake);
    const dispatcher = new Dispatcher({
      ...services,
      timeZone: settings.timeZone,
      exits: { telegram: exit },
      renderers: allRenderers(services),
      parallelism: 4,
      ticks: () => clock.now().getTime(),
      onSettled: () => {},
    });
    const bots = { telegram: { api: exit.api, username: services.botUsername } };
    Object.assign(city, {
      telegram: side.telegram,
      services,
      clock,
      tellGroups: () => tellOfWaiting({ ...services, bots }),
      async deliver() {
        await moveAnnouncementsOn(services);
        await dispatcher.drain();
        await postToGroups({ ...services, bots });
        await moveAnnouncementsOn(services);
      },
    });
  });

  afterAll(async () => {
    await side?.stop();
    // Checked after every test: the bot never does what Telegram would not take, nor leaves a button spinning.
    side?.check();
  });
  return city;
}
