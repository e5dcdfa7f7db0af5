import { Api, type ApiClientOptions } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import { untilAnswered, type Waiting } from "./until-answered.ts";

/** Asks Telegram who the bot is, for as long as it takes. Throws a TelegramError for a token that is not known. */
export function connect(token: string, client: ApiClientOptions, waiting: Waiting): Promise<UserFromGetMe> {
  const api = new Api(token, client);
  const refusal = {
    refused: "Telegram does not let this bot in",
    advice: "Look at BOT_TOKEN and TELEGRAM_API_ROOT.",
  };
  return untilAnswered(() => api.getMe(), refusal, waiting);
}
