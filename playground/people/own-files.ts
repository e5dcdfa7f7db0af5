import type { Chat, Message, MessageEntity, MessageOrigin, User } from "@grammyjs/types";
import type { Upload } from "../files/files.ts";
import type { MediaDetails, MediaKind } from "../files/media.ts";
import { addDetectedEntities } from "../html/detect-entities.ts";
import type { Content } from "../world/post.ts";
import type { World } from "../world/world.ts";

/** A text under a file, with its formatting. */
export type Caption = { caption?: string; entities?: readonly MessageEntity[] };

/** A file out of a person's phone; what it leaves out is made up. */
export type OwnFile = Partial<Upload> & MediaDetails & Caption & { kind: MediaKind };

/** Uploads a person's file and returns the content of the message that carries it. */
export function uploadOwn(world: World, { kind, fileName, mimeType, bytes, ...rest }: OwnFile): Content {
  const { caption, entities, ...details } = rest;
  const upload = {
    fileName: fileName ?? usualNames[kind],
    mimeType: mimeType ?? "application/octet-stream",
    bytes: bytes ?? (kind === "photo" ? onePixel : Buffer.from(`a ${kind} of the playground`)),
  };
  const media = world.files.keep(upload, kind, details);
  if (!caption) return media;
  const caption_entities = addDetectedEntities(caption, entities ?? []);
  return { ...media, caption, ...(caption_entities.length > 0 && { caption_entities }) };
}

/** A text with formatting; links and commands are found in it as well. */
export function formatOwn(text: string, entities: readonly MessageEntity[]): Content {
  const all = addDetectedEntities(text, entities);
  return { text, ...(all.length > 0 && { entities: all }) };
}

/** A message as it is somewhere, to be forwarded: out of this chat, or made up. */
export type Forwardable = Content & {
  message_id?: number;
  from?: User;
  sender_chat?: Chat;
  chat?: Chat;
  date?: number;
};

/** The content of a forwarded message; forwarded again it is still its first author's. Throws if it is protected. */
export function forwardedFrom(original: Forwardable): Content {
  if (original.has_protected_content) throw new Error("This message is protected: it cannot be forwarded.");
  const { message_id, from, chat: _, date = 0, sender_chat, ...content } = original;
  const { reply_to_message: __, reply_markup: ___, edit_date: ____, ...carried } = content;
  return { forward_origin: originOf({ message_id, from, sender_chat, date }), ...carried };
}

type Source = Pick<Message, "date"> & {
  message_id: number | undefined;
  from: User | undefined;
  sender_chat: Chat | undefined;
};

function originOf({ message_id = 1, from, sender_chat, date }: Source): MessageOrigin {
  if (sender_chat?.type === "channel") return { type: "channel", chat: sender_chat, message_id, date };
  if (from) return { type: "user", sender_user: from, date };
  return { type: "hidden_user", sender_user_name: "Somebody", date };
}

const usualNames: Readonly<Record<MediaKind, string>> = {
  photo: "photo.png",
  video: "video.mp4",
  animation: "animation.mp4",
  audio: "audio.mp3",
  voice: "voice.ogg",
  document: "document.txt",
};

/** The smallest PNG. */
const onePixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
