import { freePort } from "../../../bot/database/server/free-port.ts";
import type { Telegram } from "../../../playground/telegram.ts";
import { type BotProcess, type Environment, startBot } from "../bot-process.ts";

export type Mode = "polling" | "webhook";

export const webhookSecret = "a-secret-of-the-crash-runs";

/** The environment of a bot on that Telegram and database; a webhook keeps its port over restarts. */
export async function environment(telegram: Telegram, databaseUrl: string, mode: Mode): Promise<Environment> {
  const common = { BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot, DATABASE_URL: databaseUrl };
  if (mode === "polling") return { ...common, PORT: "0" };
  const port = await freePort();
  return {
    ...common,
    MODE: "webhook",
    PORT: String(port),
    WEBHOOK_URL: `http://127.0.0.1:${port}/telegram/updates`,
    WEBHOOK_SECRET: webhookSecret,
  };
}

/** The bot, and whatever it takes to start it again after a crash. */
export async function startOn(
  telegram: Telegram,
  databaseUrl: string,
  mode: Mode,
): Promise<{ bot: BotProcess; again(): Promise<BotProcess> }> {
  const env = await environment(telegram, databaseUrl, mode);
  return { bot: await startBot(env), again: () => startBot(env) };
}
