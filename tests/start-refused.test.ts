import { describe, expect, it } from "vitest";
import { runUntilExit } from "./load/bot-process.ts";
import { cosmetic, secrets, startRefused } from "./load/torture/refused-calls.ts";
import { testDatabase } from "./support/database.ts";

/** Milliseconds for starts and stops of several processes on a busy machine. */
const patience = 300_000;

/** Telegram's own words follow in brackets, and then what to do. */
const sentences = {
  getMe: /^Telegram does not let this bot in \(4\d\d: .+\)\. .*BOT_TOKEN and TELEGRAM_API_ROOT\.$/,
  deleteWebhook: /^Telegram does not let this bot fetch its updates \(4\d\d: .+\)\. Look at BOT_TOKEN.+\.$/,
  setWebhook: /^Telegram does not take WEBHOOK_URL \(4\d\d: .+\)\. It must be an https address.+\.$/,
} as const;
const unknown = /^Telegram does not know this BOT_TOKEN: copy it again from @BotFather\.$/;

describe("a start in which Telegram refuses a call", { timeout: patience }, async () => {
  const { url } = await testDatabase();
  const leaksIn = (output: string) => Object.values(secrets).filter((secret) => output.includes(secret));

  // Each call with each code is a row of the torture; here stands what differs, because every row is a start.
  it.each([
    ["getMe", 400],
    ["deleteWebhook", 409],
    ["deleteWebhook", 500],
    ["setWebhook", 400],
    ["setWebhook", 404],
  ] as const)("%s with %i: it ends with one sentence, or goes on, and tells no secret", async (method, code) => {
    const { exit, said, output } = await startRefused(url, [method], code);
    expect(leaksIn(output)).toEqual([]);
    if (code === 500) expect({ exit, said }).toEqual({ exit: 0, said: "" });
    else {
      expect(said).toMatch(code === 404 ? unknown : sentences[method]);
      expect(exit).toBe(1);
    }
  });

  it("of those that introduce the bot: it goes on, and tells no secret", async () => {
    const { exit, said, output } = await startRefused(url, cosmetic, 400);
    expect(leaksIn(output)).toEqual([]);
    expect({ exit, said }).toEqual({ exit: 0, said: "" });
    expect(output).toContain("introduction not taken");
  });
});

describe("a start on a database", { timeout: patience }, async () => {
  const { database, url } = await testDatabase();

  it("whose user may not create tables ends with a sentence that says so, and without the password", async () => {
    const password = "CANARY-password";
    await database.$executeRawUnsafe(`CREATE ROLE guest LOGIN PASSWORD '${password}'`);
    await database.$executeRaw`DROP SCHEMA public CASCADE`;
    await database.$executeRaw`CREATE SCHEMA public`;
    const guest = Object.assign(new URL(url), { username: "guest", password }).href;
    const { code, output } = await runUntilExit({ DATABASE_URL: guest, PORT: "0", LOG_LEVEL: "silent" });
    await database.$executeRaw`DROP OWNED BY guest`;
    await database.$executeRaw`DROP ROLE guest`;
    expect(output).toBe(
      "The user in DATABASE_URL may not create tables: make it the owner of the database, or of its schema public.\n",
    );
    expect(code).toBe(1);
  });
});
