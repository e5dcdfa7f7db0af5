import { isDeepStrictEqual } from "node:util";
import type { Message } from "@grammyjs/types";
import { z } from "zod";
import { mediaKindOf, mediaKinds } from "../../files/media.ts";
import { formatMessage } from "../../html/formatted-text.ts";
import type { ChatRoom } from "../../world/chat-room.ts";
import { unixTime } from "../../world/clock.ts";
import { inlineKeyboard } from "../../world/keyboards.ts";
import type { World } from "../../world/world.ts";
import { badRequest } from "../api-failure.ts";
import { findOwnMessage, findRoom } from "../destination.ts";
import { method } from "../method.ts";
import { chatId, entities, integer, linkPreview, parseMode, unmodelled } from "../values.ts";
import { captionAbove, captionParameters, readCaption } from "./sending/captions.ts";
import { type InputMedia, inputMedia, takeInputMedia } from "./sending/input-media.ts";

const target = {
  chat_id: chatId,
  message_id: integer,
  reply_markup: z.exactOptional(inlineKeyboard),
  inline_message_id: unmodelled,
  business_connection_id: unmodelled,
} as const;

type Target = z.output<z.ZodObject<typeof target>>;

/** What an edit replaces; what it does not name goes, as with Telegram, where a forgotten keyboard is a removed one. */
const editable = {
  text: ["text", "entities", "link_preview_options"],
  caption: ["caption", "caption_entities", "show_caption_above_media"],
  media: [
    ...["text", "entities", "link_preview_options", "caption", "caption_entities", "show_caption_above_media"],
    ...["has_media_spoiler", ...mediaKinds],
  ],
  keyboard: [],
} as const;

export const editMessageText = method(
  {
    ...target,
    text: z.string(),
    parse_mode: parseMode,
    entities: z.exactOptional(entities),
    link_preview_options: z.exactOptional(linkPreview),
    rich_message: unmodelled,
  },
  (world, parameters) => {
    const { text, parse_mode, link_preview_options } = parameters;
    const formatted = formatMessage(text, parse_mode, parameters.entities, "MESSAGE_TOO_LONG");
    return edit(world, parameters, editable.text, (message) => {
      if (message.text === undefined) throw badRequest("there is no text in the message to edit");
      return { ...formatted, ...(link_preview_options && { link_preview_options }) };
    });
  },
);

export const editMessageCaption = method({ ...target, ...captionParameters, ...captionAbove }, (world, parameters) => {
  const caption = readCaption(parameters);
  return edit(world, parameters, editable.caption, (message) => {
    if (mediaKindOf(message) === undefined) throw badRequest("there is no caption in the message to edit");
    return caption;
  });
});

export const editMessageMedia = method({ ...target, media: inputMedia }, (world, parameters, request) => {
  checkMediaChange(findOwnMessage(world, findRoom(world, parameters.chat_id), parameters.message_id), parameters.media);
  const content = takeInputMedia(world, request, parameters.media);
  return edit(world, parameters, editable.media, () => content);
});

/** Throws 400 if `message` cannot become a message with `media`. */
function checkMediaChange(message: Message, { type }: InputMedia): void {
  const before = mediaKindOf(message);
  if (before === "voice" || (before === undefined && message.text === undefined)) {
    throw badRequest("there is no media in the message to edit");
  }
  if (message.media_group_id === undefined || before === type) return;
  if (type === "animation") throw badRequest("message content type can't be used in an album");
  const isHomogenous = (kind: string | undefined) => kind === "audio" || kind === "document";
  if (isHomogenous(before) || isHomogenous(type)) throw badRequest("can't change media type in the album");
}

export const editMessageReplyMarkup = method(target, (world, parameters) =>
  edit(world, parameters, editable.keyboard, () => ({})),
);

function edit(
  world: World,
  { chat_id, message_id, reply_markup }: Target,
  fields: readonly string[],
  change: (message: Message) => Partial<Message>,
): Message {
  const room: ChatRoom = findRoom(world, chat_id);
  const before = findOwnMessage(world, room, message_id);
  const replaced: readonly string[] = [...fields, "reply_markup", "edit_date"];
  const kept = Object.entries(before).filter(([name]) => !replaced.includes(name));
  const after: Message = {
    ...pickRequired(before),
    ...Object.fromEntries(kept),
    ...change(before),
    ...(reply_markup && reply_markup.inline_keyboard.length > 0 && { reply_markup }),
  };
  const { edit_date: _, ...unedited } = before;
  if (isDeepStrictEqual(unedited, after)) throw badRequest(notModified);
  const edited = { ...after, edit_date: unixTime(world.clock) };
  room.put(edited);
  world.changes.tell({ kind: "edited", chatId: room.chat.id, message: edited });
  return edited;
}

const notModified =
  "message is not modified: specified new message content and reply markup are exactly the same as a current content " +
  "and reply markup of the message";

function pickRequired({ message_id, chat, date }: Message): Pick<Message, "message_id" | "chat" | "date"> {
  return { message_id, chat, date };
}
