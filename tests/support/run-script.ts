import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { environmentOf } from "../../bot/database/server/server-account.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface ScriptRun {
  code: number;
  /** Standard output. */
  output: string;
  /** Standard error. */
  complaint: string;
}

/** Runs a script of the repository to its end, with little inherited: vitest sets a MODE of its own. */
export function runScript(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<ScriptRun> {
  return new Promise((resolve) => {
    const options = { cwd: root, env: { ...environmentOf(process.env), ...env } };
    const child = execFile(process.execPath, [script, ...args], options, (_, output, complaint) => {
      resolve({ code: child.exitCode ?? -1, output, complaint });
    });
  });
}
