import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "../bot/config/config.ts";

type Environment = Record<string, string | undefined>;

const token = "123456789:AAabcdefghijklmnopqrstuvwxyz0123456";
const webhook = {
  BOT_TOKEN: token,
  MODE: "webhook",
  WEBHOOK_URL: "https://bot.example.org",
  WEBHOOK_SECRET: "0123456789abcdef",
};

function problems(env: Environment): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe("the program", () => {
  it.each<[Environment, string | undefined, { host: string; port: number } | undefined]>([
    [{}, "127.0.0.1", undefined],
    [{ PUBLIC_URL: "https://city.example" }, "127.0.0.1", undefined],
    [{ BOT_TOKEN: token }, "127.0.0.1", undefined],
    [{ BOT_TOKEN: token, HOST: "::1" }, "::1", undefined],
    [{ BOT_TOKEN: token, PUBLIC_URL: "http://localhost:3000" }, "127.0.0.1", undefined],
    [{ BOT_TOKEN: token, PUBLIC_URL: "https://city.example" }, undefined, { host: "127.0.0.1", port: 3001 }],
    [{ BOT_TOKEN: token, PUBLIC_URL: "https://city.example", HOST: "127.0.0.1" }, "127.0.0.1", undefined],
    [{ BOT_TOKEN: token, HOST: "0.0.0.0", METRICS_HOST: "10.0.0.2" }, "0.0.0.0", { host: "10.0.0.2", port: 3001 }],
    [{ BOT_TOKEN: token, METRICS_PORT: "9100" }, "127.0.0.1", { host: "127.0.0.1", port: 9100 }],
    [webhook, undefined, { host: "127.0.0.1", port: 3001 }],
    [{ ...webhook, PORT: "0" }, undefined, { host: "127.0.0.1", port: 0 }],
    [{ ...webhook, PORT: "65535" }, undefined, { host: "127.0.0.1", port: 65_534 }],
    [{ ...webhook, WEBHOOK_URL: "http://127.0.0.1:3000" }, "127.0.0.1", undefined],
    [
      { ...webhook, WEBHOOK_URL: "http://127.0.0.1", WEBHOOK_SECRET: "", PUBLIC_URL: "https://city.example" },
      "127.0.0.1",
      undefined,
    ],
  ])("with %j listens on %s, and tells metrics at %j", (env, host, metrics) => {
    expect(readConfig(env).listening).toEqual({ host, metrics });
  });

  it.each<[Environment, string]>([
    [
      { HOST: "0.0.0.0" },
      "HOST opens the bot to others, and the playground has no password: set BOT_TOKEN or MAX_BOT_TOKEN, or leave HOST out.",
    ],
    [
      { ...webhook, WEBHOOK_URL: "http://localhost", WEBHOOK_SECRET: "", HOST: "0.0.0.0" },
      "HOST opens the webhook to others: set WEBHOOK_SECRET, or leave HOST out.",
    ],
    [{ METRICS_PORT: "3000" }, "METRICS_PORT must be another port than PORT."],
    [{ METRICS_PORT: "none" }, "METRICS_PORT must be a whole number from 0 to 65535."],
    [{ HOST: "http://x" }, "HOST must be a host name or an IP address."],
  ])("refuses %j: %s", (env, problem) => {
    expect(problems(env)).toContain(problem);
  });
});
