import { systemClock } from "../../../../bot/schedule/clock.ts";
import { startTelegram } from "../../../../playground/telegram.ts";
import type { Server } from "../../server.ts";
import { type Account, Crowd } from "../crowd.ts";
import { type Mode, startOn } from "../intake.ts";

export interface Restarted extends Account {
  restarts: number;
  /** Milliseconds from PostgreSQL's return to the next answer, the longest of all restarts. */
  recovery: number;
  /** Whether the bot is the process that it was. */
  lives: boolean;
}

/** Takes PostgreSQL away under load and brings it back, so many times; the bot has to go on by itself. */
export async function restartDatabase(
  server: Server,
  databaseUrl: string,
  options: { mode: Mode; restarts: number; awayFor: number; people: number; perSecond: number },
): Promise<Restarted> {
  const telegram = await startTelegram({ clock: systemClock, limits: "lifted", webhookDelay: () => 250 });
  try {
    const crowd = new Crowd(telegram, options.people);
    const { bot } = await startOn(telegram, databaseUrl, options.mode);
    const chatter = crowd.chatters(options.perSecond);
    let recovery = 0;
    for (let restart = 1; restart <= options.restarts; restart += 1) {
      await crowd.hearsAnswers(options.people, 10_000);
      await server.restart(options.awayFor, restart % 2 === 0 ? "immediate" : "fast");
      const back = performance.now();
      await crowd.hearsAnswers(1, 20_000);
      recovery = Math.max(recovery, performance.now() - back);
    }
    const account = await crowd.settle();
    await chatter;
    const lives = !bot.hasExited();
    await bot.stop();
    return { ...account, restarts: options.restarts, recovery, lives };
  } finally {
    await telegram.close();
  }
}
