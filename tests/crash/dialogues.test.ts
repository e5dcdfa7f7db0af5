import { expect, inject, it, onTestFinished } from "vitest";
import { openDatabase } from "../../bot/database/database.ts";
import { migrate } from "../../bot/database/migrate.ts";
import { createLog } from "../../bot/log.ts";
import { systemClock } from "../../bot/schedule/clock.ts";
import { startTelegram } from "../../playground/telegram.ts";
import { isSaying } from "../flows/repeated/mortal.ts";
import { peopleRows } from "../flows/repeated/people.ts";
import { isDoneOnceAndTold, plays } from "../flows/repeated/scene.ts";
import { teachingRows } from "../flows/repeated/teaching.ts";
import { createDatabase } from "../load/demo-database.ts";
import { startOn } from "../load/torture/intake.ts";
import { type TestCity, words } from "../support/city.ts";

/** A real bot, seen as the tests of dialogues see a city. */
async function startCity() {
  const url = await createDatabase(inject("postgres"));
  await migrate(url);
  const database = openDatabase(url);
  const telegram = await startTelegram({ clock: systemClock, limits: "lifted" });
  const running = await startOn(telegram, url, "polling");
  let bot = running.bot;
  onTestFinished(async () => {
    await bot.kill();
    await telegram.close();
    await database.$disconnect();
  });
  const city: TestCity = {
    telegram,
    clock: { ...systemClock, advance: () => {} },
    services: {
      database,
      words,
      clock: systemClock,
      log: createLog("silent", false),
      city: { timeZone: "Europe/Moscow", language: "ru" },
      publicUrl: undefined,
      botUsername: telegram.bot.username,
    },
    deliver: async () => {},
  };
  return {
    city,
    async restart() {
      await bot.kill();
      bot = await running.again();
    },
  };
}

const rows = {
  "tell-class": teachingRows["tell-class"],
  "add-material": teachingRows["add-material"],
  "forget-me": peopleRows["forget-me"],
};

it.each(Object.entries(rows))("after kill -9 the last step of %s is told and not done again", async (_, row) => {
  const { city, restart } = await startCity();
  const scene = await plays(row, city);
  // It is written, and Telegram is silent: the moment at which it is neither told nor noted as handled.
  const heal = city.telegram.fail({ when: isSaying, with: "hang" });
  const last = scene.last();
  await expect.poll(() => city.services.database.effect.count(), { timeout: 30_000 }).toBe(1);
  heal();
  await restart();
  await last;
  await isDoneOnceAndTold(scene);
});
