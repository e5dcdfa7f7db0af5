import { describe, expect, it } from "vitest";
import { accountOf } from "../../../bot/doors/telegram/door.ts";
import { markBlocked } from "../../../bot/people/address-store.ts";
import { findIdOf } from "../../support/addresses.ts";
import { openCity } from "../../support/city.ts";
import { anotherBot } from "../drive.ts";

const city = openCity();
const alsu = () => city.telegram.person("Алсу", { languageCode: "tt" });
const ivan = () => city.telegram.person("Иван", { languageCode: "ru" });
const named = (command: string) => `${command}@${city.telegram.bot.username}`;
const sent = () => city.telegram.calls.filter(({ method }) => method !== "getUpdates").length;

describe("in a group", () => {
  const group = () => city.telegram.groups[0] ?? city.telegram.group("Двор", [alsu(), ivan()]);

  it("the bot keeps silent unless a command names it", async () => {
    const before = sent();
    for (const text of ["джаз в субботу", "/tonight", "Сегодня вечером", "/start"]) await group().says(ivan(), text);
    expect(sent()).toBe(before);
    await group().says(ivan(), named("/tonight"));
    expect(group().screen).toContain("Сегодня из дома");
  });

  it("anybody may press the buttons under its message, which stays in the language of who asked", async () => {
    await group().taps(ivan(), "Завтра");
    expect(group().screen).toContain("Завтра · сб, 21 ноября");
    await group().taps(alsu(), "Выходные");
    expect(group().screen).toContain("Выходные · ");
    await group().says(alsu(), named("/tonight"));
    await group().taps(ivan(), "Иртәгә");
    expect(group().screen).toContain("Иртәгә · ");
  });

  it.each(["/my", "/privacy", "/simple"])("%s says where it works, with the way there", async (command) => {
    await group().says(ivan(), named(command));
    expect(group().screen).toContain("работает только в личном чате со мной");
    expect(group().screen).toContain("Начать");
  });

  it("there is never a reply keyboard", async () => {
    await group().says(ivan(), named("/start"));
    await group().says(ivan(), named("/language"));
    await group().taps(ivan(), "English");
    await group().taps(ivan(), "Русский");
    const markups = city.telegram.calls
      .filter(({ chatId }) => chatId === group().id)
      .map(({ payload }) => JSON.stringify(payload["reply_markup"] ?? ""));
    expect(markups.filter((markup) => markup.includes('keyboard":') && !markup.includes("inline_keyboard"))).toEqual(
      [],
    );
  });

  it("nobody's data is shown or erased before all", async () => {
    await group().says(ivan(), named("/privacy"));
    expect(group().screen).not.toContain("Иван");
    await group().says(ivan(), named("/settings"));
    expect(group().screen).not.toContain("Мои данные");
    const messageId = group().chat.findLast(({ isFromBot }) => isFromBot)?.id ?? 0;
    for (const data of ["pv:", "er:"]) {
      await city.telegram.deliver({
        callback_query: {
          id: `forged ${data}`,
          from: ivan().user,
          chat_instance: "1",
          data,
          message: { message_id: messageId, date: 0, chat: { id: group().id, type: "group", title: "Двор" } },
        },
      });
      expect(group().screen).not.toContain("Иван");
      expect(group().screen).not.toContain("удалить");
    }
  });

  it("search works by its command", async () => {
    await group().says(ivan(), `${named("/search")} джаз`);
    expect(group().screen).toContain("Джаз в Кремле");
  });

  it("being thrown out does no harm", async () => {
    await group().removesBot(ivan());
    await ivan().says("/tonight");
    ivan().sees("Сегодня из дома");
  });
});

describe("whoever blocks the bot", () => {
  const blockedAt = async () =>
    (await city.services.database.address.findFirst({ where: { externalId: String(alsu().user.id) } }))?.unreachableAt;

  it("is marked, and unmarked when they are back", async () => {
    await alsu().says("/start");
    await alsu().blocksBot();
    expect(await blockedAt()).toEqual(city.clock.now());
    await alsu().unblocksBot();
    expect(await blockedAt()).toBeNull();
  });

  it("is unmarked by a message too", async () => {
    await markBlocked(city.services.database, accountOf(alsu().user), true, city.clock.now());
    await alsu().says("/start");
    expect(await blockedAt()).toBeNull();
  });

  it("is marked when an answer finds the door shut", async () => {
    const heal = city.telegram.fail({
      method: "sendMessage",
      times: 1,
      with: { code: 403, description: "Forbidden: bot was blocked by the user" },
    });
    await alsu().says("/tonight");
    heal();
    expect(await blockedAt()).toEqual(city.clock.now());
  });

  it("is not made known by it, if they were not", async () => {
    const stranger = city.telegram.person("Чужой");
    await stranger.blocksBot();
    expect(await findIdOf(city.services.database, stranger)).toBeUndefined();
  });
});

describe("updates of kinds that the bot never asked for", () => {
  const user = { id: 77, is_bot: false, first_name: "Кто-то" };
  const channel = { id: -100, type: "channel", title: "Канал" } as const;
  const chat = { id: 77, type: "private", first_name: "Кто-то" } as const;
  const message = { message_id: 1, date: 0, chat, from: user, text: "джаз" } as const;

  it.each([
    ["a channel post", { channel_post: { message_id: 1, date: 0, chat: channel, text: "джаз" } }],
    ["an edited message", { edited_message: { ...message, edit_date: 1 } }],
    ["an edited channel post", { edited_channel_post: { message_id: 1, date: 0, chat: channel, edit_date: 1 } }],
    ["a poll", { poll: { id: "1", question: "?", options: [], total_voter_count: 0 } }],
    ["a poll answer", { poll_answer: { poll_id: "1", user, option_ids: [0] } }],
    ["a member", { chat_member: { chat: channel, from: user, date: 0 } }],
    ["a join request", { chat_join_request: { chat: channel, from: user, user_chat_id: 77, date: 0 } }],
    ["a reaction", { message_reaction: { chat, message_id: 1, user, date: 0, old_reaction: [], new_reaction: [] } }],
    ["a chosen inline result", { chosen_inline_result: { result_id: "1", from: user, query: "" } }],
    ["a message of another bot", { message: { ...message, from: { ...user, is_bot: true } } }],
    ["a service message without a sender", { message: { message_id: 1, date: 0, chat: channel } }],
    ["nothing at all", {}],
    ["something of next year", { hologram: { from: user } }],
  ])("%s is let pass without a word", async (_, update) => {
    const { handler } = anotherBot(city);
    const before = sent();
    await handler.handle({ update_id: Math.floor(before * 1_000 + Math.random() * 1_000), ...update } as never);
    expect(sent()).toBe(before);
  });
});
