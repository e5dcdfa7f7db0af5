import type { Message, MessageEntity } from "grammy/types";
import type { AlbumItem, Content, Entity, FileContent } from "../../../delivery/content.ts";

/**
 * Reads what a person sent, to be passed on to others; the messages of an album together. Null for what cannot be passed
 * on or makes no sense to others: stickers, places, contacts, quizzes, round videos, what is paid for.
 */
export function readContent(sent: Message | readonly Message[]): Content | null {
  const messages = [sent].flat() as Message[];
  const [message] = messages;
  if (message === undefined) return null;
  if (messages.length > 1) return readAlbum(messages);
  if (message.text !== undefined) return { kind: "text", text: message.text, entities: asOurs(message.entities) };
  if (message.poll) return readPoll(message.poll);
  return readFile(message);
}

function readAlbum(messages: readonly Message[]): Content | null {
  const items: AlbumItem[] = [];
  for (const message of messages) {
    const file = readFile(message);
    if (file === null || file.kind === "animation" || file.kind === "voice") return null;
    items.push({ ...file, kind: file.kind });
  }
  return items.length <= 10 ? { kind: "album", items } : null;
}

function readPoll({ question, options, is_anonymous, allows_multiple_answers, type }: NonNullable<Message["poll"]>) {
  // The right answer of a quiz is not told to bots.
  if (type === "quiz") return null;
  return {
    kind: "poll" as const,
    question,
    options: options.map(({ text }) => text),
    isAnonymous: is_anonymous,
    allowsMultipleAnswers: allows_multiple_answers,
  };
}

function readFile(message: Message): FileContent | null {
  const words = { caption: message.caption ?? "", entities: asOurs(message.caption_entities) };
  // Live photos carry a photo and animations a document as well, for older programs.
  if ("live_photo" in message || message.paid_media) return null;
  if (message.animation) return { kind: "animation", fileId: message.animation.file_id, ...words };
  // The sizes of one photo, the largest last.
  const photo = message.photo?.at(-1);
  if (photo) return { kind: "photo", fileId: photo.file_id, ...words };
  for (const kind of ["video", "audio", "document", "voice"] as const) {
    const fileId = message[kind]?.file_id;
    if (fileId !== undefined) return { kind, fileId, ...words };
  }
  return null;
}

const asOurs = (entities: readonly MessageEntity[] | undefined): Entity[] => (entities ?? []) as unknown as Entity[];
