import type { Update } from "grammy/types";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createBot, redraws } from "../../bot/bot.ts";
import { Metrics } from "../../bot/metrics.ts";
import { createClientOptions } from "../../bot/telegram/client.ts";
import { ComesAgain } from "../../bot/telegram/comes-again.ts";
import { Receipts } from "../../bot/telegram/receipt-store.ts";
import { Suspects } from "../../bot/telegram/suspects.ts";
import { createUpdateHandler, type HandlerDeps } from "../../bot/telegram/update-handler.ts";
import type { Person } from "../../playground/person.ts";
import { openCity } from "../support/city.ts";

const city = openCity();
const person = (name: string) => city.telegram.person(name, { languageCode: "en", hasStarted: true });
let ids = 900_000;

/** A bot of its own that takes updates by hand; nobody has to wait until it has lived for a while. */
function openHandler(options: Partial<HandlerDeps> = {}) {
  const { services, telegram } = city;
  const client = createClientOptions(telegram.apiRoot);
  const bot = createBot(services, { token: telegram.token, botInfo: telegram.bot, client });
  const receipts = new Receipts(services.database);
  const metrics = new Metrics();
  const suspects = new Suspects({ calm: 0 });
  const handler = createUpdateHandler(bot, { services, receipts, metrics, suspects, ...options });
  onTestFinished(() => handler.stop());
  return { bot, handler, metrics };
}

function message(from: Person, content: object, updateId?: number): Update {
  ids += 1;
  const chat = { id: from.user.id, type: "private" as const, first_name: from.name };
  const command = "text" in content && String(content.text).startsWith("/");
  const entities = command
    ? { entities: [{ type: "bot_command", offset: 0, length: String(content.text).length }] }
    : {};
  const said = { message_id: ids, date: 0, from: from.user, chat, ...entities, ...content };
  return { update_id: updateId ?? ids, message: said } as Update;
}

const says = (from: Person, text: string) => message(from, { text });
const texts = (of: Person, since: number) => of.chat.slice(since).map(({ text }) => text.split("\n")[0]);
const slowDown =
  "That is more than I can take in at once. Please go a little slower – in half a minute I will be glad to go on.";

describe("a budget a person", () => {
  it("lets a few through at once and one a second; what is over is told once, and costs nothing but its receipt", async () => {
    const { handler } = openHandler({ burst: 3 });
    const [anna, boris] = [person("Anna"), person("Boris")];
    await anna.says("/start");
    await boris.says("/start");
    const [since, others] = [anna.chat.length, boris.chat.length];
    const many = Array.from({ length: 30 }, () => says(anna, "/help"));
    await Promise.all(many.map((update) => handler.finish(update)));
    await handler.finish(says(boris, "/help"));
    await handler.idle();
    expect(texts(anna, since).sort()).toEqual([slowDown, "What I can do", "What I can do", "What I can do"].sort());
    expect(texts(boris, others)).toEqual(["What I can do"]);
    const receipts = await city.services.database.updateReceipt.count({
      where: { updateId: { in: many.map(({ update_id }) => BigInt(update_id)) } },
    });
    expect(receipts).toBe(30);
    city.clock.advance({ seconds: 2 });
    for (let n = 0; n < 3; n += 1) await handler.finish(says(anna, "/help"));
    await handler.idle();
    expect(texts(anna, since + 4)).toEqual(["What I can do", "What I can do"]);
  });

  it("leaves no button spinning, and weighs nothing twice that comes again", async () => {
    const { handler, bot } = openHandler({ burst: 1 });
    const anna = person("Anna");
    const update = says(anna, "/help");
    vi.spyOn(bot, "handleUpdate").mockRejectedValueOnce(new TypeError("timeout exceeded when trying to connect"));
    await expect(handler.handle(update)).rejects.toThrow(ComesAgain);
    const since = anna.chat.length;
    await handler.handle(update);
    expect(texts(anna, since)).toEqual(["What I can do"]);
    const answered = city.telegram.calls.filter(({ method }) => method === "answerCallbackQuery").length;
    for (let n = 0; n < 3; n += 1) await handler.finish(tap(anna, "m:"));
    await handler.idle();
    const calls = city.telegram.calls.filter(({ method }) => method === "answerCallbackQuery");
    expect(calls.length - answered).toBe(3);
  });

  it("does not count what a group says to itself, and counts inline queries apart", async () => {
    const { handler } = openHandler({ burst: 1 });
    const anna = person("Anna");
    const group = { id: -77, type: "supergroup" as const, title: "Yard" };
    for (let n = 0; n < 5; n += 1) await handler.finish(message(anna, { text: "hello", chat: group }));
    for (let n = 0; n < 5; n += 1) {
      ids += 1;
      const query = { id: "1", from: anna.user, query: "jazz", offset: "" };
      await handler.finish({ update_id: ids, inline_query: query } as Update);
    }
    const since = anna.chat.length;
    await handler.finish(says(anna, "/help"));
    expect(texts(anna, since)).toEqual(["What I can do"]);
  });
});

function tap(from: Person, data: string, on = from.latest?.id ?? 0): Update {
  ids += 1;
  const chat = { id: from.user.id, type: "private" as const, first_name: from.name };
  const pressed = { message_id: on, date: 1, chat, text: "…" };
  return {
    update_id: ids,
    callback_query: { id: String(ids), from: from.user, chat_instance: "1", data, message: pressed },
  } as Update;
}

describe("presses that wait behind each other", () => {
  it("and only draw the same message anew are one press: the last", async () => {
    const { handler } = openHandler({ redraws });
    const anna = person("Anna");
    await anna.says("/tonight");
    const edits = () => city.telegram.calls.filter(({ method }) => method === "editMessageText").length;
    const before = edits();
    const presses = ["l:m~~0", "l:w~~0", "l:t~~0", "l:m~~0"].map((data) => tap(anna, data));
    await Promise.all(presses.map((press) => handler.finish(press)));
    expect(edits() - before).toBeLessThanOrEqual(2);
    expect(anna.latest?.text).toContain("Tomorrow");
  });

  it("are all done when one of them does more than that", async () => {
    const { handler } = openHandler({ redraws });
    const anna = person("Anna");
    await anna.says("/tonight");
    const since = anna.chat.length;
    const presses = ["ic:1n", "ic:1n", "l:m~~0"].map((data) => tap(anna, data));
    await Promise.all(presses.map((press) => handler.finish(press)));
    expect(anna.chat.length - since).toBe(2);
  });
});

describe("an update begun twice before, of which the program died,", () => {
  const begun = async (updateId: number, count: number) =>
    city.services.database.updateBegun.create({
      data: { key: `telegram:${updateId}`, count, at: city.clock.now() },
    });
  const notes = (updateId: number) =>
    city.services.database.updateBegun.findUnique({ where: { key: `telegram:${updateId}` } });

  it("is tried once more, and forgotten when it is done", async () => {
    const { handler } = openHandler();
    const anna = person("Anna");
    const update = says(anna, "/help");
    await begun(update.update_id, 2);
    const since = anna.chat.length;
    await handler.handle(update);
    expect(texts(anna, since)).toEqual(["What I can do"]);
    expect(await notes(update.update_id)).toBeNull();
  });

  it("is given up after the third time: its sender and staff are told, and it is counted", async () => {
    const { handler, metrics } = openHandler();
    const anna = person("Anna");
    const owner = person("Olga");
    await owner.says("/start");
    const role = {
      personId: BigInt(owner.user.id),
      role: "owner" as const,
      origin: "command" as const,
      grantedAt: city.clock.now(),
    };
    await city.services.database.staffRole.create({ data: role });
    const update = says(anna, "/help");
    await begun(update.update_id, 3);
    await handler.handle(update);
    expect(anna.latest?.text).toBe(
      `I have tripped over this message several times and put it aside, sorry. Please try it another way, or tell us this number: ${update.update_id}`,
    );
    await city.deliver();
    expect(owner.latest?.text).toContain(
      `Update ${update.update_id} was put aside: the program ended in the middle of it 3 times.`,
    );
    expect(await metrics.registry.metrics()).toContain('ishek_updates_total{kind="message",outcome="given up"} 1');
    expect(await notes(update.update_id)).toBeNull();
    const since = anna.chat.length;
    await handler.handle(update);
    expect(anna.chat.length).toBe(since);
  });

  it("what only had to come again, or was in hand at an orderly stop, counts as no death", async () => {
    const { handler } = openHandler();
    const anna = person("Anna");
    const update = says(anna, "/help");
    city.telegram.fail({
      method: "sendMessage",
      chatId: anna.user.id,
      times: 5,
      with: { code: 500, description: "x" },
    });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await expect(handler.handle(update)).rejects.toThrow(ComesAgain);
      expect(await notes(update.update_id)).toBeNull();
    }
    await handler.handle(update);
    const hanging = says(anna, "/help");
    const heal = city.telegram.fail({ method: "sendMessage", chatId: anna.user.id, with: "hang" });
    const left = expect(handler.finish(hanging)).rejects.toThrow(ComesAgain);
    await expect.poll(() => notes(hanging.update_id)).toMatchObject({ count: 1 });
    await handler.stop();
    await left;
    heal();
    expect(await notes(hanging.update_id)).toBeNull();
  });
});

it("an update that takes too long makes no call any more, and its repetition begins after it", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const { handler, bot } = openHandler();
  const anna = person("Anna");
  const update = says(anna, "/help");
  const since = anna.chat.length;
  const steps: string[] = [];
  const gate = Promise.withResolvers<void>();
  const slow = vi.spyOn(bot, "handleUpdate").mockImplementationOnce(async () => {
    steps.push("begins");
    await gate.promise;
    await bot.api.sendMessage(anna.user.id, "too late").catch(() => steps.push("not said"));
    steps.push("ends");
  });
  const first = handler.handle(update).catch((error: unknown) => steps.push(String((error as Error).name)));
  const second = first.then(() => handler.handle(update)).then(() => steps.push("done"));
  await vi.waitFor(() => expect(steps).toEqual(["begins"]));
  vi.advanceTimersByTime(25_000);
  vi.useRealTimers();
  // The deadline has its say first.
  await new Promise((turn) => setImmediate(turn));
  expect(slow).toHaveBeenCalledTimes(1);
  gate.resolve();
  await second;
  expect(steps).toEqual(["begins", "not said", "ends", "ComesAgain", "done"]);
  expect(texts(anna, since)).toEqual(["What I can do"]);
});

describe("a chat that the bot may not speak in", () => {
  const kicked = { code: 403, description: "Forbidden: bot was kicked from the supergroup chat" };
  const blockedAt = async (of: Person) =>
    (await city.services.database.person.findUnique({ where: { id: BigInt(of.user.id) } }))?.blockedAt ?? null;

  it.each([
    kicked,
    { code: 400, description: "Bad Request: not enough rights to send text messages to the chat" },
    { code: 400, description: "Bad Request: TOPIC_CLOSED" },
  ])("if it is a group, says nothing of the person: $description", async (failure) => {
    const boris = person("Boris");
    await boris.says("/start");
    const group = city.telegram.group("Yard", [boris]);
    const error = vi.spyOn(city.services.log, "error");
    onTestFinished(() => error.mockRestore());
    city.telegram.fail({ method: "sendMessage", chatId: group.id, times: 1, with: failure });
    await group.says(boris, `/tonight@${city.telegram.bot.username}`);
    expect(await blockedAt(boris)).toBeNull();
    expect(error).not.toHaveBeenCalled();
  });

  it("if it is the private one, has been blocked", async () => {
    const boris = person("Boris");
    const description = "Forbidden: bot was blocked by the user";
    city.telegram.fail({ method: "sendMessage", chatId: boris.user.id, times: 1, with: { code: 403, description } });
    await boris.says("/help");
    expect(await blockedAt(boris)).toEqual(city.clock.now());
    await boris.says("/help");
  });
});

it("what PostgreSQL takes in no text never reaches a handler", async () => {
  const { handler } = openHandler();
  const vera = person("Vera");
  const since = vera.chat.length;
  const update = message(vera, { text: "ja\0zz \ud800", from: { ...vera.user, first_name: "Ve\0ra\udc00" } });
  await handler.handle(update);
  expect(texts(vera, since).join()).not.toContain("broke");
  const known = await city.services.database.person.findUnique({ where: { id: BigInt(vera.user.id) } });
  expect(known?.firstName).toBe("Ve ra\ufffd");
});

it.each([
  { pinned_message: { message_id: 1, date: 0, chat: { id: 1, type: "private" } } },
  { chat_background_set: { type: { type: "fill" } } },
  { message_auto_delete_timer_changed: { message_auto_delete_time: 60 } },
  { new_chat_title: "Yard" },
  { write_access_allowed: {} },
])("what Telegram itself says about a chat is not answered: %o", async (content) => {
  const { handler } = openHandler();
  const anna = person("Anna");
  const since = anna.chat.length;
  await handler.handle(message(anna, content));
  expect(anna.chat.length).toBe(since);
});
