import type { Update } from "grammy/types";
import { beforeEach, describe, expect, it } from "vitest";
import { ComesAgain } from "../../bot/doors/telegram/attempts/comes-again.ts";
import { telegramWebhook } from "../../bot/web/telegram-webhook.ts";

const secret = "a-secret-of-some-length";
let handled: Update[] = [];
let failure: Error | undefined;

const app = telegramWebhook("updates", secret, async (update) => {
  if (failure) throw failure;
  handled.push(update);
});

beforeEach(() => {
  handled = [];
  failure = undefined;
});

const post = (body: string, headers: Record<string, string> = { "X-Telegram-Bot-Api-Secret-Token": secret }) =>
  app.request("/telegram/updates", {
    method: "POST",
    body,
    headers: { "Content-Type": "application/json", ...headers },
  });

const update = JSON.stringify({ update_id: 7, message: { text: "привет" } });

it("hands an update over and confirms it when it is handled", async () => {
  expect((await post(update)).status).toBe(200);
  expect(handled).toEqual([{ update_id: 7, message: { text: "привет" } }]);
});

describe("without the right secret nothing happens:", () => {
  it.each([
    ["none", {}],
    ["an empty one", { "X-Telegram-Bot-Api-Secret-Token": "" }],
    ["another one", { "X-Telegram-Bot-Api-Secret-Token": "another-secret-of-it" }],
    ["one of the same length", { "X-Telegram-Bot-Api-Secret-Token": secret.replace("a", "b") }],
    ["the right one and more", { "X-Telegram-Bot-Api-Secret-Token": `${secret}x` }],
    ["one under another name", { Authorization: secret }],
  ])("%s", async (_, headers) => {
    expect((await post(update, headers)).status).toBe(401);
    expect(handled).toEqual([]);
  });
});

it.each([
  ["not JSON", "{"],
  ["empty", ""],
  ["a list", "[1]"],
  ["null", "null"],
  ["without an id", "{}"],
  ["with an id that is none", '{"update_id":"7"}'],
  ["with half an id", '{"update_id":7.5}'],
])("a body that is %s is refused", async (_, body) => {
  expect((await post(body)).status).toBe(400);
  expect(handled).toEqual([]);
});

it("a body larger than any update is refused", async () => {
  const large = JSON.stringify({ update_id: 7, text: "x".repeat(1_048_576) });
  expect((await post(large)).status).toBe(413);
  const headers = { "X-Telegram-Bot-Api-Secret-Token": secret, "Content-Length": String(Buffer.byteLength(large)) };
  expect((await post(large, headers)).status).toBe(413);
  expect((await post(update, { ...headers, "Content-Length": "far more" })).status).toBe(413);
  expect(handled).toEqual([]);
});

it("asks for an update again that could not be handled now", async () => {
  failure = new ComesAgain("update 7");
  expect((await post(update)).status).toBe(500);
});

it("answers nothing else there", async () => {
  expect((await app.request("/telegram/updates")).status).toBe(404);
  expect((await app.request("/telegram/other", { method: "POST" })).status).toBe(404);
});

describe("without any secret, on this machine:", () => {
  const open = telegramWebhook("updates", undefined, async (update) => void handled.push(update));
  const send = (headers: Record<string, string>) =>
    open.request("/telegram/updates", { method: "POST", body: update, headers });
  const json = { "Content-Type": "application/json" };

  it.each<Record<string, string>>([
    { ...json, Host: "127.0.0.1:3000" },
    { "Content-Type": "application/json; charset=utf-8", Host: "localhost:3000" },
    { ...json, Host: "[::1]:3000" },
  ])("a server is let in: %j", async (headers) => {
    expect((await send(headers)).status).toBe(200);
    expect(handled).toHaveLength(1);
  });

  it.each<Record<string, string>>([
    { ...json, Host: "127.0.0.1:3000", Origin: "https://evil.example" },
    { ...json, Host: "127.0.0.1:3000", Origin: "http://127.0.0.1:3000" },
    { ...json, Host: "127.0.0.1:3000", Origin: "null" },
    { ...json, Host: "127.0.0.1:3000", "Sec-Fetch-Site": "cross-site" },
    { ...json, Host: "evil.example:3000" },
    { ...json, Host: "127.0.0.1.evil.example" },
    json,
    { "Content-Type": "text/plain", Host: "127.0.0.1:3000" },
    { "Content-Type": "application/jsonx", Host: "127.0.0.1:3000" },
    { Host: "127.0.0.1:3000" },
  ])("a web page is not: %j", async (headers) => {
    expect((await send(headers)).status).toBe(403);
    expect(handled).toEqual([]);
  });
});
