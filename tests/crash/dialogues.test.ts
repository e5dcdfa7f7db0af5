import { expect, inject, it, onTestFinished } from "vitest";
import { RunningImports } from "../../bot/feeds/preview/running.ts";
import { createLog } from "../../bot/log.ts";
import { systemClock } from "../../bot/schedule/clock.ts";
import { startTelegram } from "../../playground/telegram.ts";
import { isSaying } from "../flows/repeated/mortal.ts";
import { peopleRows } from "../flows/repeated/people.ts";
import { isDoneOnceAndTold, type Played, plays } from "../flows/repeated/scene.ts";
import { teachingRows } from "../flows/repeated/teaching.ts";
import { createMigrated } from "../load/demo-database.ts";
import { startOn } from "../load/torture/intake.ts";
import { type TestCity, words } from "../support/city.ts";
import { openInstance } from "../support/database.ts";

/** A real bot, seen as the tests of dialogues see a city. */
async function startCity() {
  const url = await createMigrated(inject("postgres"));
  const database = openInstance(url);
  const telegram = await startTelegram({ clock: systemClock, limits: "lifted", webhookDelay: () => 50 });
  // By polling, what takes long is confirmed before it is answered, and whoever said it would look for the answer too early.
  const running = await startOn(telegram, url, "webhook");
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
      imports: new RunningImports(),
    },
    deliver: async () => {},
    tellGroups: async () => {},
  };
  return {
    city,
    async restart() {
      await bot.kill();
      bot = await running.again();
    },
  };
}

const rows = [teachingRows["tell-class"], teachingRows["add-material"], peopleRows["forget-me"]];

it("after kill -9 the last steps of three dialogues are told and not done again", async () => {
  const { city, restart } = await startCity();
  const scenes: Played[] = [];
  for (const row of rows) scenes.push(await plays(row, city));
  // The event is written, and Telegram is silent: neither is the person told nor the update noted as handled.
  const heal = city.telegram.fail({ when: isSaying, with: "hang" });
  const lasts = scenes.map((scene) => scene.last());
  await expect.poll(() => city.services.database.effect.count()).toBe(scenes.length);
  heal();
  await restart();
  await Promise.all(lasts);
  for (const scene of scenes) await isDoneOnceAndTold(scene);
});
