import { expect, it } from "vitest";
import type { Telegram } from "../../playground/telegram.ts";
import { openTelegram, stoppedClock } from "../support/telegram.ts";
import { call, descriptionOf } from "./call.ts";

const keyboard = { inline_keyboard: [[{ text: "Дальше", callback_data: "next" }]] };

async function openChat(): Promise<{ telegram: Telegram; edit: (payload: object) => Promise<string> }> {
  const telegram = await openTelegram();
  telegram.person("Алсу", { id: 7, hasStarted: true });
  await call(telegram, "sendMessage", { chat_id: 7, text: "Сегодня", reply_markup: keyboard });
  const edit = (payload: object) =>
    descriptionOf(telegram, "editMessageText", { chat_id: 7, message_id: 1, ...payload });
  return { telegram, edit };
}

it("edits a text in its place, and takes the keyboard away unless it is sent again", async () => {
  const { telegram, edit } = await openChat();
  await call(telegram, "sendMessage", { chat_id: 7, text: "Второе" });
  expect(await edit({ text: "<b>Завтра</b>", parse_mode: "HTML" })).toBe("ok");
  const alsu = telegram.person("Алсу", { id: 7 });
  expect(alsu.chat.map(({ html, keyboard }) => [html, keyboard.length])).toEqual([
    ["<b>Завтра</b>", 0],
    ["Второе", 0],
  ]);
});

it("refuses an edit that changes nothing", async () => {
  const { edit } = await openChat();
  const notModified =
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a " +
    "current content and reply markup of the message";
  expect(await edit({ text: "Сегодня", reply_markup: keyboard })).toBe(notModified);
  expect(await edit({ text: "Сегодня" })).toBe("ok");
  expect(await edit({ text: "Сегодня" })).toBe(notModified);
});

it("refuses what is not there, not its own, or no text", async () => {
  const { telegram, edit } = await openChat();
  expect(await edit({ message_id: 9, text: "x" })).toBe("Bad Request: message to edit not found");
  void telegram.person("Алсу", { id: 7 }).says("моё");
  expect(await edit({ message_id: 2, text: "x" })).toBe("Bad Request: message can't be edited");
  await call(telegram, "sendPhoto", { chat_id: 7, photo: "https://kazan.ru/a.jpg" });
  expect(await edit({ message_id: 3, text: "x" })).toBe("Bad Request: there is no text in the message to edit");
  expect(await edit({ text: "x".repeat(4097) })).toBe("Bad Request: MESSAGE_TOO_LONG");
});

it("turns a text into a photo and back not", async () => {
  const { telegram, edit } = await openChat();
  const media = { type: "photo", media: "https://kazan.ru/a.jpg", caption: "<i>Афиша</i>", parse_mode: "HTML" };
  const payload = { chat_id: 7, message_id: 1, media, reply_markup: keyboard };
  expect(await descriptionOf(telegram, "editMessageMedia", payload)).toBe("ok");
  expect(telegram.person("Алсу", { id: 7 }).screen).toBe("(photo) Афиша\n[Дальше]");
  expect(await edit({ text: "x" })).toBe("Bad Request: there is no text in the message to edit");
  const caption = { chat_id: 7, message_id: 1, caption: "x".repeat(1025) };
  expect(await descriptionOf(telegram, "editMessageCaption", caption)).toBe("Bad Request: message caption is too long");
});

it("deletes what is there and younger than two days", async () => {
  const clock = stoppedClock();
  const telegram = await openTelegram({ clock });
  const alsu = telegram.person("Алсу", { id: 7, hasStarted: true });
  for (const text of ["a", "b"]) await call(telegram, "sendMessage", { chat_id: 7, text });
  const remove = (message_id: number) => descriptionOf(telegram, "deleteMessage", { chat_id: 7, message_id });
  expect(await remove(1)).toBe("ok");
  expect(await remove(1)).toBe("Bad Request: message to delete not found");
  clock.advance({ seconds: 48 * 60 * 60 + 1 });
  expect(await remove(2)).toBe("Bad Request: message can't be deleted for everyone");
  expect(alsu.chat.map(({ text }) => text)).toEqual(["b"]);
});
