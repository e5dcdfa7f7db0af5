import { setTimeout as sleep } from "node:timers/promises";
import { Api, type ApiClientOptions, GrammyError } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import type { Logger } from "../log.ts";

/** A mistake about Telegram that the operator can mend. */
export class TelegramError extends Error {
  override readonly name = "TelegramError";
}

/** Milliseconds between attempts while Telegram is away: 1 s doubling to 30 s. */
const pause = (attempt: number) => Math.min(1_000 * 2 ** attempt, 30_000);

/** Asks Telegram who the bot is, for as long as it takes. Throws a TelegramError for a token that is not known. */
export async function connect(
  token: string,
  client: ApiClientOptions,
  log: Logger,
  signal: AbortSignal,
): Promise<UserFromGetMe> {
  const api = new Api(token, client);
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await api.getMe();
    } catch (error) {
      if (error instanceof GrammyError && [401, 404].includes(error.error_code)) {
        throw new TelegramError("Telegram does not know this BOT_TOKEN: copy it again from @BotFather.");
      }
      log.warn({ error, attempt }, "Telegram does not answer yet");
      await sleep(pause(attempt), undefined, { signal });
    }
  }
}
