import { GrammyError, HttpError } from "grammy";
import type { Update } from "grammy/types";
import { databaseTrouble } from "../../../database/unreachable.ts";
import { DeadlineError } from "../../../net/deadline.ts";
import type { Door, ExternalAccount } from "../../../people/address.ts";
import { isForbidden } from "../client/refusal.ts";
import { accountOf } from "../door.ts";
import { chatOf, senderOf } from "./updates.ts";

/** What an error says about the update in whose handling it was thrown. */
export type Trouble =
  /** The database cannot be asked, or others stand in the way. */
  | { kind: "database"; isAway: boolean }
  /** Telegram wants to hear nothing for this chat for so many milliseconds. */
  | { kind: "silence"; milliseconds: number }
  /** Telegram could not be reached, was overloaded or broke the connection. */
  | { kind: "telegram" }
  | { kind: "deadline" }
  /** The sender has blocked the bot. */
  | { kind: "blocked"; account: ExternalAccount }
  /** The bot may not speak there: nothing to mend, and nobody to tell. */
  | { kind: "forbidden" }
  | { kind: "mistake" };

export function troubleOf(error: unknown, update: Update, door: Door): Trouble {
  const database = databaseTrouble(error);
  if (database !== undefined) return { kind: "database", isAway: database === "away" };
  if (error instanceof DeadlineError) return { kind: "deadline" };
  if (error instanceof HttpError) return { kind: "telegram" };
  if (!(error instanceof GrammyError)) return { kind: "mistake" };
  const { error_code: code, parameters, payload } = error;
  if (code === 429 && parameters.retry_after !== undefined)
    return { kind: "silence", milliseconds: parameters.retry_after * 1_000 };
  if (code === 429 || code >= 500) return { kind: "telegram" };
  const from = senderOf(update);
  if (code === 403) {
    // Only the private chat tells of the person: from a group the bot was thrown out, or another chat was written to.
    const isTheirs = from !== undefined && String(payload["chat_id"] ?? chatOf(update)?.id) === String(from.id);
    return isTheirs ? { kind: "blocked", account: accountOf(from, door) } : { kind: "forbidden" };
  }
  const isGroup = chatOf(update) !== undefined && chatOf(update)?.type !== "private";
  return isGroup && isForbidden(error) ? { kind: "forbidden" } : { kind: "mistake" };
}
