import { describe, expect, it } from "vitest";
import { demoCity } from "../bot/city/city-file.ts";
import { ConfigError, readConfig } from "../bot/config/config.ts";
import { usualOfficeHours } from "../bot/threads/office-hours.ts";

type Environment = Record<string, string | undefined>;

const token = "123456789:AAabcdefghijklmnopqrstuvwxyz0123456";
const webhook = {
  BOT_TOKEN: token,
  MODE: "webhook",
  WEBHOOK_URL: "https://bot.example.org",
  WEBHOOK_SECRET: "0123456789abcdef",
};

/** What the operator reads when the bot refuses to start; empty when it starts. */
function problems(env: Environment): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe("the configuration", () => {
  it("needs nothing at all", () => {
    expect(readConfig({})).toEqual({
      token: undefined,
      apiRoot: "https://api.telegram.org",
      databaseUrl: undefined,
      dataDir: "./data",
      intake: { mode: "polling" },
      publicUrl: "http://localhost:3000",
      port: 3000,
      listening: { host: "127.0.0.1", metrics: undefined },
      owners: [],
      city: demoCity(),
      timeZone: "Europe/Moscow",
      bulkRate: 30,
      bulkYields: true,
      personBurst: 20,
      secondAdminFrom: 10_000,
      officeHours: usualOfficeHours,
      certificateAttendance: 75,
      feedProxies: new Map(),
      zoom: { accounts: [], webhookSecrets: [], apiRoot: "https://api.zoom.us/v2", oauthRoot: "https://zoom.us" },
      logLevel: "info",
    });
  });

  it("takes a proxy for each host of a feed, and no host without one", () => {
    expect(
      readConfig({ FEED_PROXIES: "Kassir.ru=http://10.0.0.2:3128, a.example=http://u:p@p.example:1" }).feedProxies,
    ).toEqual(
      new Map([
        ["kassir.ru", "http://10.0.0.2:3128"],
        ["a.example", "http://u:p@p.example:1"],
      ]),
    );
    for (const wrong of ["kassir.ru", "kassir.ru=", "=http://p.example", "a b=http://p.example", "a=socks://p.example"])
      expect(problems({ FEED_PROXIES: wrong })).toHaveLength(1);
  });

  it("takes an empty variable for an absent one, as .env files and compose leave them", () => {
    const empty = { BOT_TOKEN: "", DATABASE_URL: " ", PORT: "", OWNER_IDS: "", ZOOM_CLIENT_ID: "", LOG_LEVEL: "\t" };
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it("ignores variables that are not its own", () => {
    expect(problems({ PATH: "/usr/bin", NODE_ENV: "test", PORTAL: "x" })).toEqual([]);
  });

  it.each([
    [{}, "http://localhost:3000"],
    [{ PORT: "0" }, undefined],
    [{ BOT_TOKEN: token }, undefined],
    [{ BOT_TOKEN: token, PUBLIC_URL: "https://city.example/bot/" }, "https://city.example/bot"],
    [webhook, "https://bot.example.org"],
    [{ ...webhook, PUBLIC_URL: "https://city.example" }, "https://city.example"],
  ])("knows from %o where its pages are seen: %s", (env, url) => {
    expect(readConfig(env).publicUrl).toBe(url);
  });

  it("reads what is given", () => {
    const config = readConfig({
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: "http://127.0.0.1:8081/",
      DATABASE_URL: "postgres://ishek@db/ishek",
      DATA_DIR: "/srv/ishek",
      PORT: "0",
      OWNER_IDS: "42, 4503599627370495 telegram:7",
      CITY_TIME_ZONE: "Asia/Yekaterinburg",
      TELEGRAM_BULK_RATE: "1000",
      SECOND_ADMIN_FROM: "500",
      CERTIFICATE_ATTENDANCE: "60",
      OFFICE_HOURS: "Sat 10:00-14:00",
      LOG_LEVEL: "silent",
      LOG_FORMAT: "pretty",
    });
    expect(config).toMatchObject({
      token,
      apiRoot: "http://127.0.0.1:8081",
      databaseUrl: "postgres://ishek@db/ishek",
      dataDir: "/srv/ishek",
      port: 0,
      owners: ["42", "4503599627370495", "7"].map((externalId) => ({ door: "telegram", externalId })),
      timeZone: "Asia/Yekaterinburg",
      bulkRate: 1000,
      secondAdminFrom: 500,
      certificateAttendance: 60,
      officeHours: [{ from: 600, until: 840, weekdays: [6] }],
      logLevel: "silent",
      logFormat: "pretty",
    });
  });

  it("reads several Zoom accounts from lists of the same length", () => {
    const { zoom } = readConfig({
      ZOOM_ACCOUNT_ID: "a1, a2",
      ZOOM_CLIENT_ID: "c1,c2",
      ZOOM_CLIENT_SECRET: "s1 ,s2",
      ZOOM_WEBHOOK_SECRET: "w1,w2,w3",
      ZOOM_API_ROOT: "http://127.0.0.1:9002/v2/",
    });
    expect(zoom).toEqual({
      accounts: [
        { accountId: "a1", clientId: "c1", clientSecret: "s1" },
        { accountId: "a2", clientId: "c2", clientSecret: "s2" },
      ],
      webhookSecrets: ["w1", "w2", "w3"],
      apiRoot: "http://127.0.0.1:9002/v2",
      oauthRoot: "https://zoom.us",
    });
  });

  it("takes a token of any form from a Bot API server other than Telegram's", () => {
    const config = readConfig({ BOT_TOKEN: "any-thing", TELEGRAM_API_ROOT: "http://127.0.0.1:9001" });
    expect(config.token).toBe("any-thing");
  });

  it("lets a webhook on this machine go without a secret", () => {
    const { intake } = readConfig({ ...webhook, WEBHOOK_URL: "http://127.0.0.1:3000/telegram", WEBHOOK_SECRET: "" });
    expect(intake).toMatchObject({ mode: "webhook", secret: undefined });
  });

  it.each([
    ["https://bot.example.org", "https://bot.example.org/telegram/updates", "updates"],
    ["https://bot.example.org/", "https://bot.example.org/telegram/updates", "updates"],
    ["https://bot.example.org/telegram/kazan", "https://bot.example.org/telegram/kazan", "kazan"],
    ["https://example.org/culture/telegram/kazan/", "https://example.org/culture/telegram/kazan/", "kazan"],
  ])("listens for the webhook %s at its last part", (given, url, path) => {
    const { intake } = readConfig({ ...webhook, WEBHOOK_URL: given });
    expect(intake).toEqual({ mode: "webhook", url, path, secret: webhook.WEBHOOK_SECRET });
  });
});

describe("another Bot API server", () => {
  it("may have tokens of its own form, and a webhook without a secret on this machine", () => {
    const env = {
      ...webhook,
      BOT_TOKEN: "sampleToken",
      TELEGRAM_API_ROOT: "http://127.0.0.1:9000",
      WEBHOOK_SECRET: undefined,
    };
    const { intake } = readConfig({ ...env, WEBHOOK_URL: "http://127.0.0.1:3000/telegram/updates" });
    expect(intake).toMatchObject({ mode: "webhook", secret: undefined });
    expect(() => readConfig({ ...env, WEBHOOK_URL: "https://bot.example.org/" })).toThrow("WEBHOOK_SECRET");
  });
});

describe("a mistake in the configuration is told in a sentence", () => {
  it.each<[Environment, string]>([
    [{ BOT_TOKEN: "secret" }, "BOT_TOKEN does not look like a bot token (123456:ABC…); @BotFather gives it."],
    [
      { TELEGRAM_API_ROOT: "telegram.org" },
      "TELEGRAM_API_ROOT must be an address that begins with http:// or https://.",
    ],
    [{ DATABASE_URL: "mysql://db" }, "DATABASE_URL must begin with postgresql://."],
    [{ MODE: "push" }, "MODE must be polling or webhook."],
    [{ PORT: "80a" }, "PORT must be a whole number from 0 to 65535."],
    [{ PORT: "-1" }, "PORT must be a whole number from 0 to 65535."],
    [{ PORT: "65536" }, "PORT must be a whole number from 0 to 65535."],
    [{ PORT: "3000.5" }, "PORT must be a whole number from 0 to 65535."],
    ...["@alsu", "1,-2", "4503599627370496", "0", "telegram:", "telegram:1:2", ":1", "viber:1", "vk:456"].map(
      (ids): [Environment, string] => [
        { OWNER_IDS: ids },
        "OWNER_IDS must be people's ids separated by commas, each like 123, telegram:123 or max:123.",
      ],
    ),
    [{ CITY_TIME_ZONE: "Europe/Kazan" }, "CITY_TIME_ZONE is not a time zone such as Europe/Moscow."],
    [{ CITY_TIME_ZONE: "+03:00" }, "CITY_TIME_ZONE is not a time zone such as Europe/Moscow."],
    [{ TELEGRAM_BULK_RATE: "0" }, "TELEGRAM_BULK_RATE must be a whole number from 1 to 1000."],
    [{ LOG_FORMAT: "xml" }, "LOG_FORMAT must be json or pretty."],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL must be trace, debug, info, warn, error or silent."],
    [{ ...webhook, BOT_TOKEN: undefined }, "MODE=webhook needs a BOT_TOKEN."],
    [{ ...webhook, WEBHOOK_URL: undefined }, "MODE=webhook needs WEBHOOK_URL, the public https address of the bot."],
    [{ ...webhook, WEBHOOK_SECRET: "" }, "MODE=webhook needs WEBHOOK_SECRET: without it anybody could send updates."],
    [{ ...webhook, WEBHOOK_SECRET: "a b" }, "WEBHOOK_SECRET must have 1 to 256 characters of A-Z a-z 0-9 _ -."],
    [
      { ZOOM_CLIENT_ID: "id" },
      "Zoom needs ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET together; missing: ZOOM_ACCOUNT_ID, ZOOM_CLIENT_SECRET.",
    ],
    [
      { ZOOM_ACCOUNT_ID: "a1,a2", ZOOM_CLIENT_ID: "c1,c2", ZOOM_CLIENT_SECRET: "canary" },
      "ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET must have equally many values, one an account; they have 2, 2, 1.",
    ],
    [
      { ZOOM_ACCOUNT_ID: "a1,a1", ZOOM_CLIENT_ID: "c1,c2", ZOOM_CLIENT_SECRET: "s1,s2" },
      "ZOOM_ACCOUNT_ID names an account twice.",
    ],
    [{ ZOOM_API_ROOT: "zoom" }, "ZOOM_API_ROOT must be an address that begins with http:// or https://."],
  ])("%j", (env, sentence) => {
    expect(problems(env)).toEqual([sentence]);
  });

  it("together with all the others, also those that several variables make together", () => {
    const told = problems({ PORT: "x", OWNER_IDS: "y", LOG_LEVEL: "z", MODE: "webhook", ZOOM_ACCOUNT_ID: "a" });
    expect(told.map((sentence) => sentence.split(" ", 3).join(" "))).toEqual([
      "PORT must be",
      "OWNER_IDS must be",
      "LOG_LEVEL must be",
      "MODE=webhook needs a",
      "MODE=webhook needs WEBHOOK_URL,",
      "MODE=webhook needs WEBHOOK_SECRET:",
      "Zoom needs ZOOM_ACCOUNT_ID,",
    ]);
  });

  it("also when the mistake is the form of the token", () => {
    expect(problems({ BOT_TOKEN: "secret", PORT: "x" })).toHaveLength(2);
  });

  it("that never repeats a secret", () => {
    const canary = "canary of a secret";
    const env = Object.fromEntries(
      ["BOT_TOKEN", "DATABASE_URL", "WEBHOOK_SECRET", "WEBHOOK_URL", "OWNER_IDS"].map((name) => [name, canary]),
    );
    expect(problems(env)).toHaveLength(5);
    expect(problems(env).join()).not.toContain(canary);
  });
});
