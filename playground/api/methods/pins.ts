import { z } from "zod";
import { badRequest } from "../api-failure.ts";
import { findRoom } from "../destination.ts";
import { method } from "../method.ts";
import { chatId, flag, integer, unmodelled } from "../values.ts";

export const pinChatMessage = method(
  {
    chat_id: chatId,
    message_id: integer,
    disable_notification: z.exactOptional(flag),
    business_connection_id: unmodelled,
  },
  (world, { chat_id, message_id }) => {
    const room = findRoom(world, chat_id);
    if (!room.find(message_id)) throw badRequest("message to pin not found");
    room.pin(message_id);
    world.changes.tell({ kind: "pinned", chatId: room.chat.id });
    return true;
  },
);

export const unpinChatMessage = method(
  { chat_id: chatId, message_id: z.exactOptional(integer), business_connection_id: unmodelled },
  (world, { chat_id, message_id }) => {
    const room = findRoom(world, chat_id);
    if (!room.unpin(message_id)) throw badRequest("message to unpin not found");
    world.changes.tell({ kind: "pinned", chatId: room.chat.id });
    return true;
  },
);
