import { ConfigError } from "./config/config.ts";
import { DatabaseError } from "./database/database.ts";
import { isUnreachable } from "./database/unreachable.ts";
import { MaxError } from "./doors/max/client/connect-max.ts";
import { TelegramError } from "./doors/telegram/client/until-answered.ts";
import { describeError } from "./log.ts";
import { WordsError } from "./words/messages/words-error.ts";

/** The ports that were asked for, by the variables that name them. */
export type Ports = Readonly<Record<"PORT" | "METRICS_PORT", number | undefined>>;

/** Explains why a program did not start, to an operator who can mend it; undefined for everything else, which is a bug. */
export function explain(error: unknown, ports?: Ports): string | undefined {
  if (error instanceof ConfigError)
    return ["The configuration has mistakes:", ...error.problems.map((problem) => `  ${problem}`)].join("\n");
  if (
    error instanceof DatabaseError ||
    error instanceof TelegramError ||
    error instanceof MaxError ||
    error instanceof WordsError
  )
    return error.message;
  if (isUnreachable(error)) return "PostgreSQL does not answer any more: see that it runs, and start again.";
  const { code, port } = listenError(error);
  const name = port !== undefined && port === ports?.METRICS_PORT ? "METRICS_PORT" : "PORT";
  if (code === "EADDRINUSE") return `Port ${port} is taken by another program: stop it, or set ${name}.`;
  if (code === "EACCES") return `Port ${port} may not be opened by this account: set ${name} to 1024 or more.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN")
    return "HOST or METRICS_HOST names no address of this machine: take one of it, such as 127.0.0.1, or 0.0.0.0 for all.";
  return undefined;
}

/** One sentence for an error that nobody foresaw: its kind and message, never what hangs on it, such as a call's payload. */
export function explainBug(error: unknown): string {
  const { type, message } = describeError(error);
  const lines = message.split("\n").filter((line) => line.trim() !== "");
  // Prisma begins with the call and ends with the reason; others begin with the reason.
  const reason = lines[0]?.startsWith("Invalid `") ? lines.at(-1) : lines[0];
  return `A fault of the program itself: ${type}: ${(reason ?? "").trim()}`;
}

function listenError(error: unknown): { code?: unknown; port?: number } {
  if (!(error instanceof Error) || !("syscall" in error) || !/^(listen|getaddrinfo)$/.test(String(error.syscall)))
    return {};
  return {
    code: "code" in error ? error.code : undefined,
    ...("port" in error && typeof error.port === "number" && { port: error.port }),
  };
}
