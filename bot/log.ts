import { type Logger, pino } from "pino";

export type { Logger };

/** The part of a Telegram address that must never be written: /bot123456:ABC…/; other servers have tokens of any form. */
const inAddress = /(https?:\/\/[^\s/]+(?:\/[^\s/]+)*?(?:\/file)?\/bot)[^\s/"']+(?=\/)/g;
const alone = /\b\d{5,}:[\w-]{20,}/g;

/** Takes bot tokens out of a text; grammY's HTTP errors carry the address they failed on. */
export const withoutTokens = (text: string): string => text.replace(inAddress, "$1[token]").replace(alone, "[token]");

/** What of an error may be logged: its kind, message and stack without tokens; never attached payloads. */
export function describeError(error: unknown): { type: string; message: string; stack?: string; cause?: unknown } {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutTokens(String(error)) };
  // grammY wraps what a handler threw (BotError) and what the network did (HttpError).
  const inner = "error" in error && error.error instanceof Error ? error.error : error.cause;
  return {
    type: error.name,
    message: withoutTokens(error.message),
    ...(error.stack ? { stack: withoutTokens(error.stack) } : {}),
    ...(inner ? { cause: describeError(inner) } : {}),
  };
}

/** Structured logs on standard output. No personal data: callers log ids of updates, never texts or names. */
export function createLog(level: string, pretty: boolean): Logger {
  return pino({
    level,
    serializers: { error: describeError },
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    ...(pretty ? { transport: { target: "pino-pretty", options: { ignore: "pid,hostname" } } } : {}),
  });
}
