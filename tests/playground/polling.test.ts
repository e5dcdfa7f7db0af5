import { expect, it } from "vitest";
import { openTelegram, stoppedClock } from "../support/telegram.ts";
import { call, descriptionOf } from "./call.ts";

type Fetched = { ok: boolean; result: { update_id: number; message?: { text: string } }[] };

it("keeps updates until an offset confirms them, and tells the person then", async () => {
  const telegram = await openTelegram();
  const alsu = telegram.person("Алсу");
  let isConfirmed = false;
  const said = alsu.says("/start").then(() => {
    isConfirmed = true;
  });
  void alsu.says("джаз");
  const first = (await call(telegram, "getUpdates")) as Fetched;
  const again = (await call(telegram, "getUpdates")) as Fetched;
  expect(first.result.map(({ message }) => message?.text)).toEqual(["/start", "джаз"]);
  expect(again).toEqual(first);
  expect(isConfirmed).toBe(false);
  const offset = (first.result[0]?.update_id ?? 0) + 1;
  const rest = (await call(telegram, "getUpdates", { offset })) as Fetched;
  await said;
  expect(rest.result.map(({ message }) => message?.text)).toEqual(["джаз"]);
  expect(telegram.pendingUpdates).toBe(1);
});

it("holds a long poll until something is said", async () => {
  const telegram = await openTelegram();
  const poll = call(telegram, "getUpdates", { timeout: 30 });
  await call(telegram, "getMe");
  void telegram.person("Алсу").says("сәлам");
  expect(await poll).toMatchObject({ ok: true, result: [{ message: { text: "сәлам" } }] });
});

it("throws the first of two pollers out", async () => {
  const telegram = await openTelegram();
  const first = descriptionOf(telegram, "getUpdates", { timeout: 30 });
  await call(telegram, "getMe");
  const second = call(telegram, "getUpdates", { timeout: 30 });
  expect(await first).toBe(
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
  );
  void telegram.person("Алсу").says("сәлам");
  expect(await second).toMatchObject({ ok: true, result: [{ message: { text: "сәлам" } }] });
});

it("refuses to poll while a webhook is set", async () => {
  const telegram = await openTelegram();
  await call(telegram, "setWebhook", { url: "https://kazan.ru/hook" });
  expect(await descriptionOf(telegram, "getUpdates")).toBe(
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  );
  await call(telegram, "deleteWebhook");
  expect(await descriptionOf(telegram, "getUpdates")).toBe("ok");
});

it("drops messages after a day and taps after 150 seconds", async () => {
  const clock = stoppedClock();
  const telegram = await openTelegram({ clock });
  const alsu = telegram.person("Алсу");
  void alsu.says("/start");
  void alsu.tapsData(1, "x");
  expect(telegram.pendingUpdates).toBe(2);
  clock.advance({ seconds: 150 });
  expect(telegram.pendingUpdates).toBe(1);
  clock.advance({ seconds: 24 * 60 * 60 });
  expect(telegram.pendingUpdates).toBe(0);
});

it("queues only the kinds that the bot allowed", async () => {
  const telegram = await openTelegram();
  await call(telegram, "getUpdates", { allowed_updates: ["message"] });
  const alsu = telegram.person("Алсу");
  await alsu.blocksBot();
  expect(telegram.pendingUpdates).toBe(0);
  void alsu.says("a");
  expect(telegram.pendingUpdates).toBe(1);
});
