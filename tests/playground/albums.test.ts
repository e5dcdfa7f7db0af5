import { describe, expect, it } from "vitest";
import { openTelegram, stoppedClock } from "../support/telegram.ts";
import { call, descriptionOf } from "./call.ts";

const item = (type: string, extra: object = {}) => ({ type, media: `https://kazan.ru/${type}`, ...extra });
const items = (type: string, count: number) => Array.from({ length: count }, () => item(type));

describe("sendMediaGroup takes and refuses what Telegram does", () => {
  it.each([
    ["2 photos", items("photo", 2), "ok"],
    ["10 photos", items("photo", 10), "ok"],
    ["photos and videos", [...items("photo", 2), item("video", { duration: 5 })], "ok"],
    ["documents", items("document", 3), "ok"],
    ["music", items("audio", 3), "ok"],
    ["JSON in a string", JSON.stringify(items("photo", 2)), "ok"],
    ["none", [], "Bad Request: there are no messages to send"],
    ["one", items("photo", 1), "Bad Request: an album has 2–10 items; one is sent by its own method"],
    ["11", items("photo", 11), "Bad Request: too many messages to send as an album"],
    [
      "a document among photos",
      [...items("photo", 2), item("document")],
      "Bad Request: document can't be mixed with other media types",
    ],
    ["music among videos", [item("video"), item("audio")], "Bad Request: audio can't be mixed with other media types"],
    [
      "an animation",
      [item("photo"), item("animation")],
      `Bad Request: can't parse InputMedia: type "animation" can't be used in sendMediaGroup`,
    ],
    ["a voice", [item("photo"), item("voice")], `Bad Request: can't parse InputMedia: type "voice" is unsupported`],
    [
      "an item without a file",
      [item("photo"), { type: "photo" }],
      "Bad Request: can't parse InputMedia: media not found",
    ],
    [
      "a file that is not there",
      [item("photo"), item("photo", { media: "x" })],
      "Bad Request: wrong file identifier/HTTP URL specified",
    ],
    [
      "a caption too long",
      [item("photo"), item("photo", { caption: "a".repeat(1025) })],
      "Bad Request: message caption is too long",
    ],
    [
      "captions above some",
      [item("photo", { show_caption_above_media: true }), item("photo")],
      "Bad Request: parameter show_caption_above_media must be the same for all messages",
    ],
  ])("%s", async (_, media, expected) => {
    const telegram = await openTelegram({ mayBreakRules: true });
    const alsu = telegram.person("Алсу", { id: 7, hasStarted: true });
    expect(await descriptionOf(telegram, "sendMediaGroup", { chat_id: 7, media })).toBe(expected);
    if (expected !== "ok") expect(alsu.chat).toEqual([]);
  });

  it("puts no buttons under an album", async () => {
    const telegram = await openTelegram({ mayBreakRules: true });
    telegram.person("Алсу", { id: 7, hasStarted: true });
    const payload = { chat_id: 7, media: items("photo", 2), reply_markup: { inline_keyboard: [] } };
    expect(await descriptionOf(telegram, "sendMediaGroup", payload)).toBe(
      'Bad Request: unknown parameter "reply_markup"',
    );
  });
});

it("shows an album as one, its messages each with its own id", async () => {
  const telegram = await openTelegram();
  const alsu = telegram.person("Алсу", { id: 7, hasStarted: true });
  const media = [item("photo", { caption: "Безнең җәй" }), ...items("photo", 2)];
  const answer = await call(telegram, "sendMediaGroup", { chat_id: 7, media, protect_content: true });
  expect(answer).toMatchObject({ result: [{ message_id: 1 }, { message_id: 2 }, { message_id: 3 }] });
  expect(new Set(alsu.chat.map(({ albumId }) => albumId)).size).toBe(1);
  expect(alsu.chat.every(({ isProtected }) => isProtected)).toBe(true);
  expect(alsu.screen).toBe("(album of 3) Безнең җәй");
});

it("keeps an album of documents one of documents", async () => {
  const telegram = await openTelegram();
  telegram.person("Алсу", { id: 7, hasStarted: true });
  await call(telegram, "sendMediaGroup", { chat_id: 7, media: items("document", 2) });
  const edit = (type: string) =>
    descriptionOf(telegram, "editMessageMedia", { chat_id: 7, message_id: 1, media: item(type, { caption: "x" }) });
  expect(await edit("photo")).toBe("Bad Request: can't change media type in the album");
  expect(await edit("animation")).toBe("Bad Request: message content type can't be used in an album");
  expect(await edit("document")).toBe("ok");
});

describe("an album counts as its messages", () => {
  it("in one chat", async () => {
    const telegram = await openTelegram();
    telegram.person("Алсу", { id: 7, hasStarted: true });
    const album = (count: number) =>
      descriptionOf(telegram, "sendMediaGroup", { chat_id: 7, media: items("photo", count) });
    expect(await album(10)).toBe("ok");
    expect(await album(9)).toBe("ok");
    expect(await album(2)).toBe("Too Many Requests: retry after 1");
    expect(await descriptionOf(telegram, "sendMessage", { chat_id: 7, text: "a" })).toBe("ok");
  });

  it("over all chats, refused whole", async () => {
    const clock = stoppedClock();
    const telegram = await openTelegram({ clock });
    const send = (id: number) => descriptionOf(telegram, "sendMediaGroup", { chat_id: id, media: items("photo", 8) });
    for (const id of [1, 2, 3, 4]) telegram.person(`${id}`, { id, hasStarted: true });
    expect(await Promise.all([1, 2, 3].map(send))).toEqual(["ok", "ok", "ok"]);
    expect(await send(4)).toBe("Too Many Requests: retry after 1");
    for (let each = 0; each < 6; each += 1) {
      expect(await descriptionOf(telegram, "sendMessage", { chat_id: 4, text: "a" })).toBe("ok");
    }
    clock.advance({ seconds: 1 });
    expect(await send(4)).toBe("ok");
  });
});
