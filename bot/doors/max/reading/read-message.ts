import type { Message, Update, User } from "grammy/types";
import { readContact } from "./contact.ts";
import { readEntities } from "./entities.ts";
import { fileIdOf, type MaxFile } from "./file-id.ts";
import { numberOf } from "./names.ts";
import type { MaxAttachment, MaxMessage, MaxSender } from "./wire.ts";

type Said = NonNullable<Update["message"]>;

/** What a message holds besides words. */
type Attached = Partial<Pick<Message, "photo" | "video" | "audio" | "document" | "contact" | "location" | "sticker">>;

export const secondsOf = (milliseconds: number): number => Math.floor(milliseconds / 1_000);

export function userOf(sender: MaxSender, locale?: string | null): User {
  const { user_id: id, first_name, last_name, username, is_bot } = sender;
  return {
    id,
    is_bot,
    first_name,
    // A person without a last name has "" there.
    ...(last_name && { last_name }),
    ...(username && { username }),
    ...(locale && { language_code: locale }),
  };
}

export const privateChat = ({ id, first_name }: User) => ({ id, type: "private" as const, first_name });

/** When and where something was said, as Telegram writes it. */
export function headOf({ recipient, timestamp }: MaxMessage, from: User) {
  const { chat_id: chatId, chat_type: kind } = recipient;
  const isDialog = kind === "dialog" || chatId == null;
  const chat = isDialog ? privateChat(from) : { id: chatId, type: "group" as const, title: "" };
  return { date: secondsOf(timestamp), chat };
}

/** Somebody's sticker stands for whatever this program does not know: it is not understood, and is told so. */
const unknown: Attached = {
  sticker: {
    file_id: "unknown",
    file_unique_id: "unknown",
    type: "regular",
    width: 0,
    height: 0,
    is_animated: false,
    is_video: false,
  },
};

/** Reads what somebody said; a message with several files is as many, of one album. */
export function readMessage(message: MaxMessage, from: User, token: string): Said[] {
  const own = message.body;
  // What somebody passes on stands in the link; words of their own beside it go before.
  const isOwn = Boolean(own?.text) || (own?.attachments.length ?? 0) > 0;
  const body = isOwn ? own : (message.link?.message ?? own);
  const text = body?.text ?? "";
  const entities = readEntities(text, body?.markup ?? []);
  const name = own?.mid ?? `${message.timestamp} ${from.id}`;
  const head = { ...headOf(message, from), from, ...repliedTo(message, from) };
  const attached = (body?.attachments ?? []).map((each) => readAttachment(each, message.sender ?? undefined, token));
  if (attached.length === 0) return [{ ...head, message_id: numberOf(name), text, entities }];
  const caption = text === "" ? {} : { caption: text, caption_entities: entities };
  const album = attached.length > 1 ? { media_group_id: name } : {};
  return attached.map((content, index) => ({
    ...head,
    message_id: numberOf(index === 0 ? name : `${name} ${index}`),
    ...(index === 0 && caption),
    ...album,
    ...content,
  }));
}

/**
 * Reads a post of a channel, which has no sender: of several files the first, above which its words stand. Undefined for what
 * was said anywhere else.
 */
export function readPost(message: MaxMessage, token: string): NonNullable<Update["channel_post"]> | undefined {
  const { chat_type: kind, chat_id: id } = message.recipient;
  if (kind !== "channel" || id == null) return undefined;
  const [first] = readMessage(message, userOf({ user_id: 0, first_name: "", is_bot: false }), token);
  if (first === undefined) return undefined;
  const { from: _, reply_to_message: __, ...post } = first;
  const chat = { id, type: "channel" as const, title: "" };
  return { ...post, chat, sender_chat: chat };
}

/** What a message of a group replies to. In a dialogue of two a reply is read like any other message. */
function repliedTo(message: MaxMessage, from: User): Pick<Said, "reply_to_message"> {
  const { chat, date } = headOf(message, from);
  const mid = message.link?.type === "reply" ? message.link.message?.mid : undefined;
  if (mid === undefined || chat.type === "private") return {};
  const original: Message = { message_id: numberOf(mid), chat, date };
  return { reply_to_message: Object.assign({}, original, { reply_to_message: undefined }) };
}

function readAttachment(
  attachment: MaxAttachment | { type: "unknown" },
  sender: MaxSender | undefined,
  token: string,
): Attached {
  switch (attachment.type) {
    case "image":
      return withFile("image", attachment.payload, (file) => ({ photo: [{ ...file, width: 0, height: 0 }] }));
    case "video":
      return withFile("video", attachment.payload, (file) => ({
        video: { ...file, width: 0, height: 0, duration: 0 },
      }));
    case "audio":
      return withFile("audio", attachment.payload, (file) => ({ audio: { ...file, duration: 0 } }));
    case "file": {
      const { filename, size, payload } = attachment;
      const known = { ...(size != null && { file_size: size }), ...(filename != null && { file_name: filename }) };
      return withFile("file", payload, (file) => ({ document: { ...file, ...known } }), filename ?? undefined);
    }
    case "contact": {
      const contact = sender && readContact(attachment.payload, { token, sender });
      if (contact === undefined) return { contact: { phone_number: "", first_name: "" } };
      const { phoneNumber: phone_number, firstName: first_name, userId } = contact;
      return { contact: { phone_number, first_name, ...(userId !== undefined && { user_id: userId }) } };
    }
    case "location":
      return { location: { latitude: attachment.latitude, longitude: attachment.longitude } };
    case "sticker":
    case "unknown":
      return unknown;
  }
}

function withFile(
  type: MaxFile["type"],
  { token, url }: { token?: string | null | undefined; url?: string | null | undefined },
  content: (file: { file_id: string; file_unique_id: string }) => Attached,
  name?: string,
): Attached {
  if (!token) return unknown;
  const file_id = fileIdOf({ type, token, ...(url && { url }), ...(name !== undefined && { name }) });
  return content({ file_id, file_unique_id: String(numberOf(token)) });
}
