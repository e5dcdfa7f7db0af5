import { createRequire } from "node:module";
import { type Logger, pino } from "pino";
import { withoutSecrets } from "./secrets.ts";

export type { Logger };

/** The part of a Telegram address that must never be written: /bot123456:ABC…/; other servers have tokens of any form. */
const inAddress = /(https?:\/\/[^\s/]+(?:\/[^\s/]+)*?(?:\/file)?\/bot)[^\s/"']+(?=\/)/g;
const alone = /(?<!\d)\d{5,}:[\w-]{20,}/g;

/** Takes bot tokens out of a text; grammY's HTTP errors carry the address they failed on. */
export const withoutTokens = (text: string): string => text.replace(inAddress, "$1[token]").replace(alone, "[token]");

interface ErrorDescription {
  type: string;
  message: string;
  stack?: string;
  cause?: ErrorDescription;
}

/** Causes may go round in a circle. */
const deepest = 5;

/** What PostgreSQL objects to, as Prisma repeats it: it may quote what somebody wrote. */
const objection = /Message: `[\s\S]*?`(?=\n|$)/g;

const clean = (text: string): string => withoutTokens(text).replace(objection, "Message: [left out]");

/** What of an error may be logged: its kind, message and stack without tokens; never attached payloads. */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, message: clean(String(error)) };
  // grammY wraps what a handler threw (BotError) and what the network did (HttpError).
  const inner = "error" in error && error.error instanceof Error ? error.error : error.cause;
  return {
    type: error.name,
    message: clean(error.message),
    ...(error.stack ? { stack: clean(error.stack) } : {}),
    ...(inner && depth < deepest ? { cause: describeError(inner, depth + 1) } : {}),
  };
}

/** Why something does not work, in a line and without a stack: for what is tried again and says the same each time. */
export const reasonOf = (error: unknown): string => {
  const { type, message } = describeError(error);
  return `${type}: ${message.trim().split("\n").at(-1) ?? ""}`;
};

/**
 * Structured logs on standard output. No personal data: callers log ids of updates, never texts or names. `secrets` are taken
 * out of each line, whoever wrote them into it. `pretty` is for a terminal, where there is a printer for it.
 */
export function createLog(level: string, pretty: boolean, secrets: readonly string[] = []): Logger {
  return pino({
    level,
    serializers: { error: (error: unknown) => describeError(error) },
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: { streamWrite: (line) => withoutSecrets(line, secrets) },
    ...(pretty && hasPrinter() ? { transport: { target: printer, options: { ignore: "pid,hostname" } } } : {}),
  });
}

const printer = "pino-pretty";

/** Whether lines can be printed for people: the printer comes with what developers install, and an image goes without. */
function hasPrinter(): boolean {
  try {
    createRequire(import.meta.url).resolve(printer);
    return true;
  } catch {
    return false;
  }
}
