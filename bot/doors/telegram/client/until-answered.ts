import { setTimeout as sleep } from "node:timers/promises";
import { GrammyError } from "grammy";
import { Interruption } from "../../../interruption.ts";
import type { Logger } from "../../../log.ts";
import { doubling } from "../../../net/backoff.ts";

/** A mistake about Telegram that the operator can mend. */
export class TelegramError extends Error {
  override readonly name = "TelegramError";
}

/** Milliseconds between attempts while Telegram is away: 1 s doubling to 30 s. */
const pause = doubling(1_000, 30_000);

export interface Waiting {
  log: Logger;
  /** Aborted: the wait ends with an AbortError. */
  signal: AbortSignal;
}

/**
 * Makes a call that the start cannot go on without, for as long as it takes while Telegram is away or busy. A refusal is the
 * operator's mistake and a TelegramError: `refused` is the sentence before Telegram's own words, `advice` the one after.
 */
export async function untilAnswered<T>(
  call: () => Promise<T>,
  { refused, advice }: { refused: string; advice: string },
  { log, signal }: Waiting,
): Promise<T> {
  const interruption = new Interruption(log, "Telegram does not answer yet");
  for (;;) {
    try {
      const answer = await call();
      interruption.well();
      return answer;
    } catch (error) {
      if (error instanceof GrammyError && isRefusal(error.error_code)) {
        if (error.error_code === 401 || error.error_code === 404)
          throw new TelegramError("Telegram does not know this BOT_TOKEN: copy it again from @BotFather.");
        throw new TelegramError(`${refused} (${error.error_code}: ${error.description}). ${advice}`);
      }
      await sleep(pause(interruption.failed(error)), undefined, { signal });
    }
  }
}

/** 429 asks for patience, and 5xx is trouble of Telegram's own. */
const isRefusal = (code: number): boolean => code >= 400 && code < 500 && code !== 429;
