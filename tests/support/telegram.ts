import { onTestFinished } from "vitest";
import { startTelegram, type Telegram } from "../../playground/telegram.ts";
import type { Clock } from "../../playground/world/clock.ts";
import type { WorldOptions } from "../../playground/world/create-world.ts";

/** A clock that stands still until a test moves it. */
export type TestClock = Clock & { advance(duration: { seconds: number }): void };

/** A clock that stands at `start`, by default a Friday evening in Kazan. */
export function stoppedClock(start = "2026-11-20T15:00:00Z"): TestClock {
  let time = new Date(start).getTime();
  return {
    now: () => new Date(time),
    advance: ({ seconds }) => {
      time += seconds * 1000;
    },
  };
}

export type TestTelegramOptions = Partial<WorldOptions> & {
  /** True if the test itself breaks rules; otherwise it fails when the bot did. */
  mayBreakRules?: boolean;
};

/** Starts Telegram for one test and closes it after; the test fails if the bot called what Telegram would not take. */
export async function openTelegram({ mayBreakRules = false, ...options }: TestTelegramOptions = {}): Promise<Telegram> {
  const telegram = await startTelegram({ clock: stoppedClock(), webhookDelay: () => 0, ...options });
  onTestFinished(async () => {
    await telegram.close();
    const mistakes = [...telegram.violations, ...telegram.unknownMethods.map((name) => `${name}: no such method`)];
    if (!mayBreakRules && mistakes.length > 0)
      throw new Error(`The bot broke Telegram's rules:\n${mistakes.join("\n")}`);
  });
  return telegram;
}
