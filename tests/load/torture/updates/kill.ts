import { setTimeout as sleep } from "node:timers/promises";
import { systemClock } from "../../../../bot/schedule/clock.ts";
import { startTelegram } from "../../../../playground/telegram.ts";
import { administer } from "../../../support/administer.ts";
import { type Account, Crowd } from "../crowd.ts";
import { type Mode, startOn } from "../intake.ts";

export interface Killed extends Account {
  kills: number;
  people: number;
  /** Persons in the database; each must be there once. */
  peopleCounted: number;
  receipts: number;
  /** Questions that the statistics count more often than they were asked. */
  countedTwice: number;
}

/**
 * Kills the bot with `kill -9` at random moments while people go on asking, and starts it again, so many times. A new
 * message may come twice after a crash; nothing may be lost, and no fact counted twice.
 */
export async function killRepeatedly(
  databaseUrl: string,
  options: { mode: Mode; kills: number; people: number; perSecond: number; random: () => number },
): Promise<Killed> {
  const telegram = await startTelegram({ clock: systemClock, limits: "lifted", webhookDelay: () => 50 });
  try {
    const crowd = new Crowd(telegram, options.people);
    const running = await startOn(telegram, databaseUrl, options.mode);
    let bot = running.bot;
    const chatter = crowd.chatters(options.perSecond);
    for (let kill = 1; kill <= options.kills; kill += 1) {
      // After some answers, because a bot that has said nothing yet has nothing to say twice.
      await crowd.hearsAnswers(Math.ceil(options.random() * options.people), 5_000);
      await sleep(options.random() * 40);
      await bot.kill();
      bot = await running.again();
    }
    const account = await crowd.settle();
    await chatter;
    await bot.stop();
    const facts = await countFacts(databaseUrl);
    return { ...account, ...facts, kills: options.kills, people: Math.min(options.people, account.said) };
  } finally {
    await telegram.close();
  }
}

async function countFacts(databaseUrl: string) {
  const { rows } = await administer(
    databaseUrl,
    // People who came by themselves; the demo city's own are left out.
    `SELECT (SELECT count(*) FROM "Person" WHERE "id" >= 4503599627370496)::int AS "peopleCounted",
            (SELECT count(*) FROM "UpdateReceipt")::int AS "receipts",
            (SELECT count("text") - count(DISTINCT "text") FROM "SearchQuery")::int AS "countedTwice"`,
  );
  return rows[0] as { peopleCounted: number; receipts: number; countedTwice: number };
}
