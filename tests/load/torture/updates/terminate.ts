import { systemClock } from "../../../../bot/schedule/clock.ts";
import { startTelegram } from "../../../../playground/telegram.ts";
import { type Account, Crowd } from "../crowd.ts";
import { type Mode, startOn } from "../intake.ts";

export interface Terminated extends Account {
  stops: number;
  /** Milliseconds of the longest stop. */
  longest: number;
  codes: (number | null)[];
}

/** Sends SIGTERM while people go on asking, and starts the bot again: what is in hand is finished, so nothing is said twice. */
export async function terminateRepeatedly(
  databaseUrl: string,
  options: { mode: Mode; stops: number; people: number; perSecond: number },
): Promise<Terminated> {
  const telegram = await startTelegram({ clock: systemClock, limits: "lifted", webhookDelay: () => 50 });
  try {
    const crowd = new Crowd(telegram, options.people);
    const running = await startOn(telegram, databaseUrl, options.mode);
    let bot = running.bot;
    const chatter = crowd.chatters(options.perSecond);
    const ends: Awaited<ReturnType<typeof bot.stop>>[] = [];
    for (let stop = 1; stop <= options.stops; stop += 1) {
      await crowd.hearsAnswers(options.people, 10_000);
      ends.push(await bot.stop());
      bot = await running.again();
    }
    const account = await crowd.settle();
    await chatter;
    await bot.stop();
    return {
      ...account,
      stops: options.stops,
      longest: Math.max(...ends.map(({ milliseconds }) => milliseconds)),
      codes: ends.map(({ code }) => code),
    };
  } finally {
    await telegram.close();
  }
}
