import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { Update } from "@grammyjs/types";
import { expect, it, onTestFinished } from "vitest";
import { openTelegram } from "../support/telegram.ts";
import { call, descriptionOf } from "./call.ts";

type Bot = { url: string; seen: string[]; headers: IncomingHttpHeaders[]; most: () => number };

/** A bot behind a webhook that answers with what `status` says. */
async function openBot(status: (text: string, attempt: number) => number | Promise<number>): Promise<Bot> {
  const seen: string[] = [];
  const headers: IncomingHttpHeaders[] = [];
  let active = 0;
  let most = 0;
  const server = createServer(async (request, response) => {
    active += 1;
    most = Math.max(most, active);
    const update: Update = JSON.parse((await request.toArray()).join(""));
    const text = update.message?.text ?? "";
    seen.push(text);
    headers.push(request.headers);
    const attempt = seen.filter((earlier) => earlier === text).length;
    const answer = await status(text, attempt);
    active -= 1;
    response.writeHead(answer).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook`, seen, headers, most: () => most };
}

it("delivers with the secret, and tells the person when the bot said 2xx", async () => {
  const telegram = await openTelegram();
  const bot = await openBot(() => 200);
  await call(telegram, "setWebhook", { url: bot.url, secret_token: "s3cret-_" });
  await telegram.person("Алсу").says("сәлам");
  expect(bot.headers[0]?.["x-telegram-bot-api-secret-token"]).toBe("s3cret-_");
  expect(telegram.pendingUpdates).toBe(0);
});

it("repeats a failed update before the next one of its chat, while other chats go on", async () => {
  const telegram = await openTelegram();
  const bot = await openBot((text, attempt) => (text === "a1" && attempt < 4 ? 500 : 200));
  const [alsu, bulat] = [telegram.person("Алсу"), telegram.person("Булат")];
  const said = [alsu.says("a1"), alsu.says("a2"), bulat.says("b1"), bulat.says("b2")];
  await call(telegram, "setWebhook", { url: bot.url });
  await Promise.all(said);
  expect(bot.seen.filter((text) => text.startsWith("a"))).toEqual(["a1", "a1", "a1", "a1", "a2"]);
  expect(bot.seen.filter((text) => text.startsWith("b"))).toEqual(["b1", "b2"]);
  expect(bot.seen.indexOf("b2")).toBeLessThan(bot.seen.indexOf("a2"));
  expect(await call(telegram, "getWebhookInfo")).toMatchObject({
    result: { url: bot.url, last_error_message: "Wrong response from the webhook: 500 Internal Server Error" },
  });
});

it("opens no more connections than allowed, and no more than one for a chat", async () => {
  const telegram = await openTelegram();
  const gate = Promise.withResolvers<number>();
  const bot = await openBot(() => gate.promise);
  const people = Array.from({ length: 20 }, (_, index) => telegram.person(`Житель ${index}`));
  const said = people.flatMap((person) => ["1", "2"].map((turn) => person.says(`${person.name}: ${turn}`)));
  await call(telegram, "setWebhook", { url: bot.url, max_connections: 3 });
  await expect.poll(() => bot.seen).toEqual(["Житель 0: 1", "Житель 1: 1", "Житель 2: 1"]);
  gate.resolve(200);
  await Promise.all(said);
  expect(bot.seen).toHaveLength(40);
  expect(bot.most()).toBe(3);
});

it("gives to polling what the webhook did not confirm", async () => {
  const telegram = await openTelegram({ webhookDelay: () => 60_000 });
  const bot = await openBot(() => 500);
  await call(telegram, "setWebhook", { url: bot.url });
  void telegram.person("Алсу").says("сәлам");
  await expect.poll(() => bot.seen).toEqual(["сәлам"]);
  await call(telegram, "setWebhook", { url: "" });
  expect(await call(telegram, "getUpdates")).toMatchObject({ result: [{ message: { text: "сәлам" } }] });
});

it.each([
  ["http://kazan.ru/hook", "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"],
  ["https://kazan.ru:9000/", "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"],
  ["kazan", "Bad Request: bad webhook: invalid webhook URL specified"],
  ["https://kazan.ru:8443/", "ok"],
])("takes %s as Telegram would", async (url, expected) => {
  const telegram = await openTelegram({ webhookDelay: () => 60_000 });
  expect(await descriptionOf(telegram, "setWebhook", { url })).toBe(expected);
});
