import { isDeepStrictEqual } from "node:util";
import type { Message } from "@grammyjs/types";
import { z } from "zod";
import { badRequest } from "../api-failure.ts";
import type { ChatRoom } from "../chat-room.ts";
import { unixTime } from "../clock.ts";
import { findOwnMessage, findRoom } from "../destination.ts";
import { formatCaption, formatMessage } from "../formatted-text.ts";
import { inlineKeyboard } from "../keyboards.ts";
import { method } from "../method.ts";
import { chatId, entities, flag, integer, json, linkPreview, parseMode, unmodelled } from "../values.ts";
import type { World } from "../world.ts";
import { takeDocument, takePhoto } from "./media.ts";

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
  media: ["text", "entities", "link_preview_options", "photo", "document", "caption", "caption_entities"],
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

const captionParameters = {
  caption: z.exactOptional(z.string()),
  parse_mode: parseMode,
  caption_entities: z.exactOptional(entities),
  show_caption_above_media: z.exactOptional(flag),
} as const;

export const editMessageCaption = method({ ...target, ...captionParameters }, (world, parameters) => {
  const caption = formatCaption(parameters.caption, parameters.parse_mode, parameters.caption_entities);
  return edit(world, parameters, editable.caption, (message) => {
    if (!hasMedia(message)) throw badRequest("there is no caption in the message to edit");
    return { ...caption, ...(parameters.show_caption_above_media && { show_caption_above_media: true as const }) };
  });
});

const media = json(
  z.discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("photo"),
      media: z.string(),
      ...captionParameters,
      has_spoiler: z.exactOptional(z.boolean()),
    }),
    z.strictObject({
      type: z.literal("document"),
      media: z.string(),
      ...captionParameters,
      disable_content_type_detection: z.exactOptional(z.boolean()),
    }),
  ]),
);

export const editMessageMedia = method({ ...target, media }, (world, parameters, request) => {
  const { type, media, caption, parse_mode, caption_entities } = parameters.media;
  const formatted = formatCaption(caption, parse_mode, caption_entities);
  return edit(world, parameters, editable.media, (message) => {
    if (message.text === undefined && !hasMedia(message)) throw badRequest("message can't be edited");
    const file =
      type === "photo"
        ? { photo: takePhoto(world, request, media) }
        : { document: takeDocument(world, request, media) };
    return { ...file, ...formatted };
  });
});

export const editMessageReplyMarkup = method(target, (world, parameters) =>
  edit(world, parameters, editable.keyboard, () => ({})),
);

export const deleteMessage = method({ chat_id: chatId, message_id: integer }, (world, parameters) => {
  const room = findRoom(world, parameters.chat_id);
  const message = room.find(parameters.message_id);
  if (!message) throw badRequest("message to delete not found");
  if (room.chat.type !== "private" && message.from?.id !== world.bot.id) throw badRequest("message can't be deleted");
  const twoDays = 48 * 60 * 60;
  if (unixTime(world.clock) - message.date > twoDays) throw badRequest("message can't be deleted for everyone");
  room.delete(message.message_id);
  world.changes.tell({ kind: "deleted", chatId: room.chat.id, messageId: message.message_id });
  return true;
});

function edit(
  world: World,
  { chat_id, message_id, reply_markup }: Target,
  fields: readonly (keyof Message)[],
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

function hasMedia({ photo, document }: Message): boolean {
  return photo !== undefined || document !== undefined;
}
