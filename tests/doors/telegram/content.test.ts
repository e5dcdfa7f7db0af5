import type { Message } from "grammy/types";
import { describe, expect, it } from "vitest";
import { contentSchema } from "../../../bot/delivery/content.ts";
import { readContent } from "../../../bot/doors/telegram/sending/content.ts";

const bold = [{ type: "bold", offset: 0, length: 5 }] as const;
const sizes = [{ file_id: "small" }, { file_id: "large" }];
const poll = { question: "Кайчан?", options: [{ text: "Бүген" }, { text: "Иртәгә" }], type: "regular" };
const captioned = { caption: "Афиша", caption_entities: bold };

/** As much of a message as is read. */
const message = (part: object) => part as Message;

const words = { caption: "Афиша", entities: [...bold] };
const silent = { caption: "", entities: [] };

describe("what a person sent is read", () => {
  it.each([
    { sent: { text: "Привет", entities: bold }, read: { kind: "text", text: "Привет", entities: [...bold] } },
    { sent: { text: "Привет" }, read: { kind: "text", text: "Привет", entities: [] } },
    { sent: { photo: sizes, ...captioned }, read: { kind: "photo", fileId: "large", ...words } },
    { sent: { video: { file_id: "v" } }, read: { kind: "video", fileId: "v", ...silent } },
    {
      sent: { animation: { file_id: "a" }, document: { file_id: "d" } },
      read: { kind: "animation", fileId: "a", ...silent },
    },
    { sent: { document: { file_id: "d" }, ...captioned }, read: { kind: "document", fileId: "d", ...words } },
    { sent: { audio: { file_id: "s" } }, read: { kind: "audio", fileId: "s", ...silent } },
    { sent: { voice: { file_id: "o" } }, read: { kind: "voice", fileId: "o", ...silent } },
    {
      sent: { poll: { ...poll, is_anonymous: true, allows_multiple_answers: false } },
      read: {
        kind: "poll",
        question: "Кайчан?",
        options: ["Бүген", "Иртәгә"],
        isAnonymous: true,
        allowsMultipleAnswers: false,
      },
    },
  ])("$read.kind", ({ sent, read }) => {
    const content = readContent(message(sent));
    expect(content).toEqual(read);
    expect(contentSchema.parse(content)).toEqual(read);
  });

  it("an album, from all of its messages", () => {
    const album = readContent([message({ photo: sizes, ...captioned }), message({ video: { file_id: "v" } })]);
    expect(contentSchema.parse(album)).toEqual({
      kind: "album",
      items: [
        { kind: "photo", fileId: "large", ...words },
        { kind: "video", fileId: "v", ...silent },
      ],
    });
  });
});

describe("what cannot be passed on is not read", () => {
  it.each([
    ["a sticker", { sticker: { file_id: "s" } }],
    ["a place", { location: { latitude: 55, longitude: 49 } }],
    ["a contact", { contact: { phone_number: "1" } }],
    ["a round video", { video_note: { file_id: "r" } }],
    ["a quiz", { poll: { ...poll, type: "quiz" } }],
    ["a live photo", { photo: sizes, live_photo: { file_id: "l" } }],
    ["what is paid for", { paid_media: { star_count: 1 } }],
    ["a member who joined", { new_chat_members: [] }],
  ])("%s", (_, sent) => {
    expect(readContent(message(sent))).toBeNull();
  });

  it("an album with something of that kind, or of no message at all", () => {
    expect(readContent([message({ photo: sizes }), message({ voice: { file_id: "o" } })])).toBeNull();
    expect(readContent([])).toBeNull();
  });
});
