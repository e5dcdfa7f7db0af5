import { silence } from "../client/outcome.ts";
import type { MaxRefusal } from "../client/refusal.ts";
import {
  isAnsweredPress,
  isDenied,
  isNobody,
  isShut,
  isTooFast,
  isUnchangeable,
  isWithoutDialog,
} from "../client/refusal.ts";

/** An answer as Telegram would give it. */
export type WireAnswer =
  | { ok: true; result: unknown }
  | { ok: false; error_code: number; description: string; parameters?: { retry_after: number } };

export const done = (result: unknown): WireAnswer => ({ ok: true, result });

export const refused = (error_code: number, description: string): WireAnswer => ({
  ok: false,
  error_code,
  description,
});

/** The message is not there, or cannot be changed: whoever wanted to shows it anew. */
export const gone = (): WireAnswer => refused(400, "Bad Request: message to edit not found");

/** A refusal of MAX's in the words by which flows know it (doors/telegram/client/refusal.ts). */
export function asTelegram(refusal: MaxRefusal): WireAnswer {
  const { status, code, message } = refusal;
  if (isTooFast(refusal)) {
    const retry_after = silence(1);
    const description = `Too Many Requests: retry after ${retry_after}`;
    return { ok: false, error_code: 429, description, parameters: { retry_after } };
  }
  if (isDenied(refusal)) return refused(403, "Forbidden: bot was blocked by the user");
  if (isWithoutDialog(refusal)) return refused(403, "Forbidden: bot can't initiate conversation with a user");
  if (isNobody(refusal)) return refused(403, "Forbidden: user is deactivated");
  if (isShut(refusal)) return refused(401, "Unauthorized");
  if (isUnchangeable(refusal)) return gone();
  if (isAnsweredPress(refusal)) return refused(400, "Bad Request: query is too old and response timeout expired");
  if (status >= 500) return refused(status, `Bad Gateway: ${code || status}`);
  return refused(status, `Bad Request: ${[code, message].filter(Boolean).join(" ")}`);
}
