import { Api } from "grammy";
import { describe, expect, it } from "vitest";
import { createClientOptions } from "../bot/doors/telegram/client/client.ts";
import { connect } from "../bot/doors/telegram/client/connect.ts";
import { Inbox } from "../bot/doors/telegram/intake/inbox-store.ts";
import { Polling } from "../bot/doors/telegram/intake/polling.ts";
import { openWebhook, startPolling } from "../bot/doors/telegram/intake/take-updates.ts";
import { explain } from "../bot/explain.ts";
import { createLog } from "../bot/log.ts";
import { runUntilExit } from "./load/bot-process.ts";
import { cosmetic, secrets, startRefused } from "./load/torture/hostile/refused-calls.ts";
import { testDatabase } from "./support/database.ts";
import { openTelegram, stoppedClock } from "./support/telegram.ts";

const { database, url } = await testDatabase();

/** Telegram's own words follow in brackets, and then what to do. */
const sentences = {
  getMe: /^Telegram does not let this bot in \(4\d\d: .+\)\. .*BOT_TOKEN and TELEGRAM_API_ROOT\.$/,
  deleteWebhook: /^Telegram does not let this bot fetch its updates \(4\d\d: .+\)\. Look at BOT_TOKEN.+\.$/,
  setWebhook: /^Telegram does not take WEBHOOK_URL \(4\d\d: .+\)\. It must be an https address.+\.$/,
} as const;
const unknown = /^Telegram does not know this BOT_TOKEN: copy it again from @BotFather\.$/;

it.each([
  ["getMe", 400, sentences.getMe],
  ["deleteWebhook", 409, sentences.deleteWebhook],
  ["setWebhook", 400, sentences.setWebhook],
  ["setWebhook", 404, unknown],
] as const)("that Telegram refuses %s with %i is told in one sentence", async (method, code, sentence) => {
  const telegram = await openTelegram();
  telegram.fail({ method, with: { code, description: "Refused" } });
  const waiting = { log: createLog("silent", false), signal: new AbortController().signal };
  const client = createClientOptions(telegram.apiRoot);
  const api = new Api(telegram.token, client);
  const inbox = new Inbox(database);
  const calls = {
    getMe: () => connect(telegram.token, client, waiting),
    deleteWebhook: () =>
      startPolling(new Polling(api, { ...waiting, inbox, clock: stoppedClock(), finish: async () => {} }), waiting),
    setWebhook: () => openWebhook(api, { url: "https://ishek.example/updates", secret: "secret" }, waiting),
  };
  const error = await calls[method]().catch((thrown: unknown) => thrown);
  expect(explain(error)).toMatch(sentence);
});

describe("a start in which Telegram refuses a call", () => {
  const leaksIn = (output: string) => Object.values(secrets).filter((secret) => output.includes(secret));

  // Each call with each code is a row of the torture; here stands what differs, because every row is a start.
  it("that it needs, ends with code 1 and that sentence, and tells no secret", async () => {
    const { exit, said, output } = await startRefused(url, ["setWebhook"], 400);
    expect(leaksIn(output)).toEqual([]);
    expect(said).toMatch(sentences.setWebhook);
    expect(exit).toBe(1);
  });

  it.each([
    ["for a moment", ["deleteWebhook"], 500],
    ["that introduces the bot", cosmetic, 400],
  ] as const)("%s, goes on, and tells no secret", async (_, calls, code) => {
    const { exit, said, output } = await startRefused(url, calls, code);
    expect(leaksIn(output)).toEqual([]);
    expect({ exit, said }).toEqual({ exit: 0, said: "" });
    if (calls === cosmetic) expect(output).toContain("introduction not taken");
  });
});

describe("a start on a database", async () => {
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
