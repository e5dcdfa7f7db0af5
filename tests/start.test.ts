import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { startEmbedded } from "../bot/database/embedded.ts";
import { type BotProcess, type Environment, runUntilExit, startBot, startScript } from "./load/bot-process.ts";
import { testDatabase } from "./support/database.ts";
import { openTelegram } from "./support/telegram.ts";

/** Milliseconds for starts and stops of several processes on a busy machine. */

const unknownToken = "987654321:AAcanary-canary_canary0123456789abcd";

describe("a start that cannot succeed ends with code 1 and one sentence, when", async () => {
  const { url: DATABASE_URL } = await testDatabase();
  /** The log is for those who look after the bot; what stands beside it is for those who start it. */
  const refusal = (env: Environment) => runUntilExit({ DATABASE_URL, LOG_LEVEL: "silent", PORT: "0", ...env });

  it("the configuration has mistakes", async () => {
    const output = [
      "The configuration has mistakes:",
      "  PORT must be a whole number from 0 to 65535.",
      "  LOG_LEVEL must be trace, debug, info, warn, error or silent.",
      "",
    ].join("\n");
    expect(await refusal({ PORT: "x", LOG_LEVEL: "loud" })).toEqual({ code: 1, output });
  });

  it("Telegram does not know the token", async () => {
    const { apiRoot } = await openTelegram();
    expect(await refusal({ BOT_TOKEN: unknownToken, TELEGRAM_API_ROOT: apiRoot })).toEqual({
      code: 1,
      output: "Telegram does not know this BOT_TOKEN: copy it again from @BotFather.\n",
    });
  });

  it("another program has the port", async () => {
    const { apiRoot, token } = await openTelegram();
    const other = createServer().listen(0);
    await once(other, "listening");
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === "object" ? address?.port : undefined;
    expect(await refusal({ BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, PORT: String(port) })).toEqual({
      code: 1,
      output: `Port ${port} is taken by another program: stop it, or set PORT.\n`,
    });
  });

  it.each([
    ["connection refused", { host: "127.0.0.1:1" }],
    ["no such database", { pathname: "/nowhere" }],
    ["wrong user or password", { password: "canary" }],
  ])("PostgreSQL is not to be had: %s", async (reason, mistake) => {
    const url = Object.assign(new URL(inject("postgres")), mistake).href;
    expect(await refusal({ DATABASE_URL: url })).toEqual({
      code: 1,
      output: `No PostgreSQL answers at DATABASE_URL (${reason}). Check host, port, name and password.\n`,
    });
  });
});

describe("the bot", async () => {
  const { url: DATABASE_URL } = await testDatabase();

  it("says when it is healthy and ready, and stops at SIGTERM within ten seconds with code 0", async () => {
    const { apiRoot, token } = await openTelegram();
    const running = await bot({ DATABASE_URL, BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot });
    const answers = await Promise.all(
      ["healthz", "readyz"].map(async (page) => (await fetch(`http://127.0.0.1:${running.port}/${page}`)).text()),
    );
    expect(answers).toEqual(["ok", "ready"]);
    // A stop that takes longer ends with 1 (bot/shutdown.ts).
    expect(await running.stop()).toMatchObject({ code: 0 });
    expect(running.output()).not.toContain(token);
  });

  it("open to others, tells its metrics on a port of their own, to this machine alone", async () => {
    const { apiRoot, token } = await openTelegram();
    const env = { DATABASE_URL, BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, HOST: "0.0.0.0" };
    const running = await bot(env);
    const own = Number(/"metricsPort":(\d+)/.exec(running.output())?.[1]);
    const status = async (port: number, page: string) => (await fetch(`http://127.0.0.1:${port}/${page}`)).status;
    expect(await status(running.port, "metrics")).toBe(404);
    expect(await status(running.port, "readyz")).toBe(200);
    expect(await status(own, "metrics")).toBe(200);
    expect(await status(own, "readyz")).toBe(404);
    expect(await runUntilExit({ ...env, METRICS_PORT: String(own), PORT: "0", LOG_LEVEL: "silent" })).toEqual({
      code: 1,
      output: `Port ${own} is taken by another program: stop it, or set METRICS_PORT.\n`,
    });
  });

  it("gives its PostgreSQL nothing of its environment that is secret", async (test) => {
    test.skip(process.platform !== "linux", "only Linux shows the environment of a process");
    const DATA_DIR = await dataFolder();
    await bot({
      DATA_DIR,
      WEBHOOK_SECRET: "canary-webhook-secret",
      ZOOM_WEBHOOK_SECRET: "canary-zoom",
      CANARY: "canary",
    });
    const environ = await readFile(`/proc/${await postmaster(DATA_DIR)}/environ`, "utf8");
    expect(environ).toContain("PATH=");
    expect(environ.toLowerCase()).not.toContain("canary");
  });

  it("keeps its data folder for itself, but works beside a script", async () => {
    const DATA_DIR = await dataFolder();
    await bot({ DATA_DIR });
    expect(await runUntilExit({ DATA_DIR, LOG_LEVEL: "silent", PORT: "0" })).toEqual({
      code: 1,
      output: `Another Ishek is running on the folder ${DATA_DIR}. Stop it first, or give this one a folder of its own (DATA_DIR).\n`,
    });
    const script = startScript("scripts/seed.ts", { DATA_DIR });
    const [said, [code]] = await Promise.all([script.stdout ? text(script.stdout) : "", once(script, "exit")]);
    expect(said).toMatch(/^The demo city has \d+ events\.\n$/);
    expect(code).toBe(0);
  });

  it("adopts the PostgreSQL that a kill -9 left behind, and takes it along when it stops", async () => {
    const DATA_DIR = await dataFolder();
    const killed = await bot({ DATA_DIR });
    const server = await postmaster(DATA_DIR);
    await killed.kill();
    const next = await bot({ DATA_DIR });
    expect(await postmaster(DATA_DIR)).toBe(server);
    expect(await next.stop()).toMatchObject({ code: 0 });
    await expect(postmaster(DATA_DIR)).rejects.toThrow("ENOENT");
  });
});

/** Starts the bot for one test; it is killed if it still runs at the end. */
async function bot(env: Environment): Promise<BotProcess> {
  const running = await startBot({ PORT: "0", ...env });
  onTestFinished(() => running.kill());
  return running;
}

/** A data folder for one test; whatever server is left on it is stopped at the end. */
async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "ishek-start-"));
  onTestFinished(async () => {
    const server = await startEmbedded(folder);
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Process id of the PostgreSQL server on a data folder. */
async function postmaster(folder: string): Promise<number> {
  const lines = await readFile(join(folder, "postgres", "postmaster.pid"), "utf8");
  return Number(lines.split("\n", 1)[0]);
}
