import { expect, it } from "vitest";
import type { Telegram } from "../../playground/telegram.ts";
import { openTelegram, stoppedClock } from "../support/telegram.ts";
import { call, descriptionOf } from "./call.ts";

/** Алсу (7) has a protected text, a photo with a button, and a poll from the bot; Булат (8) has nothing yet. */
async function openChats(): Promise<Telegram> {
  const telegram = await openTelegram();
  telegram.person("Алсу", { id: 7, hasStarted: true });
  telegram.person("Булат", { id: 8, hasStarted: true });
  const reply_markup = { inline_keyboard: [[{ text: "Карта", callback_data: "map" }]] };
  await call(telegram, "sendMessage", { chat_id: 7, text: "серле сылтама", protect_content: true });
  await call(telegram, "sendPhoto", { chat_id: 7, photo: "https://kazan.ru/a.jpg", caption: "Афиша", reply_markup });
  await call(telegram, "sendPoll", { chat_id: 7, question: "Киләсезме?", options: ["Әйе", "Юк"] });
  return telegram;
}

const copy = (telegram: Telegram, payload: object) =>
  descriptionOf(telegram, "copyMessage", { chat_id: 8, from_chat_id: 7, ...payload });

it("copies content without its buttons, under another caption if there is one", async () => {
  const telegram = await openChats();
  const bulat = telegram.person("Булат", { id: 8 });
  expect(await copy(telegram, { message_id: 2 })).toBe("ok");
  expect(bulat.screen).toBe("(photo) Афиша");
  expect(await copy(telegram, { message_id: 2, caption: "<b>Бүген</b>", parse_mode: "HTML" })).toBe("ok");
  expect(bulat.latest?.html).toBe("<b>Бүген</b>");
  expect(await copy(telegram, { message_id: 3 })).toBe("ok");
  void bulat.votes("Әйе");
  expect(telegram.person("Алсу", { id: 7 }).latest?.poll?.total_voter_count).toBe(0);
});

it("copies neither what is gone nor what is protected", async () => {
  const telegram = await openChats();
  expect(await copy(telegram, { message_id: 99 })).toBe("Bad Request: message to copy not found");
  expect(await copy(telegram, { message_id: 1 })).toBe("Bad Request: message can't be copied");
  expect(await copy(telegram, { message_id: 2, from_chat_id: 99 })).toBe("Bad Request: chat not found");
  expect(await copy(telegram, { message_id: 2, caption: "a".repeat(1025) })).toBe(
    "Bad Request: message caption is too long",
  );
  void telegram.person("Булат", { id: 8 }).blocksBot();
  expect(await copy(telegram, { message_id: 2 })).toBe("Forbidden: bot was blocked by the user");
});

it("copies many, albums as albums, and skips what it cannot", async () => {
  const telegram = await openChats();
  const alsu = telegram.person("Алсу", { id: 7 });
  void alsu.sendsAlbum([{ kind: "photo", caption: "Җәй" }, { kind: "video" }]);
  const message_ids = [1, 4, 5, 99];
  const copied = await call(telegram, "copyMessages", { chat_id: 8, from_chat_id: 7, message_ids });
  expect(copied).toEqual({ ok: true, result: [{ message_id: 1 }, { message_id: 2 }] });
  const bulat = telegram.person("Булат", { id: 8 });
  expect(bulat.screen).toBe("(album of 2) Җәй");
  expect(bulat.latest?.albumId).not.toBe(alsu.chat.at(-1)?.albumId);
  const words = (ids: number[]) =>
    descriptionOf(telegram, "copyMessages", { chat_id: 8, from_chat_id: 7, message_ids: ids });
  expect(await words([5, 4])).toBe("Bad Request: message identifiers must be in a strictly increasing order");
  expect(await words([1, 99])).toBe("Bad Request: there are no messages to copy");
});

it("deletes many at once, and none if one is too old", async () => {
  const clock = stoppedClock();
  const telegram = await openTelegram({ clock });
  const alsu = telegram.person("Алсу", { id: 7, hasStarted: true });
  const remove = (message_ids?: number[]) =>
    descriptionOf(telegram, "deleteMessages", { chat_id: 7, ...(message_ids && { message_ids }) });
  for (const text of ["a", "b"]) await call(telegram, "sendMessage", { chat_id: 7, text });
  expect(await remove()).toBe("Bad Request: message identifiers are not specified");
  expect(await remove(Array.from({ length: 101 }, (_, index) => index + 1))).toBe(
    "Bad Request: too many message identifiers specified",
  );
  expect(await remove([0])).toBe("Bad Request: invalid message identifier specified");
  expect(await remove([2, 99])).toBe("ok");
  expect(alsu.chat.map(({ text }) => text)).toEqual(["a"]);
  clock.advance({ seconds: 48 * 60 * 60 + 1 });
  await call(telegram, "sendMessage", { chat_id: 7, text: "c" });
  expect(await remove([1, 3])).toBe("Bad Request: message can't be deleted for everyone");
  expect(alsu.chat).toHaveLength(2);
});

it("pins what is there and takes it off again", async () => {
  const telegram = await openChats();
  const pin = (method: string, message_id: number) => descriptionOf(telegram, method, { chat_id: 7, message_id });
  expect(await pin("pinChatMessage", 99)).toBe("Bad Request: message to pin not found");
  expect(await pin("unpinChatMessage", 2)).toBe("Bad Request: message to unpin not found");
  expect(await pin("pinChatMessage", 2)).toBe("ok");
  expect(await pin("unpinChatMessage", 2)).toBe("ok");
});
