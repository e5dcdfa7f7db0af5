import { setTimeout as sleep } from "node:timers/promises";
import { systemClock } from "../../../../bot/schedule/clock.ts";
import { startTelegram } from "../../../../playground/telegram.ts";
import { startScript } from "../../bot-process.ts";
import { Crowd } from "../crowd.ts";

/**
 * The positive control of the crash runs: the same people, and a bot that confirms updates before it has handled them,
 * killed once. If nothing is lost here, the runs would not see a loss elsewhere either.
 */
export async function confirmEarly(random: () => number): Promise<{ asked: number; lost: number }> {
  const telegram = await startTelegram({ clock: systemClock, limits: "lifted" });
  try {
    const env = { TOKEN: telegram.token, API_ROOT: telegram.apiRoot };
    const start = () => startScript("tests/load/torture/updates/early-bot.ts", env);
    const crowd = new Crowd(telegram, 50);
    const first = start();
    const chatter = crowd.chatters(100);
    await crowd.hearsAnswers(50, 10_000);
    await sleep(random() * 40);
    first.kill("SIGKILL");
    const second = start();
    await crowd.hearsAnswers(50, 10_000);
    const { said, lost } = await crowd.settle(500);
    await chatter;
    second.kill("SIGKILL");
    return { asked: said, lost };
  } finally {
    await telegram.close();
  }
}
