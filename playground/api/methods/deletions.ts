import type { Message } from "@grammyjs/types";
import type { ChatRoom } from "../../world/chat-room.ts";
import { unixTime } from "../../world/clock.ts";
import type { World } from "../../world/world.ts";
import { badRequest } from "../api-failure.ts";
import { findRoom } from "../destination.ts";
import { method } from "../method.ts";
import { chatId, integer, messageIds } from "../values.ts";

/** A bot may take back what was sent in the last two days. In seconds. */
const twoDays = 48 * 60 * 60;

export const deleteMessage = method({ chat_id: chatId, message_id: integer }, (world, { chat_id, message_id }) => {
  const room = findRoom(world, chat_id);
  const message = room.find(message_id);
  if (!message) throw badRequest("message to delete not found");
  checkDeletable(world, room, message);
  remove(world, room, message);
  return true;
});

/** "If some of the specified messages can't be found, they are skipped." */
export const deleteMessages = method(
  { chat_id: chatId, message_ids: messageIds },
  (world, { chat_id, message_ids }) => {
    const room = findRoom(world, chat_id);
    const messages = message_ids.flatMap((id) => room.find(id) ?? []);
    for (const message of messages) checkDeletable(world, room, message);
    for (const message of messages) remove(world, room, message);
    return true;
  },
);

function checkDeletable(world: World, room: ChatRoom, message: Message): void {
  if (room.chat.type !== "private" && message.from?.id !== world.bot.id) throw badRequest("message can't be deleted");
  if (unixTime(world.clock) - message.date > twoDays) throw badRequest("message can't be deleted for everyone");
}

function remove(world: World, room: ChatRoom, { message_id }: Message): void {
  room.delete(message_id);
  world.changes.tell({ kind: "deleted", chatId: room.chat.id, messageId: message_id });
}
