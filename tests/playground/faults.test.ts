import { expect, it } from "vitest";
import { openTelegram, stoppedClock } from "../support/telegram.ts";
import { call, descriptionOf } from "./call.ts";

it("fails as often as it is told, in the chat that it is told", async () => {
  const telegram = await openTelegram();
  for (const id of [7, 8]) telegram.person(`${id}`, { id, hasStarted: true });
  const send = (chat_id: number) => call(telegram, "sendMessage", { chat_id, text: "a" });
  telegram.fail({
    method: "sendMessage",
    chatId: 7,
    times: 1,
    with: { code: 429, description: "Too Many Requests: retry after 7", retryAfter: 7 },
  });
  expect(await send(8)).toMatchObject({ ok: true });
  expect(await send(7)).toEqual({
    ok: false,
    error_code: 429,
    description: "Too Many Requests: retry after 7",
    parameters: { retry_after: 7 },
  });
  expect(await send(7)).toMatchObject({ ok: true });
});

it("breaks the connection before or after the message is taken", async () => {
  const telegram = await openTelegram();
  const alsu = telegram.person("Алсу", { id: 7, hasStarted: true });
  const send = () => call(telegram, "sendMessage", { chat_id: 7, text: "a" });
  telegram.fail({ times: 1, with: "reset before accepting" });
  await expect(send()).rejects.toThrow("fetch failed");
  expect(alsu.chat).toHaveLength(0);
  telegram.fail({ times: 1, with: "reset after accepting" });
  await expect(send()).rejects.toThrow("fetch failed");
  expect(alsu.chat).toHaveLength(1);
  expect(telegram.calls.map(({ outcome }) => outcome.kind)).toEqual(["broken", "broken"]);
});

it("answers with the page of a proxy, late, or never", async () => {
  const telegram = await openTelegram();
  const address = `${telegram.apiRoot}/bot${telegram.token}/getMe`;
  telegram.fail({ times: 1, with: "500 html" });
  expect((await fetch(address)).headers.get("content-type")).toBe("text/html");
  telegram.fail({ times: 1, with: { delay: 1 } });
  expect((await fetch(address)).status).toBe(200);
  const end = telegram.fail({ with: "hang" });
  await expect(fetch(address, { signal: AbortSignal.timeout(20) })).rejects.toThrow("timeout");
  end();
  expect((await fetch(address)).status).toBe(200);
});

it("lets 30 messages a second go to people who did not write", async () => {
  const clock = stoppedClock();
  const telegram = await openTelegram({ clock });
  const send = async (chat_id: number) => {
    telegram.person(`${chat_id}`, { id: chat_id, hasStarted: true });
    return descriptionOf(telegram, "sendMessage", { chat_id, text: "a" });
  };
  for (let id = 1; id <= 30; id += 1) expect(await send(id)).toBe("ok");
  expect(await send(31)).toBe("Too Many Requests: retry after 1");
  void telegram.person("32", { id: 32 }).says("/start");
  expect(await send(32), "a reply").toBe("ok");
  clock.advance({ seconds: 1 });
  expect(await send(31)).toBe("ok");
});

it("lets a burst of 20 go to one person, then one a second", async () => {
  const clock = stoppedClock();
  const telegram = await openTelegram({ clock });
  telegram.person("Алсу", { id: 7, hasStarted: true });
  const send = () => descriptionOf(telegram, "sendMessage", { chat_id: 7, text: "a" });
  for (let count = 1; count <= 20; count += 1) expect(await send()).toBe("ok");
  expect(await send()).toBe("Too Many Requests: retry after 1");
  clock.advance({ seconds: 1 });
  expect(await send()).toBe("ok");
  expect(await send()).toBe("Too Many Requests: retry after 1");
});

it("lets 20 messages a minute go to a group", async () => {
  const clock = stoppedClock();
  const telegram = await openTelegram({ clock });
  const group = telegram.group("Соседи", [telegram.person("Алсу")]);
  const send = () => descriptionOf(telegram, "sendMessage", { chat_id: group.id, text: "a" });
  for (let count = 1; count <= 20; count += 1) expect(await send()).toBe("ok");
  expect(await send()).toBe("Too Many Requests: retry after 60");
});

it("lets everything go when the limits are lifted", async () => {
  const telegram = await openTelegram({ limits: "lifted" });
  telegram.person("Алсу", { id: 7, hasStarted: true });
  for (let count = 1; count <= 50; count += 1) {
    expect(await descriptionOf(telegram, "sendMessage", { chat_id: 7, text: "a" })).toBe("ok");
  }
});
