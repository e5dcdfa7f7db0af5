import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { systemClock } from "../../../bot/schedule/clock.ts";
import { startTelegram } from "../../../playground/telegram.ts";
import { startBot } from "../bot-process.ts";
import { residentMegabytes } from "../cpu.ts";
import { quantile } from "../quantile.ts";
import { type Benchmark, round } from "./benchmark.ts";

/** Starts with the built-in database while somebody's message waits; resolves with milliseconds and idle megabytes. */
async function startOnce(folder: string): Promise<{ milliseconds: number; megabytes: number }> {
  const telegram = await startTelegram({ clock: systemClock, limits: "lifted" });
  const person = telegram.person("Early", { languageCode: "en" });
  const started = performance.now();
  const answered = person.says("/help").then(() => performance.now());
  const seen = new Promise<number>((resolve) => {
    telegram.subscribe((change) => {
      if (change.kind === "sent" && change.message.from?.is_bot) resolve(performance.now());
    });
  });
  const bot = await startBot({
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DATA_DIR: folder,
    PORT: "0",
  });
  const milliseconds = (await seen) - started;
  await answered;
  await sleep(3_000);
  const megabytes = residentMegabytes(bot.pid);
  await bot.stop();
  await telegram.close();
  return { milliseconds, megabytes };
}

export const start: Benchmark = {
  name: "start",
  async run({ quick, say }) {
    say("start");
    const folder = await mkdtemp(join(tmpdir(), "ishek-start-"));
    try {
      const first = await startOnce(folder);
      const later = [];
      for (let n = 0; n < (quick ? 1 : 5); n += 1) later.push(await startOnce(folder));
      const second = quantile(
        later.map(({ milliseconds }) => milliseconds),
        0.5,
      );
      const megabytes = quantile(
        later.map((each) => each.megabytes),
        0.5,
      );
      return [
        {
          what: "start with the built-in PostgreSQL to the first answer, `npm start`",
          measured: `${round(second / 1_000, 2)} s, the very first ${round(first.milliseconds / 1_000, 2)} s`,
          aim: "≤ 2 s",
          met: second <= 2_000,
          figures: { milliseconds: second, firstMilliseconds: first.milliseconds },
        },
        {
          what: "memory of the program, idle",
          measured: `${round(megabytes)} MB`,
          aim: "≤ 150 MB",
          met: megabytes <= 150,
          figures: { megabytes },
        },
      ];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
