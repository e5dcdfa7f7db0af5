import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { environmentOf } from "../../bot/database/server/server-account.ts";
import { patience } from "../support/patience.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A real `node scripts/start.mjs`, which `npm start` and the image call, seen from outside as an operator sees it. */
export interface BotProcess {
  readonly pid: number;
  readonly port: number;
  /** Everything written to standard output and standard error. */
  readonly output: () => string;
  /** Resolves with the exit code; null after a signal. */
  readonly exited: Promise<number | null>;
  readonly hasExited: () => boolean;
  /** `kill -9`. Resolves when the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM. Resolves with how it ended and after how many milliseconds. */
  stop(): Promise<{ code: number | null; milliseconds: number }>;
}

export type Environment = Readonly<Record<string, string>>;

/** What scripts/start.mjs gives to V8, but for what `main.ts` takes back once it runs: for other processes beside a bot's. */
export const asNpmStart = [
  "--import",
  "./scripts/compile-cache.mjs",
  "--max-semi-space-size=8",
  "--wasm-tiering-budget=200000000",
];

/**
 * Starts a script of the repository with nothing of this process's environment but the way to programs, and the clock where a
 * test wound it. People in tests and measurements are few and fast: what one of them may send is not limited unless `env`
 * says so.
 */
export function startScript(script: string, env: Environment, ...flags: string[]): ChildProcess {
  return startNode([...asNpmStart, ...flags, script], env);
}

function startNode(args: readonly string[], env: Environment): ChildProcess {
  const { HOME = "" } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...environmentOf(process.env), HOME, PERSON_BURST: "0", ...env },
  });
  // The child never outlives this process.
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
  return child;
}

/** Starts the bot and resolves when it says that it is ready. Rejects with its output when it ends before that. */
export async function startBot(env: Environment, ...flags: string[]): Promise<BotProcess> {
  const child = startNode([...flags, "scripts/start.mjs"], env);
  const written = collect(child);
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const port = await ready(child, written, exited);
  return {
    pid: child.pid ?? 0,
    port,
    output: written,
    exited,
    hasExited: () => child.exitCode !== null || child.signalCode !== null,
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
    async stop() {
      const started = performance.now();
      child.kill("SIGTERM");
      return { code: await exited, milliseconds: performance.now() - started };
    },
  };
}

/** Starts the bot where it is expected to refuse, and resolves with what it said; it is ended after so many milliseconds. */
export async function runUntilExit(
  env: Environment,
  longest = patience,
): Promise<{ code: number | null; output: string }> {
  const child = startNode(["scripts/start.mjs"], env);
  const written = collect(child);
  const timer = setTimeout(() => child.kill("SIGKILL"), longest);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  clearTimeout(timer);
  return { code, output: written() };
}

function collect(child: ChildProcess): () => string {
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => chunks.push(chunk));
  }
  return () => chunks.join("");
}

function ready(child: ChildProcess, written: () => string, exited: Promise<unknown>): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      reject(new Error(`The bot ${why}:\n${written()}`));
    };
    const timer = setTimeout(() => fail("did not become ready"), patience);
    void exited.then(() => fail("ended before it was ready"));
    const look = () => {
      const port = /"port":(\d+),"msg":"ready"/.exec(written())?.[1];
      if (port === undefined) return;
      child.stdout?.off("data", look);
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout?.on("data", look);
  });
}
