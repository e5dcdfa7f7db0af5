import { expect, it, onTestFinished } from "vitest";
import { createClientOptions } from "../../../bot/doors/telegram/client/client.ts";
import { Inbox } from "../../../bot/doors/telegram/intake/inbox-store.ts";
import { Polling } from "../../../bot/doors/telegram/intake/polling.ts";
import { Receipts } from "../../../bot/doors/telegram/intake/receipt-store.ts";
import { createUpdateHandler } from "../../../bot/doors/telegram/intake/update-handler.ts";
import { RunningImports } from "../../../bot/feeds/preview/running.ts";
import { createLog } from "../../../bot/log.ts";
import { Metrics } from "../../../bot/metrics.ts";
import { createBot, redraws } from "../../../flows/bot.ts";
import type { Telegram } from "../../../playground/telegram.ts";
import { words } from "../../support/city.ts";
import { testDatabase } from "../../support/database.ts";
import { evening } from "../../support/evening.ts";
import { openTelegram, stoppedClock } from "../../support/telegram.ts";

const { database } = await testDatabase(undefined, "city");
const clock = stoppedClock(evening.now.toISOString());

/** A bot that polls as the real one does, stopped when the test ends unless it was before. */
async function startPolling(telegram: Telegram, { most }: { most?: number } = {}) {
  const log = createLog("silent", false);
  const services = {
    database,
    words,
    clock,
    log,
    city: { timeZone: evening.timeZone, language: "ru" as const },
    publicUrl: undefined,
    botUsername: telegram.bot.username,
    imports: new RunningImports(),
  };
  const client = createClientOptions(telegram.apiRoot);
  const bot = createBot(services, { token: telegram.token, botInfo: telegram.bot, client });
  const receipts = new Receipts(database);
  // What hangs would be waited for to the end.
  const farewell = 100;
  const handler = createUpdateHandler(bot, {
    ...{ services, receipts, metrics: new Metrics(), redraws },
    farewell: { all: farewell, aborted: farewell },
  });
  const polling = new Polling(bot.api, {
    finish: handler.finish,
    inbox: new Inbox(database),
    clock,
    log,
    farewell,
    ...(most === undefined ? {} : { most }),
  });
  await polling.start();
  const stop = async () => {
    await polling.stop();
    await handler.stop();
  };
  onTestFinished(stop);
  return { stop };
}

async function openCity() {
  // Each Telegram numbers its updates by the clock, which stands still.
  await database.$executeRaw`TRUNCATE "InboxUpdate", "UpdateReceipt", "UpdateBegun", "Person" CASCADE`;
  const telegram = await openTelegram({ clock, limits: "lifted" });
  const [ivan, alsu] = [
    telegram.person("Иван", { languageCode: "ru" }),
    telegram.person("Алсу", { languageCode: "ru" }),
  ];
  return { telegram, ivan, alsu };
}

const kept = async () => (await new Inbox(database).list()).map(({ message }) => message?.text);

/** Telegram never answers what is sent to that chat. */
const hangFor = (telegram: Telegram, person: { user: { id: number } }) =>
  telegram.fail({ method: "sendMessage", chatId: person.user.id, with: "hang" });

it("a chat that Telegram leaves hanging keeps nobody else waiting, and is confirmed because it is kept", async () => {
  const { telegram, ivan, alsu } = await openCity();
  await startPolling(telegram);
  hangFor(telegram, ivan);
  await ivan.says("/help");
  expect(await kept()).toEqual(["/help"]);
  for (const command of ["/help", "/tonight", "/settings"]) await alsu.says(command);
  await expect.poll(() => String(alsu.latest?.text)).toContain("Настройки");
  expect(telegram.pendingUpdates).toBe(0);
});

it("more than a hundred of one chat keep nobody else waiting", async () => {
  const { telegram, ivan, alsu } = await openCity();
  await startPolling(telegram);
  hangFor(telegram, ivan);
  for (let n = 0; n < 130; n += 1) void ivan.says("/help");
  await alsu.says("/settings");
  await expect.poll(() => String(alsu.latest?.text)).toContain("Настройки");
  await expect.poll(async () => (await kept()).length).toBe(130);
});

it("what is kept is done first after a crash, in its order, and then gone; Telegram's repetition is not done twice", async () => {
  const { telegram, ivan } = await openCity();
  const heal = hangFor(telegram, ivan);
  const first = await startPolling(telegram);
  const commands = ["/help", "/settings", "/tonight"];
  for (const command of commands) void ivan.says(command);
  await expect.poll(async () => (await kept()).length).toBe(3);
  await first.stop();
  expect(await kept()).toEqual(commands);
  heal();
  const before = ivan.chat.length;
  await startPolling(telegram);
  await expect.poll(async () => (await kept()).length).toBe(0);
  const answers = ivan.chat.slice(before).map(({ text }) => text.split("\n")[0]);
  expect(answers).toEqual(["Что я умею", "Настройки", expect.stringContaining("Сегодня из дома")]);
});

it("nothing is confirmed that is neither done nor kept, and others are answered meanwhile", async () => {
  const { telegram, ivan, alsu } = await openCity();
  // PostgreSQL takes everything but what goes into the inbox, as if it were read-only.
  await database.$executeRaw`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'только чтение' USING ERRCODE = '25006'; END $$`;
  await database.$executeRaw`CREATE TRIGGER refuse BEFORE INSERT ON "InboxUpdate" EXECUTE FUNCTION refuse()`;
  const { stop } = await startPolling(telegram);
  hangFor(telegram, ivan);
  void ivan.says("/help");
  void alsu.says("/settings");
  await expect.poll(() => String(alsu.latest?.text)).toContain("Настройки");
  expect(telegram.pendingUpdates).toBe(2);
  void alsu.says("/tonight");
  await expect.poll(() => String(alsu.latest?.text)).toContain("Сегодня из дома");
  const answers = alsu.chat.length;
  await expect.poll(() => database.updateReceipt.count()).toBe(2);
  await stop();
  await database.$executeRaw`DROP TRIGGER refuse ON "InboxUpdate"`;
  // What was done is in front of what was not: Telegram knows of nothing, and would bring all of it again.
  expect(telegram.pendingUpdates).toBe(3);
  await startPolling(telegram);
  await expect.poll(() => telegram.pendingUpdates).toBe(0);
  expect(alsu.chat.length).toBe(answers);
});

it("with too many in hand no more are fetched, and it goes on as they are done", async () => {
  const { telegram, ivan, alsu } = await openCity();
  await startPolling(telegram, { most: 2 });
  const fault = { method: "sendMessage", chatId: ivan.user.id, with: { code: 500, description: "Internal" } };
  const heal = telegram.fail(fault);
  void ivan.says("/help");
  void ivan.says("/help");
  await expect.poll(async () => (await kept()).length).toBe(2);
  const asked = () => telegram.calls.filter(({ method }) => method === "getUpdates").length;
  const before = asked();
  void alsu.says("/settings");
  await expect.poll(() => telegram.pendingUpdates).toBeGreaterThan(0);
  expect(asked()).toBeLessThanOrEqual(before + 1);
  expect(alsu.latest).toBeUndefined();
  heal();
  await expect.poll(() => String(alsu.latest?.text)).toContain("Настройки");
});
