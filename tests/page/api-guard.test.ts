import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTelegram, type Telegram } from "../../playground/telegram.ts";
import { stoppedClock } from "../support/telegram.ts";

let telegram: Telegram;

beforeAll(async () => {
  telegram = await startTelegram({ clock: stoppedClock() });
});

afterAll(() => telegram.close());

/** As a browser or a bot asks; fetch would not let its caller say Host. */
function ask(path: string, headers: Record<string, string>, method = "POST"): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = request(`${telegram.apiRoot}${path}`, { method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asking.on("error", reject);
    asking.end();
  });
}

const port = () => new URL(telegram.apiRoot).port;

describe("the playground's Bot API", () => {
  test("answers the bot, under any name of this machine", async () => {
    for (const host of ["127.0.0.1", "localhost", "[::1]"])
      expect(await ask(`/bot${telegram.token}/getMe`, { host: `${host}:${port()}` })).toBe(200);
  });

  test.each(["POST", "GET"])("refuses a %s of a web site, whatever name it comes by", async (method) => {
    const host = `127.0.0.1:${port()}`;
    const foreign = [
      { host, origin: "https://evil.example" },
      { host, origin: "null" },
      { host, "sec-fetch-site": "cross-site" },
      { host: `evil.example:${port()}` },
      { host: "127.0.0.1.evil.example" },
    ];
    for (const headers of foreign) {
      const path = `/bot${telegram.token}/setWebhook?url=https%3A%2F%2Fevil.example`;
      expect(await ask(path, headers, method), JSON.stringify(headers)).toBe(403);
    }
    expect(telegram.calls.filter(({ method: name }) => name === "setWebhook")).toEqual([]);
  });

  test("has another token at each start, and the same bot", async () => {
    const next = await startTelegram({ clock: stoppedClock() });
    expect(next.token).toMatch(/^1000000000:[\w-]{32}$/);
    expect(next.token).not.toBe(telegram.token);
    expect(next.bot.id).toBe(telegram.bot.id);
    await next.close();
  });
});
