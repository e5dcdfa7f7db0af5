import { describe, expect, it } from "vitest";
import type { Content } from "../../../bot/delivery/content.ts";
import { type OutgoingMessage, weigh } from "../../../bot/delivery/messenger.ts";
import { telegramMessenger } from "../../../bot/doors/telegram/sending/messenger.ts";
import { escapeHtml } from "../../../bot/words/html.ts";

interface Called {
  method: string;
  payload: unknown;
}

/** A Telegram that notes what it is asked and gives the answers in turn, or else a message with id 7. */
function wire(perSecond: number, ...answers: object[]) {
  const calls: Called[] = [];
  const fetch = async (url: string, init: { body?: unknown }) => {
    const method = url.split("/").at(-1) ?? "";
    const payload = typeof init.body === "string" ? JSON.parse(init.body) : "multipart";
    calls.push({ method, payload });
    const answer = answers.shift() ?? { ok: true, result: { message_id: 7 } };
    return { json: async () => answer };
  };
  const messenger = telegramMessenger("1:a", { fetch: fetch as never }, perSecond);
  const send = (message: Partial<OutgoingMessage> & Pick<OutgoingMessage, "kind">) =>
    messenger.send("42", { isSilent: false, ...message } as OutgoingMessage, new AbortController().signal);
  return { send, calls };
}

const entities = [{ type: "bold", offset: 0, length: 3 }];
const words = { caption: "Афиша", entities };
const photo = { kind: "photo" as const, fileId: "p", ...words };
const video = { kind: "video" as const, fileId: "v", caption: "", entities: [] };
const album: Content = { kind: "album", items: [photo, video] };
const text: Content = { kind: "text", text: "Всем", entities };
const button = { text: "Открыть", url: "https://example.org/" };
const keyboard = [[button]];
const reply_markup = { inline_keyboard: keyboard };
const refused = (description: string) => ({ ok: false, error_code: 400, description: `Bad Request: ${description}` });

describe("content is sent", () => {
  const file = (kind: "photo" | "video" | "animation" | "audio" | "document" | "voice") => ({
    content: { kind, fileId: "f", ...words } as Content,
    method: `send${kind[0]?.toUpperCase()}${kind.slice(1)}`,
    payload: { [kind]: "f", caption: "Афиша", caption_entities: entities, reply_markup },
  });
  it.each([
    { content: text, method: "sendMessage", payload: { text: "Всем", entities, reply_markup } },
    ...(["photo", "video", "animation", "audio", "document", "voice"] as const).map(file),
    {
      content: {
        kind: "poll",
        question: "Кайчан?",
        options: ["Бүген"],
        isAnonymous: true,
        allowsMultipleAnswers: false,
      } as Content,
      method: "sendPoll",
      payload: {
        question: "Кайчан?",
        options: [{ text: "Бүген" }],
        is_anonymous: true,
        allows_multiple_answers: false,
        reply_markup,
      },
    },
  ])("by $method", async ({ content, method, payload }) => {
    const { send, calls } = wire(30);
    expect(await send({ kind: "content", content, keyboard })).toMatchObject({ kind: "delivered", messageId: "7" });
    expect(calls).toEqual([{ method, payload: { chat_id: 42, ...payload } }]);
  });

  it("as an album, whose other messages are told of, and which Telegram counts by its files", async () => {
    const { send, calls } = wire(30, { ok: true, result: [{ message_id: 7 }, { message_id: 8 }] });
    const outcome = await send({ kind: "content", content: album, keyboard });
    expect(outcome).toEqual({ kind: "delivered", messageId: "7", otherMessageIds: ["8"] });
    expect(calls).toEqual([
      {
        method: "sendMediaGroup",
        payload: {
          chat_id: 42,
          media: [
            { type: "photo", media: "p", caption: "Афиша", caption_entities: entities },
            { type: "video", media: "v" },
          ],
        },
      },
    ]);
    expect(weigh({ kind: "content", content: album, keyboard, isSilent: false })).toBe(2);
  });

  it("silently, protected, and paid for above thirty a second", async () => {
    const { send, calls } = wire(100);
    await send({ kind: "content", content: text, keyboard: [], isProtected: true, isSilent: true });
    expect(calls[0]?.payload).toEqual({
      chat_id: 42,
      text: "Всем",
      entities,
      disable_notification: true,
      protect_content: true,
      allow_paid_broadcast: true,
    });
  });

  it("as a file made for one person", async () => {
    const { send, calls } = wire(30);
    const file = { name: "a.pdf", bytes: new Uint8Array([1]), caption: escapeHtml("<Диплом>") };
    expect(await send({ kind: "file", file, keyboard })).toMatchObject({ kind: "delivered" });
    expect(calls).toEqual([{ method: "sendDocument", payload: "multipart" }]);
  });
});

describe("what was sent", () => {
  const edit = (content: Content, ...others: string[]) => {
    return { kind: "edit" as const, messageIds: ["5", ...others], content, keyboard };
  };

  it.each([
    { content: text, method: "editMessageText", payload: { text: "Всем", entities } },
    {
      content: photo as Content,
      method: "editMessageMedia",
      payload: { media: { type: "photo", media: "p", caption: "Афиша", caption_entities: entities } },
    },
    {
      content: { kind: "voice", fileId: "o", ...words } as Content,
      method: "editMessageCaption",
      payload: { caption: "Афиша", caption_entities: entities },
    },
  ])("is changed by $method", async ({ content, method, payload }) => {
    const { send, calls } = wire(100);
    expect(await send(edit(content))).toEqual({ kind: "delivered", messageId: "5", otherMessageIds: [] });
    expect(calls).toEqual([{ method, payload: { chat_id: 42, message_id: 5, reply_markup, ...payload } }]);
  });

  it("is changed file by file where it is an album, whether or not some are as they should be", async () => {
    const { send, calls } = wire(30, refused("message is not modified: …"));
    expect(await send(edit(album, "6"))).toEqual({ kind: "delivered", messageId: "5", otherMessageIds: ["6"] });
    expect(calls.map(({ payload }) => (payload as { message_id: number }).message_id)).toEqual([5, 6]);
  });

  it("is taken back in one call", async () => {
    const { send, calls } = wire(30, { ok: true, result: true });
    expect(await send({ kind: "delete", messageIds: ["5", "6"] })).toMatchObject({ kind: "delivered", messageId: "5" });
    expect(calls).toEqual([{ method: "deleteMessages", payload: { chat_id: 42, message_ids: [5, 6] } }]);
  });

  it.each(["message is not modified: …", "message to edit not found", "MESSAGE_ID_INVALID"])(
    "counts as changed when Telegram says: %s",
    async (description) => {
      const { send } = wire(30, refused(description));
      expect(await send(edit(text))).toMatchObject({ kind: "delivered" });
    },
  );

  it("counts as taken back when it is gone", async () => {
    const { send } = wire(30, refused("message to delete not found"));
    expect(await send({ kind: "delete", messageIds: ["5"] })).toMatchObject({ kind: "delivered" });
  });

  it("stays as it is where Telegram refuses otherwise, or where it is a poll", async () => {
    const { send } = wire(30, refused("there is no text in the message to edit"));
    expect(await send(edit(text))).toMatchObject({ kind: "rejected", code: 400 });
    const poll: Content = {
      kind: "poll",
      question: "?",
      options: ["!"],
      isAnonymous: true,
      allowsMultipleAnswers: false,
    };
    expect(await send(edit(poll))).toMatchObject({ kind: "rejected", code: 400 });
  });
});
