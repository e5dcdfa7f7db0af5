import { z } from "zod";
import { badRequest } from "../api-failure.ts";
import { findOpenRoom } from "../destination.ts";
import { method } from "../method.ts";
import { chatId, unmodelled } from "../values.ts";

/** https://core.telegram.org/bots/api#createforumtopic; a topic is known by the id of the message that begins it. */
export const createForumTopic = method(
  {
    chat_id: chatId,
    name: z.string().min(1).max(128),
    icon_color: unmodelled,
    icon_custom_emoji_id: unmodelled,
  },
  (world, { chat_id, name }) => {
    const room = findOpenRoom(world, chat_id);
    if (room.chat.type !== "supergroup" || !room.chat.is_forum) throw badRequest("the chat is not a forum");
    if (!room.isBotAdministrator) throw badRequest("not enough rights to create a topic");
    const message_thread_id = room.nextMessageId();
    room.topics.set(message_thread_id, name);
    return { message_thread_id, name, icon_color: 0x6fb9f0 };
  },
);
