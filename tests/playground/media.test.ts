import { describe, expect, it } from "vitest";
import type { Telegram } from "../../playground/telegram.ts";
import { openTelegram } from "../support/telegram.ts";
import { call, descriptionOf } from "./call.ts";

const url = "https://kazan.ru/a.mp4";
const kinds = ["photo", "document", "video", "animation", "audio", "voice"] as const;
const methodOf = (kind: string) => `send${kind[0]?.toUpperCase()}${kind.slice(1)}`;

async function openChat(): Promise<Telegram> {
  const telegram = await openTelegram({ mayBreakRules: true });
  telegram.person("Алсу", { id: 7, hasStarted: true });
  return telegram;
}

type Answer = { result?: { voice?: { file_id: string } } };

/** Sends a file as a bot would upload it. */
async function upload(telegram: Telegram, kind: string, name: string, bytes: string): Promise<Answer> {
  const form = new FormData();
  form.set("chat_id", "7");
  form.set(kind, new Blob([bytes]), name);
  const address = `${telegram.apiRoot}/bot${telegram.token}/${methodOf(kind)}`;
  return (await (await fetch(address, { method: "POST", body: form })).json()) as Answer;
}

describe.each(kinds)("%s", (kind) => {
  const missing = `Bad Request: there is no ${kind} in the request`;
  const wrong = "Bad Request: wrong file identifier/HTTP URL specified";
  it.each([
    ["an address", { [kind]: url }, "ok"],
    ["a caption of 1024 units after parsing", { caption: `<b>${"a".repeat(1024)}</b>`, parse_mode: "HTML" }, "ok"],
    ["a caption too long", { caption: "a".repeat(1025) }, "Bad Request: message caption is too long"],
    ["nothing", { [kind]: "" }, missing],
    ["an id that nothing has", { [kind]: "nothing" }, wrong],
    ["a part that is not there", { [kind]: "attach://part" }, wrong],
    ["an address that is none", { [kind]: "http://localhost/a" }, "Bad Request: wrong HTTP URL specified"],
    ["a chat that is not there", { chat_id: 8 }, "Bad Request: chat not found"],
    ["an unknown parameter", { title_: "x" }, 'Bad Request: unknown parameter "title_"'],
    ["a keyboard", { reply_markup: { inline_keyboard: [[{ text: "Карта", callback_data: "map" }]] } }, "ok"],
  ])("takes or refuses %s", async (_, payload, expected) => {
    const telegram = await openChat();
    expect(await descriptionOf(telegram, methodOf(kind), { chat_id: 7, [kind]: url, ...payload })).toBe(expected);
  });

  it("is sent again by its id, as what it is and as nothing else", async () => {
    const telegram = await openChat();
    const alsu = telegram.person("Алсу", { id: 7 });
    void alsu.sendsFile({ kind, caption: "минем" });
    const fileId = alsu.chat.at(-1)?.media?.fileId ?? "";
    expect(await descriptionOf(telegram, methodOf(kind), { chat_id: 7, [kind]: fileId })).toBe("ok");
    expect(alsu.screen).toBe(kind === "document" ? "(document document.txt)" : `(${kind})`);
    for (const other of kinds.filter((each) => each !== kind)) {
      expect(await descriptionOf(telegram, methodOf(other), { chat_id: 7, [other]: fileId })).toContain(
        "can't use file of type",
      );
    }
  });
});

it("keeps what is told of a video, and says of an animation that it is a document too", async () => {
  const telegram = await openChat();
  const video = { chat_id: 7, video: url, width: 1280, height: 720, duration: 95, has_spoiler: true };
  expect(await call(telegram, "sendVideo", video)).toMatchObject({
    result: { video: { width: 1280, height: 720, duration: 95, mime_type: "video/mp4" }, has_media_spoiler: true },
  });
  expect(await call(telegram, "sendAnimation", { chat_id: 7, animation: url })).toMatchObject({
    result: { animation: { file_name: "a.mp4" }, document: { file_name: "a.mp4" } },
  });
});

it("takes uploads and gives them back by getFile", async () => {
  const telegram = await openChat();
  const sent = await upload(telegram, "voice", "words.ogg", "OggS");
  expect(sent).toMatchObject({ result: { voice: { mime_type: "audio/ogg", file_size: 4 } } });
  expect(Buffer.from(telegram.fileBytes(sent.result?.voice?.file_id ?? "")).toString()).toBe("OggS");
  expect(await upload(telegram, "video", "a.mp4", "")).toMatchObject({
    description: "Bad Request: file must be non-empty",
  });
});

describe("what a file turns into", () => {
  const media = (type: string, extra: object = {}) => ({ media: { type, media: url, ...extra } });
  it.each([
    ["a photo", "photo", media("photo"), "ok"],
    ["a video", "photo", media("video", { duration: 5 }), "ok"],
    ["an animation", "photo", media("animation"), "ok"],
    ["music", "audio", media("audio", { title: "Зиләйлүк" }), "ok"],
    ["a document with a caption", "document", media("document", { caption: "Исемлек" }), "ok"],
    ["a voice", "photo", media("voice"), `Bad Request: can't parse InputMedia: type "voice" is unsupported`],
    ["nothing", "photo", { media: { type: "photo" } }, "Bad Request: can't parse InputMedia: media not found"],
    ["something from a voice", "voice", media("photo"), "Bad Request: there is no media in the message to edit"],
    [
      "a long caption",
      "photo",
      media("photo", { caption: "a".repeat(1025) }),
      "Bad Request: message caption is too long",
    ],
  ])("%s", async (_, kind, payload, expected) => {
    const telegram = await openChat();
    await call(telegram, methodOf(kind), { chat_id: 7, [kind]: "https://kazan.ru/first" });
    expect(await descriptionOf(telegram, "editMessageMedia", { chat_id: 7, message_id: 1, ...payload })).toBe(expected);
  });

  it.each(kinds)("a caption under a %s can be changed", async (kind) => {
    const telegram = await openChat();
    await call(telegram, methodOf(kind), { chat_id: 7, [kind]: url, caption: "a" });
    const edit = (caption: string) =>
      descriptionOf(telegram, "editMessageCaption", { chat_id: 7, message_id: 1, caption });
    expect(await edit("b")).toBe("ok");
    expect(await edit("b")).toContain("message is not modified");
    expect(telegram.person("Алсу", { id: 7 }).latest).toMatchObject({ text: "b", media: { kind } });
  });
});
