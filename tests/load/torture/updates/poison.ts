import { setTimeout as sleep } from "node:timers/promises";
import { systemClock } from "../../../../bot/schedule/clock.ts";
import { startTelegram } from "../../../../playground/telegram.ts";
import { administer } from "../../../support/administer.ts";
import { type BotProcess, startBot } from "../../bot-process.ts";
import { type Account, Crowd } from "../crowd.ts";
import { environment, type Mode } from "../intake.ts";
import { poisonWord } from "./poison-word.ts";

export interface Poisoned extends Account {
  /** How often the program died before it let the update be. */
  deaths: number;
  /** What the sender of the poison was told in the end. */
  told: string;
  /** Notices to owners and admins in the outbox. */
  staffTold: number;
  /** Updates still taken for begun. */
  begun: number;
}

/**
 * Somebody sends a message of which the program dies each time, as of a file that fills its memory; others ask meanwhile.
 * Whoever runs the program starts it again after each death, five times at most.
 */
export async function poison(
  databaseUrl: string,
  options: { mode: Mode; people: number; perSecond: number },
): Promise<Poisoned> {
  const telegram = await startTelegram({ clock: systemClock, limits: "lifted", webhookDelay: () => 50 });
  try {
    const victim = telegram.person("Жертва", { languageCode: "ru" });
    const owner = telegram.person("Владелец", { languageCode: "ru" });
    const env = { ...(await environment(telegram, databaseUrl, options.mode)), OWNER_IDS: String(owner.user.id) };
    const start = (): Promise<BotProcess> => startBot(env, "--import", "./tests/load/torture/poison-preload.ts");
    let bot = await start();
    await victim.says("/start");
    const crowd = new Crowd(telegram, options.people);
    const chatter = crowd.chatters(options.perSecond);
    await crowd.hearsAnswers(3, 30_000);
    void victim.says(poisonWord);
    const isOver = () => /\d{6,}/.test(victim.latest?.text ?? "");
    const end = performance.now() + 120_000;
    let deaths = 0;
    while (!isOver() && deaths < 5 && performance.now() < end) {
      await sleep(20);
      if (!bot.hasExited()) continue;
      deaths += 1;
      bot = await start();
    }
    const account = await crowd.settle(60_000);
    await chatter;
    const told = victim.latest?.text ?? "";
    const { rows } = await administer(
      databaseUrl,
      `SELECT (SELECT count(*)::int FROM "Delivery" WHERE "kind" = 'update-given-up') AS "staffTold",
              (SELECT count(*)::int FROM "UpdateBegun") AS "begun"`,
    );
    await bot.stop();
    return { ...account, deaths, told, ...(rows[0] as { staffTold: number; begun: number }) };
  } finally {
    await telegram.close();
  }
}
