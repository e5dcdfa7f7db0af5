import type { Api } from "grammy";
import { untilAnswered, type Waiting } from "../client/until-answered.ts";
import type { Polling } from "./polling.ts";
import { wanted } from "./updates.ts";

/** Tells Telegram where updates go. Throws a TelegramError where it does not take the address. */
export async function openWebhook(
  api: Api,
  { url, secret }: { url: string; secret: string | undefined },
  waiting: Waiting,
): Promise<void> {
  const options = { ...(secret !== undefined && { secret_token: secret }), allowed_updates: [...wanted] };
  const refusal = {
    refused: "Telegram does not take WEBHOOK_URL",
    advice: "It must be an https address that Telegram can reach, on port 443, 80, 88 or 8443.",
  };
  await untilAnswered(() => api.setWebhook(url, options), refusal, waiting);
}

/** Begins to fetch updates. Throws a TelegramError where Telegram does not allow it. */
export async function startPolling(polling: Polling, waiting: Waiting): Promise<void> {
  const refusal = {
    refused: "Telegram does not let this bot fetch its updates",
    advice: "Look at BOT_TOKEN and TELEGRAM_API_ROOT, and whether another program uses the same token.",
  };
  await untilAnswered(() => polling.start(), refusal, waiting);
}
