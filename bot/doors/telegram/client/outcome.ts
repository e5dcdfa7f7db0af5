import { GrammyError, HttpError } from "grammy";
import type { Outcome } from "../../../delivery/outcomes/outcome.ts";
import { causeCode, isUnsent } from "../../../net/network-errors.ts";

/**
 * What Telegram's refusals mean, by the words of real answers (tdlib/telegram-bot-api, Client.cpp; an answer's code
 * alone tells too little). The first row that fits counts; what fits none was refused for good.
 */
const refusals: readonly { code: number; says: RegExp; outcome: Outcome }[] = [
  { code: 403, says: /bot was blocked by the user/, outcome: { kind: "unreachable", why: "blocked" } },
  { code: 403, says: /user is deactivated/, outcome: { kind: "unreachable", why: "deactivated" } },
  {
    code: 403,
    says: /bot can't initiate conversation with a user/,
    outcome: { kind: "unreachable", why: "never_started" },
  },
  { code: 403, says: /bot was kicked from|bot is not a member of/, outcome: { kind: "unreachable", why: "blocked" } },
  {
    code: 400,
    says: /chat not found|user not found|PEER_ID_INVALID/,
    outcome: { kind: "unreachable", why: "never_started" },
  },
  { code: 400, says: /USER_IS_BLOCKED/, outcome: { kind: "unreachable", why: "blocked" } },
  { code: 400, says: /INPUT_USER_DEACTIVATED/, outcome: { kind: "unreachable", why: "deactivated" } },
  // A wrong token or address says nothing about the message: it waits until the operator has mended it.
  { code: 401, says: /./, outcome: { kind: "unsent", cause: "401 Unauthorized" } },
  { code: 404, says: /^Not Found$/, outcome: { kind: "unsent", cause: "404 Not Found" } },
];

/** Seconds to be silent when Telegram does not say how long. */
const defaultSilence = 5;

/** Classifies what a call to the Bot API threw. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof GrammyError) return answered(error);
  const inner = error instanceof HttpError ? error.error : error;
  if (isUnsent(inner)) return { kind: "unsent", cause: causeCode(inner) };
  // Also a page of HTML in place of JSON: a proxy answered, and what lies behind it is not known.
  return { kind: "uncertain", cause: causeCode(inner) || nameOf(inner) };
}

function answered({ error_code: code, description, parameters }: GrammyError): Outcome {
  if (code === 429) return { kind: "throttled", retryAfter: parameters.retry_after ?? defaultSilence };
  if (parameters.migrate_to_chat_id !== undefined)
    return { kind: "migrated", chatId: String(parameters.migrate_to_chat_id) };
  if (code >= 500) return { kind: "uncertain", cause: `${code} ${description}` };
  const refusal = refusals.find((row) => row.code === code && row.says.test(description));
  return refusal?.outcome ?? { kind: "rejected", code, description };
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : typeof error);
