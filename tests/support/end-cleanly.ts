import { expect } from "vitest";
import type { BotProcess } from "../load/bot-process.ts";

/**
 * Ends the bot by SIGTERM and expects the code 0. On a slow machine a part, such as PostgreSQL with its last checkpoint, may need
 * longer than its time (bot/shutdown.ts): then the bot says so, and nothing else may have made another code of it.
 */
export async function endCleanly(bot: BotProcess): Promise<void> {
  const { code } = await bot.stop();
  if (code !== 0) expect(bot.output()).toMatch(/took longer than \d+ s/);
}
