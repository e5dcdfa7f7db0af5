import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { DatabaseError } from "../bot/database/database.ts";
import { startEmbedded } from "../bot/database/server/embedded.ts";
import { startDatabase } from "../bot/database/server/start.ts";
import { type BotProcess, type Environment, runUntilExit, startBot, startScript } from "./load/bot-process.ts";
import { testDatabase } from "./support/database.ts";
import { endCleanly } from "./support/end-cleanly.ts";
import { openTelegram } from "./support/telegram.ts";

const unknownToken = "987654321:AAcanary-canary_canary0123456789abcd";
const noServer = (reason: string) =>
  `No PostgreSQL answers at DATABASE_URL (${reason}). Check host, port, name and password.`;

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

  it("PostgreSQL is not to be had", async () => {
    const url = Object.assign(new URL(inject("postgres")), { password: "canary" }).href;
    expect(await refusal({ DATABASE_URL: url })).toEqual({
      code: 1,
      output: `${noServer("wrong user or password")}\n`,
    });
  });
});

it.each([
  ["connection refused", { host: "127.0.0.1:1" }],
  ["no such database", { pathname: "/nowhere" }],
  ["wrong user or password", { password: "canary" }],
])("why PostgreSQL is not to be had is told: %s", async (reason, mistake) => {
  const databaseUrl = Object.assign(new URL(inject("postgres")), mistake).href;
  await expect(startDatabase({ databaseUrl, dataDir: "" })).rejects.toThrow(new DatabaseError(noServer(reason)));
});

it("the bot says when it is healthy and ready, tells its metrics to this machine alone, and stops at SIGTERM with code 0", async () => {
  const { url: DATABASE_URL } = await testDatabase();
  const { apiRoot, token } = await openTelegram();
  const env = { DATABASE_URL, BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, HOST: "0.0.0.0", PORT: "0" };
  const running = await startBot(env);
  onTestFinished(() => running.kill());
  const page = (port: number, name: string) => fetch(`http://127.0.0.1:${port}/${name}`);
  const own = Number(/"metricsPort":(\d+)/.exec(running.output())?.[1]);
  const answers = await Promise.all(["healthz", "readyz"].map(async (name) => (await page(running.port, name)).text()));
  expect(answers).toEqual(["ok", "ready"]);
  expect((await page(running.port, "metrics")).status).toBe(404);
  expect((await page(own, "metrics")).status).toBe(200);
  expect((await page(own, "readyz")).status).toBe(404);
  expect(await runUntilExit({ ...env, METRICS_PORT: String(own), LOG_LEVEL: "silent" })).toEqual({
    code: 1,
    output: `Port ${own} is taken by another program: stop it, or set METRICS_PORT.\n`,
  });
  await endCleanly(running);
  expect(running.output()).not.toContain(token);
  // What collects logs reads a line at a time: no warning of a library may stand among them.
  for (const line of running.output().trim().split("\n")) expect(() => JSON.parse(line), line).not.toThrow();
});

describe("the bot with a PostgreSQL of its own", () => {
  let DATA_DIR = "";
  let running: BotProcess;
  const secrets = { WEBHOOK_SECRET: "canary-webhook-secret", ZOOM_WEBHOOK_SECRET: "canary-zoom", CANARY: "canary" };

  beforeAll(async () => {
    DATA_DIR = await mkdtemp(join(tmpdir(), "ishek-start-"));
    running = await startBot({ PORT: "0", DATA_DIR, ...secrets });
  });

  afterAll(async () => {
    await running?.kill();
    // A test that failed may have left its server behind.
    if (await isServed(DATA_DIR)) await (await startEmbedded(DATA_DIR)).stop();
    await rm(DATA_DIR, { recursive: true, force: true });
  });

  it("gives it nothing of its environment that is secret", async (test) => {
    test.skip(process.platform !== "linux", "only Linux shows the environment of a process");
    const environ = await readFile(`/proc/${await postmaster(DATA_DIR)}/environ`, "utf8");
    expect(environ).toContain("PATH=");
    expect(environ.toLowerCase()).not.toContain("canary");
  });

  it("keeps its data folder for itself, but works beside a script", async () => {
    expect(await runUntilExit({ DATA_DIR, LOG_LEVEL: "silent", PORT: "0" })).toEqual({
      code: 1,
      output: `Another Ishek is running on the folder ${DATA_DIR}. Stop it first, or give this one a folder of its own (DATA_DIR).\n`,
    });
    const script = startScript("scripts/seed.ts", { DATA_DIR });
    const [said, [code]] = await Promise.all([script.stdout ? text(script.stdout) : "", once(script, "exit")]);
    expect(said).toMatch(/^The demo city has \d+ events\.\n$/);
    expect(code).toBe(0);
  });

  it("adopts the server that a kill -9 left behind, and takes it along when it stops", async () => {
    const server = await postmaster(DATA_DIR);
    await running.kill();
    running = await startBot({ PORT: "0", DATA_DIR });
    expect(await postmaster(DATA_DIR)).toBe(server);
    await endCleanly(running);
    await expect.poll(() => isServed(DATA_DIR)).toBe(false);
  });
});

/** Process id of the PostgreSQL server on a data folder. */
async function postmaster(folder: string): Promise<number> {
  const lines = await readFile(join(folder, "postgres", "postmaster.pid"), "utf8");
  return Number(lines.split("\n", 1)[0]);
}

/** Whether a PostgreSQL server has that data folder in use. */
const isServed = (folder: string): Promise<boolean> =>
  postmaster(folder).then(
    () => true,
    () => false,
  );
