import type { Message } from "@grammyjs/types";
import { z } from "zod";
import type { ChatRoom } from "../../../world/chat-room.ts";
import { unixTime } from "../../../world/clock.ts";
import { type ReplyMarkup, replyMarkup } from "../../../world/keyboards.ts";
import { type Content, quoted } from "../../../world/post.ts";
import type { World } from "../../../world/world.ts";
import { badRequest } from "../../api-failure.ts";
import { findOpenRoom } from "../../destination.ts";
import { chatId, flag, integer, replyParameters, unmodelled } from "../../values.ts";

/** The parameters that all methods share which send a message. */
export const sendParameters = {
  chat_id: chatId,
  disable_notification: z.exactOptional(flag),
  protect_content: z.exactOptional(flag),
  allow_paid_broadcast: z.exactOptional(flag),
  reply_parameters: z.exactOptional(replyParameters),
  reply_markup: z.exactOptional(replyMarkup),
  business_connection_id: unmodelled,
  message_thread_id: z.exactOptional(integer),
  direct_messages_topic_id: unmodelled,
  message_effect_id: unmodelled,
  suggested_post_parameters: unmodelled,
} as const;

type SendParameters = Pick<
  z.output<z.ZodObject<typeof sendParameters>>,
  "chat_id" | "protect_content" | "allow_paid_broadcast" | "reply_parameters" | "reply_markup" | "message_thread_id"
>;

/** Puts a message of the bot into the chat, if it may write there and is not too fast, and returns it. */
export function send(world: World, parameters: SendParameters, content: Content): Message {
  const room = findOpenRoom(world, parameters.chat_id);
  const original = findOriginal(room, parameters.reply_parameters);
  checkTopic(room, parameters.message_thread_id);
  world.pace.take(room, parameters.allow_paid_broadcast ?? false);
  return put(world, room, parameters, content, original);
}

/** Puts several messages of the bot into the chat, all or none, and returns them. */
export function sendAll(world: World, parameters: SendParameters, contents: readonly Content[]): Message[] {
  const room = findOpenRoom(world, parameters.chat_id);
  const original = findOriginal(room, parameters.reply_parameters);
  checkTopic(room, parameters.message_thread_id);
  world.pace.take(room, parameters.allow_paid_broadcast ?? false, contents.length);
  return contents.map((content) => put(world, room, parameters, content, original));
}

function put(
  world: World,
  room: ChatRoom,
  { reply_markup: markup, protect_content, message_thread_id: topic }: SendParameters,
  content: Content,
  original: Message | undefined,
): Message {
  const keyboard = markup?.kind === "inline" && markup.markup.inline_keyboard.length > 0 ? markup.markup : undefined;
  const message: Message = {
    message_id: room.nextMessageId(),
    from: sender(world),
    chat: room.chat,
    date: unixTime(world.clock),
    ...content,
    ...(original && { reply_to_message: quoted(original) }),
    ...(topic !== undefined && { message_thread_id: topic, is_topic_message: true as const }),
    ...(protect_content && { has_protected_content: true }),
    ...(keyboard && { reply_markup: keyboard }),
  };
  room.put(message);
  world.changes.tell({ kind: "sent", chatId: room.chat.id, message });
  if (markup) changeReplyKeyboard(world, room, markup);
  return message;
}

function sender({ bot }: World): NonNullable<Message["from"]> {
  return { id: bot.id, is_bot: true, first_name: bot.first_name, username: bot.username };
}

function findOriginal(room: ChatRoom, reply: SendParameters["reply_parameters"]): Message | undefined {
  if (!reply) return undefined;
  const original = room.find(reply.message_id);
  if (!original && !reply.allow_sending_without_reply) throw badRequest("message to be replied not found");
  return original;
}

function checkTopic(room: ChatRoom, topic: number | undefined): void {
  if (topic !== undefined && !room.topics.has(topic)) throw badRequest("message thread not found");
}

function changeReplyKeyboard(world: World, room: ChatRoom, markup: ReplyMarkup): void {
  if (markup.kind !== "keyboard" && markup.kind !== "remove") return;
  room.replyKeyboard = markup.kind === "keyboard" ? markup.markup : undefined;
  world.changes.tell({ kind: "reply keyboard", chatId: room.chat.id });
}
