import { describe, expect, it, onTestFinished, vi } from "vitest";
import { ComesAgain } from "../../../bot/doors/telegram/attempts/comes-again.ts";
import type { HandlerDeps } from "../../../bot/doors/telegram/intake/update-handler.ts";
import type { Person } from "../../../playground/people/person.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity } from "../../support/city.ts";
import { message, openHandler, says, someone, texts } from "./by-hand.ts";

const city = openCity();
const person = (name: string) => someone(city, name);
const open = (options?: Partial<HandlerDeps>) => openHandler(city, options);

describe("an update begun twice before, of which the program died,", () => {
  const begun = async (updateId: number, count: number) =>
    city.services.database.updateBegun.create({
      data: { key: `telegram:${updateId}`, count, at: city.clock.now() },
    });
  const notes = (updateId: number) =>
    city.services.database.updateBegun.findUnique({ where: { key: `telegram:${updateId}` } });

  it("is tried once more, and forgotten when it is done", async () => {
    const { handler } = open();
    const anna = person("Anna");
    const update = says(anna, "/help");
    await begun(update.update_id, 2);
    const since = anna.chat.length;
    await handler.handle(update);
    expect(texts(anna, since)).toEqual(["What I can do"]);
    expect(await notes(update.update_id)).toBeNull();
  });

  it("is given up after the third time: its sender and staff are told, and it is counted", async () => {
    const { handler, metrics } = open();
    const anna = person("Anna");
    const owner = person("Olga");
    await owner.says("/start");
    const role = {
      personId: await idOf(city.services.database, owner),
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
    const { handler } = open();
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
  const { handler, bot } = open();
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
    (await city.services.database.address.findFirst({ where: { externalId: String(of.user.id) } }))?.unreachableAt ??
    null;

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
  const { handler } = open();
  const vera = person("Vera");
  const since = vera.chat.length;
  const update = message(vera, { text: "ja\0zz \ud800", from: { ...vera.user, first_name: "Ve\0ra\udc00" } });
  await handler.handle(update);
  expect(texts(vera, since).join()).not.toContain("broke");
  const known = await city.services.database.person.findUnique({
    where: { id: await idOf(city.services.database, vera) },
  });
  expect(known?.firstName).toBe("Ve ra\ufffd");
});

it.each([
  { pinned_message: { message_id: 1, date: 0, chat: { id: 1, type: "private" } } },
  { chat_background_set: { type: { type: "fill" } } },
  { message_auto_delete_timer_changed: { message_auto_delete_time: 60 } },
  { new_chat_title: "Yard" },
  { write_access_allowed: {} },
])("what Telegram itself says about a chat is not answered: %o", async (content) => {
  const { handler } = open();
  const anna = person("Anna");
  const since = anna.chat.length;
  await handler.handle(message(anna, content));
  expect(anna.chat.length).toBe(since);
});
