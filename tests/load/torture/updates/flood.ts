import { setTimeout as sleep } from "node:timers/promises";
import { systemClock } from "../../../../bot/schedule/clock.ts";
import { telegramRates } from "../../../../playground/api/rates.ts";
import { startTelegram, type Telegram } from "../../../../playground/telegram.ts";
import { startBot } from "../../bot-process.ts";
import { environment, type Mode } from "../intake.ts";

export interface Flooded {
  /** Milliseconds until others were answered, beside the flood and without one; the mean of each. */
  beside: number;
  alone: number;
  /** Messages of the flood that still waited when the last of the others had been answered: it went on all the time. */
  waiting: number;
  /** What the sender of the flood was told: answers, and how often to slow down. */
  answers: number;
  slowDowns: number;
}

/** Telegram as it is: it takes its time, and a second between messages to one chat after a burst. */
const slowly = 80;

/**
 * One person sends a hundred messages at once, and others ask after that. With `burst` 0 nobody is asked to slow down: a
 * full queue alone may keep nobody else waiting either.
 */
export async function flood(
  databaseUrl: string,
  { mode, messages, others, burst }: { mode: Mode; messages: number; others: number; burst: number },
): Promise<Flooded> {
  const telegram = await startTelegram({ clock: systemClock, limits: telegramRates });
  try {
    telegram.fail({ when: (method) => method !== "getUpdates", with: { delay: slowly } });
    const env = { ...(await environment(telegram, databaseUrl, mode)), PERSON_BURST: String(burst) };
    const bot = await startBot(env);
    const flooder = telegram.person("Поток", { languageCode: "ru" });
    await flooder.says("/start");
    const alone = await meanAnswer(telegram, "До", others);
    for (let sent = 0; sent < messages; sent += 1) void flooder.says("/help");
    const beside = await meanAnswer(telegram, "Во время", others);
    const waiting = messages - answersTo(flooder);
    // The sentence to slow down follows the first answers.
    for (let left = 100; left > 0 && burst > 0 && mode === "polling" && slowDownsOf(flooder) === 0; left -= 1)
      await sleep(100);
    await bot.stop();
    const slowDowns = slowDownsOf(flooder);
    return { beside, alone, waiting, answers: answersTo(flooder), slowDowns };
  } finally {
    await telegram.close();
  }
}

const answersTo = ({ chat }: { chat: readonly { text: string }[] }) =>
  chat.filter(({ text }) => text.startsWith("Что я умею")).length;

const slowDownsOf = ({ chat }: { chat: readonly { text: string }[] }) =>
  chat.filter(({ text }) => text.startsWith("Слишком быстро")).length;

/** So many newcomers ask, one after another. */
async function meanAnswer(telegram: Telegram, name: string, count: number): Promise<number> {
  let all = 0;
  for (let n = 1; n <= count; n += 1) {
    const person = telegram.person(`${name} ${n}`, { languageCode: "ru" });
    const asked = performance.now();
    void person.says("/help");
    while (person.latest === undefined && performance.now() - asked < 120_000) await sleep(5);
    all += performance.now() - asked;
  }
  return all / count;
}
