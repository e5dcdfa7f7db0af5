import { ConfigError } from "./config.ts";
import { DatabaseError } from "./database/database.ts";
import { TelegramError } from "./telegram/connect.ts";
import { WordsError } from "./words/words-error.ts";

/** Explains why the start failed, to an operator who can mend it; undefined for everything else, which is a bug. */
export function explain(error: unknown, port: number | undefined): string | undefined {
  if (error instanceof ConfigError)
    return ["The configuration has mistakes:", ...error.problems.map((problem) => `  ${problem}`)].join("\n");
  if (error instanceof DatabaseError || error instanceof TelegramError || error instanceof WordsError)
    return error.message;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return `Port ${port} is taken by another program: stop it, or set PORT.`;
  if (code === "EACCES") return `Port ${port} may not be opened by this account: set PORT to 1024 or more.`;
  return undefined;
}
