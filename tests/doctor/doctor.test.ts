import { once } from "node:events";
import { text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished } from "vitest";
import { variableNames } from "../../bot/config/config.ts";
import { freePort } from "../../bot/database/server/free-port.ts";
import { judgeDisk } from "../../bot/doctor/check-disk.ts";
import { checkNames } from "../../bot/doctor/check-names.ts";
import { compareClocks } from "../../bot/doctor/clock.ts";
import { checkFeeds } from "../../bot/doctor/feeds-store.ts";
import { inspectTelegram } from "../../bot/doors/telegram/inspect.ts";
import { startMax } from "../../playground/max/max.ts";
import { type Environment, startBot, startScript } from "../load/bot-process.ts";
import { call } from "../playground/call.ts";
import { administer } from "../support/administer.ts";
import { testDatabase } from "../support/database.ts";
import { openTelegram, stoppedClock } from "../support/telegram.ts";
import { startZoomServer } from "../support/zoom-server.ts";

/** Runs `npm run doctor`, and reads its lines as "health part text". */
async function doctor(env: Environment): Promise<{ code: number; lines: string[]; output: string }> {
  const script = startScript("scripts/doctor.ts", env);
  const [output, errors, [code]] = await Promise.all([
    script.stdout ? text(script.stdout) : "",
    script.stderr ? text(script.stderr) : "",
    once(script, "exit"),
  ]);
  const lines = output.split("\n").map((line) => line.replace(/ {2,}/g, " "));
  return { code: Number(code), lines, output: `${output}${errors}` };
}

const account = { accountId: "canary-account", clientId: "canary-client", clientSecret: "canary-secret" };
const zoomEnv = {
  ZOOM_ACCOUNT_ID: account.accountId,
  ZOOM_CLIENT_ID: account.clientId,
  ZOOM_CLIENT_SECRET: account.clientSecret,
  ZOOM_WEBHOOK_SECRET: "canary-webhook",
};

async function openZoom(scope?: string): Promise<string> {
  const zoom = await startZoomServer({ accounts: [account], clock: stoppedClock(), ...(scope && { scope }) });
  onTestFinished(() => zoom.close());
  return new URL(zoom.root).origin;
}

describe("npm run doctor", async () => {
  const { url: DATABASE_URL, database } = await testDatabase();

  it("finds nothing to mend where all is well, by webhook and with a proxy's address, and tells no secret", async () => {
    const telegram = await openTelegram();
    const port = await freePort();
    const own = `http://127.0.0.1:${port}`;
    const env = {
      ...{ DATABASE_URL, BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot, ...zoomEnv },
      ...{ PORT: String(port), MODE: "webhook", WEBHOOK_URL: own, WEBHOOK_SECRET: "canary-of-the-webhook" },
      ...{ PUBLIC_URL: own, ZOOM_OAUTH_ROOT: await openZoom() },
    };
    const bot = await startBot(env);
    onTestFinished(() => bot.kill());
    const { code, lines, output } = await doctor(env);
    expect(lines).toEqual([
      "ok configuration can be read.",
      expect.stringMatching(/^ok database PostgreSQL 18\.\d+, \d+ MB\.$/),
      expect.stringMatching(/^ok database the role is a superuser/),
      "ok migrations all applied.",
      "ok feeds none.",
      expect.stringMatching(/^ok Telegram the bot is @\w+\.$/),
      `ok clock agrees with ${new URL(telegram.apiRoot).host}.`,
      `ok Telegram sends updates to ${own}/telegram/updates.`,
      `ok webhook ${own}/telegram/updates leads to the bot, which refuses whoever has no secret.`,
      `ok pages ${own} leads to the bot.`,
      "ok Zoom the account lets the app make meetings.",
      "",
      "11 ok, 0 to look at, 0 broken",
      "",
    ]);
    expect(code).toBe(0);
    expect(output).not.toContain("canary");
    expect(output).not.toContain(telegram.token);
  });

  it("says of each broken part what to do, and tells no secret", async () => {
    const telegram = await openTelegram({ mayBreakRules: true });
    const closed = `http://127.0.0.1:${await freePort()}`;
    const { code, lines, output } = await doctor({
      DATABASE_URL: Object.assign(new URL(DATABASE_URL), { password: "canary-password" }).href,
      BOT_TOKEN: "987654321:AAcanary-canary_canary0123456789abcd",
      TELEGRAM_API_ROOT: telegram.apiRoot,
      MAX_BOT_TOKEN: "canary-max-token",
      MAX_API_ROOT: closed,
      ...{ MAX_MODE: "webhook", MAX_WEBHOOK_URL: `${closed}/max/hook`, MAX_WEBHOOK_SECRET: "canary-max-secret" },
      ...{ ...zoomEnv, ZOOM_CLIENT_SECRET: "canary-wrong", ZOOM_OAUTH_ROOT: await openZoom() },
      ...{ PUBLIC_URL: telegram.apiRoot, METRICS_PRT: "canary-of-no-variable" },
    });
    expect(lines.filter((line) => !line.startsWith("ok"))).toEqual([
      "look configuration METRICS_PRT is read by nobody. Was METRICS_PORT meant? Change its name in .env.",
      "broken database does not answer (28P01). Look at host, port, name and password in DATABASE_URL, and whether PostgreSQL runs.",
      "broken Telegram does not know this BOT_TOKEN. Copy it again from @BotFather.",
      `broken MAX ${new URL(closed).host} does not answer (ECONNREFUSED). Look at the network, MAX_PROXY and MAX_CA_FILE.`,
      `broken webhook ${closed}/max/hook does not answer (ECONNREFUSED). Start the bot, and look at the proxy.`,
      expect.stringMatching(/^broken pages http:\S+ leads elsewhere \(\d+\)\. Let the proxy forward/),
      "broken Zoom the account is refused (400). Look at ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET, and whether the app is activated.",
      "",
      "1 ok, 1 to look at, 6 broken",
      "",
    ]);
    expect(code).toBe(1);
    expect(output.toLowerCase()).not.toContain("canary");
  });

  it("notices a webhook that nobody set, MAX's forgotten address and missing scopes", async () => {
    const telegram = await openTelegram({ mayBreakRules: true });
    const max = await startMax({ clock: stoppedClock() });
    onTestFinished(() => max.close());
    const own = `http://127.0.0.1:${await freePort()}`;
    const env = {
      ...{ DATABASE_URL, BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot },
      ...{ MODE: "webhook", WEBHOOK_URL: own, WEBHOOK_SECRET: "secret" },
      ...{ MAX_BOT_TOKEN: max.token, MAX_API_ROOT: max.apiRoot, MAX_WEBHOOK_URL: `${own}/max/hook` },
      ...{ MAX_WEBHOOK_SECRET: "secret", ...zoomEnv, ZOOM_OAUTH_ROOT: await openZoom("meeting:read:meeting:admin") },
    };
    const found = (await doctor(env)).lines;
    expect(found).toContain(
      `broken Telegram sends updates nowhere instead of ${own}/telegram/updates. Start the bot: it tells Telegram at each start.`,
    );
    expect(found).toContain(
      `broken MAX does not send updates to ${own}/max/hook; it forgets addresses that fail. Start the bot: it tells MAX at each start.`,
    );
    expect(found).toContain(
      "broken Zoom the account lacks the scopes meeting:write. Add them to the app and activate it again.",
    );
  });

  it("repeats Telegram's last complaint about the webhook, while it is news", async () => {
    const clock = stoppedClock();
    const telegram = await openTelegram({ clock });
    const url = `http://127.0.0.1:${await freePort()}/hook`;
    await call(telegram, "setWebhook", { url });
    void telegram.person("Алсу").says("сәлам");
    await expect
      .poll(() => call(telegram, "getWebhookInfo"))
      .toMatchObject({ result: { last_error_message: expect.any(String) } });
    const { token, apiRoot } = telegram;
    const intake = { mode: "webhook" as const, url, path: "hook", secret: undefined };
    const find = () => inspectTelegram({ token, apiRoot, intake, proxy: undefined }, clock);
    const complaint = expect.objectContaining({
      health: "look",
      text: expect.stringMatching(/^could not hand over an update at 2026-11-20T15:00:00\.000Z: \S/),
    });
    expect(await find()).toContainEqual(complaint);
    clock.advance({ seconds: 2 * 86_400 });
    expect(await find()).not.toContainEqual(complaint);
  });

  it("speaks of a misread configuration and nothing else", async () => {
    const { code, lines } = await doctor({ DATABASE_URL, PORT: "x" });
    expect(lines).toEqual([
      "broken configuration PORT must be a whole number from 0 to 65535. The README explains each variable.",
      "",
      "0 ok, 0 to look at, 1 broken",
      "",
    ]);
    expect(code).toBe(1);
  });

  it("tells which migrations are missing or unknown, and migrates nothing", async () => {
    const { url, database: other } = await testDatabase();
    await administer(
      url,
      `UPDATE _prisma_migrations SET migration_name = '9999_later' WHERE migration_name LIKE '0035%'`,
    );
    const telegram = await openTelegram();
    const env = { DATABASE_URL: url, BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot };
    const { lines } = await doctor(env);
    expect(lines).toContain("broken migrations made by a newer Ishek (it knows 9999_later). Update the program.");
    await other.$executeRaw`DELETE FROM _prisma_migrations WHERE migration_name = '9999_later'`;
    expect((await doctor(env)).lines).toContain(
      "look migrations 1 are still to be applied. The next start applies them; back up before.",
    );
  });

  it("tells which feeds fail, by their host alone", async () => {
    const at = stoppedClock().now();
    const feed = { kind: "rss", hour: 4, action: "draft", createdAt: at, nextAt: at } as const;
    await database.feed.createMany({
      data: [
        { ...feed, address: "https://one.example/feed?key=canary", failures: 1 },
        { ...feed, address: "https://two.example/feed", failures: 4 },
        { ...feed, address: "https://three.example/feed", pausedAt: at },
        { ...feed, address: "https://well.example/feed" },
      ],
    });
    const findings = await checkFeeds(database);
    expect(findings.map(({ health, text: said }) => `${health} ${said.replace(/feed \d+/, "feed")}`)).toEqual([
      "look feed (one.example) failed 1 time",
      "broken feed (two.example) failed 4 times in a row",
      "look feed (three.example) is paused since 2026-11-20T15:00:00.000Z",
    ]);
  });
});

it.each([
  ["ok", "Fri, 20 Nov 2026 15:00:04 GMT", "agrees with x"],
  ["look", "Fri, 20 Nov 2026 15:01:00 GMT", "60 s behind x"],
  ["look", "Fri, 20 Nov 2026 14:00:00 GMT", "3600 s ahead of x"],
])("the clock is %s beside %s", (health, date, said) => {
  expect(compareClocks("x", new Date("2026-11-20T15:00:00Z"), date)).toMatchObject([{ health, text: said }]);
});

it("a server without a Date header says nothing of the clock", () => {
  expect(compareClocks("x", new Date("2026-11-20T15:00:00Z"), undefined)).toEqual([]);
});

it.each([
  [0.1, "broken"],
  [0.5, "look"],
  [3, "look"],
  [50, "ok"],
])("%d GB free of 100 GB are %s", (free, health) => {
  expect(judgeDisk({ free: free * 2 ** 30, size: 100 * 2 ** 30 })).toMatchObject({ health });
});

it.each([
  ["BOT_TOKN", "BOT_TOKEN"],
  ["DATABSE_URL", "DATABASE_URL"],
  ["OWNERS_IDS", "OWNER_IDS"],
])("%s is nearly %s", (given, meant) => {
  expect(checkNames([given, meant, "PATH", "HOME", "HOSTNAME", "NODE", "TERM"], variableNames)).toMatchObject([
    { remedy: `Was ${meant} meant? Change its name in .env.` },
  ]);
});
