import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Api, BotError, type Context, HttpError } from "grammy";
import { describe, expect, it, onTestFinished } from "vitest";
import { createClientOptions } from "../bot/doors/telegram/client/client.ts";
import { describeError, withoutTokens } from "../bot/log.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("..", import.meta.url));

const secret = "AAcanary-canary_canary0123456789abcd";
const token = `123456789:${secret}`;
const address = `https://api.telegram.org/bot${token}/sendMessage`;

describe("a bot token", () => {
  it.each([
    [`Call to ${address} failed`, "Call to https://api.telegram.org/bot[token]/sendMessage failed"],
    [`https://api.telegram.org/file/bot${token}/photos/1.jpg`, "https://api.telegram.org/file/bot[token]/photos/1.jpg"],
    [
      `/bot${token}/getMe at https://api.telegram.org/bot${token}`,
      "/bot[token]/getMe at https://api.telegram.org/bot[token]",
    ],
    [`token ${token}, twice ${token}`, "token [token], twice [token]"],
    ["POST http://127.0.0.1:9000/botsampleToken/getMe", "POST http://127.0.0.1:9000/bot[token]/getMe"],
    ["https://proxy.example/tg/botabc/sendMessage", "https://proxy.example/tg/bot[token]/sendMessage"],
    ["at 12:30:45 in 123456:short", "at 12:30:45 in 123456:short"],
  ])("is taken out of %j", (text, expected) => {
    expect(withoutTokens(text)).toBe(expected);
  });

  it.each<[string, unknown]>([
    ["an error's message", new Error(address)],
    ["a cause, three deep", new Error("a", { cause: new Error("b", { cause: new Error(address) }) })],
    ["an HttpError's inner error", new HttpError("Network request failed", new Error(address))],
    ["a BotError around one", new BotError(new HttpError(address, new Error(address)), {} as Context)],
    ["a property that somebody attached", Object.assign(new Error("x"), { url: address, request: { url: address } })],
    ["an error whose stack and message are it", Object.assign(new Error("x"), { message: address, stack: address })],
    ["a string thrown", address],
    ["a cause that is no error", new Error("x", { cause: address })],
  ])("is not told by %s", (_, error) => {
    expect(JSON.stringify(describeError(error))).not.toContain(secret);
  });

  it("is not told by what grammY throws when Telegram cannot be reached", async () => {
    const api = new Api(token, createClientOptions("http://127.0.0.1:9"));
    const error: unknown = await api
      .getFile("x".repeat(10), AbortSignal.timeout(100) as never)
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(JSON.stringify(describeError(error))).not.toContain(secret);
  });
});

describe("the description of an error", () => {
  it("keeps what helps to find it: kind, message, place and causes", () => {
    const error = describeError(new TypeError("outer", { cause: new RangeError("inner") }));
    expect(error).toMatchObject({
      type: "TypeError",
      message: "outer",
      cause: { type: "RangeError", message: "inner" },
    });
    expect(error.stack).toContain("log.test.ts");
  });

  it("leaves out what was attached, such as the text of a message", () => {
    const error = Object.assign(new Error("refused"), { payload: { text: "my phone is 12345" } });
    expect(JSON.stringify(describeError(error))).not.toContain("my phone");
  });
});

describe("the log", () => {
  it("writes lines of JSON without token, time in ISO 8601", async () => {
    const line = await logged(
      `log.error({ error: new HttpError(address, new Error(address)), updateId: 7 }, "failed");`,
    );
    expect(line).not.toContain(secret);
    expect(JSON.parse(line)).toMatchObject({
      level: 50,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      msg: "failed",
      updateId: 7,
      error: { type: "HttpError", message: "https://api.telegram.org/bot[token]/sendMessage" },
    });
  });

  it("takes secrets out of whatever stands in a line", async () => {
    const written = `const secret = "canary-secret"; const log2 = createLog("info", false, [secret]);
      log2.warn({ error: new Error("refused " + secret), url: "x?" + secret }, "with " + secret);`;
    const line = await logged(written);
    expect(line).not.toContain("canary");
    expect(line).toContain("with [secret]");
  });

  it("for a terminal is printed for people where there is a printer, and goes as it is where there is none", async () => {
    const folder = await mkdtemp(join(tmpdir(), "ishek-log-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    await mkdir(join(folder, "node_modules"));
    const modules = join(root, "node_modules");
    await symlink(join(modules, "pino"), join(folder, "node_modules", "pino"));
    await writeFile(join(folder, "package.json"), '{ "type": "module" }');
    for (const file of ["log.ts", "secrets.ts"]) await copyFile(join(root, "bot", file), join(folder, file));
    await writeFile(
      join(folder, "main.ts"),
      'import { createLog } from "./log.ts"; createLog("info", true).info({ port: 3000 }, "ready");',
    );
    const start = async () => (await run(process.execPath, [join(folder, "main.ts")])).stdout;
    expect(JSON.parse(await start())).toMatchObject({ level: 30, port: 3000, msg: "ready" });
    await writeFile(
      join(folder, "terminal.ts"),
      `import { createLog } from "./log.ts"; createLog("info", process.stdout.isTTY).info({ port: 3000 }, "on a terminal: " + process.stdout.isTTY);`,
    );
    const onTerminal = `${process.execPath} ${join(folder, "terminal.ts")}`;
    // `script` of util-linux gives a program a terminal of its own, as `docker run -it` does.
    if (process.platform === "linux") {
      const { stdout } = await run("script", ["--quiet", "--return", "--command", onTerminal, "/dev/null"]);
      expect(JSON.parse(stdout)).toMatchObject({ level: 30, msg: "on a terminal: true" });
    }
    await symlink(join(modules, "pino-pretty"), join(folder, "node_modules", "pino-pretty"));
    expect(await start()).toMatch(/INFO.*ready[\s\S]*port.*3000/);
  });

  it("says nothing below its level", async () => {
    expect(await logged(`log.debug("whisper");`)).toBe("");
  });
});

/** What a program writes to standard output that runs `statement` with a log of level info. */
async function logged(statement: string): Promise<string> {
  const program = `
    import { HttpError } from "grammy";
    import { createLog } from "./bot/log.ts";
    const address = ${JSON.stringify(address)};
    const log = createLog("info", false);
    ${statement}`;
  const { PATH = "", HOME = "" } = process.env;
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: root,
    env: { PATH, HOME },
  });
  return stdout.trim();
}
