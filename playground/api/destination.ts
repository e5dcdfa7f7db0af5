import type { Message } from "@grammyjs/types";
import type { ChatRoom } from "../world/chat-room.ts";
import type { World } from "../world/world.ts";
import { badRequest, forbidden } from "./api-failure.ts";

/** The chat of that id or "@name". Throws 400 if there is none. */
export function findRoom(world: World, chatId: number | string): ChatRoom {
  const room = typeof chatId === "number" ? world.rooms.get(chatId) : findByName(world, chatId);
  if (!room) throw badRequest("chat not found");
  return room;
}

/** The chat, if the bot may write there now. Throws 403 with the reason if not. */
export function findOpenRoom(world: World, chatId: number | string): ChatRoom {
  const room = findRoom(world, chatId);
  if (room.isBotRemoved) throw forbidden("bot was kicked from the group chat");
  const account = world.accounts.get(room.chat.id);
  if (account?.isDeactivated) throw forbidden("user is deactivated");
  if (account?.hasBlockedBot) throw forbidden("bot was blocked by the user");
  if (account && !account.hasStarted) throw forbidden("bot can't initiate conversation with a user");
  return room;
}

/** The bot's own message to change. Throws 400 if it is gone or somebody else's. */
export function findOwnMessage(world: World, room: ChatRoom, messageId: number): Message {
  const message = room.find(messageId);
  if (!message) throw badRequest("message to edit not found");
  if (message.from?.id !== world.bot.id) throw badRequest("message can't be edited");
  return message;
}

function findByName(world: World, name: string): ChatRoom | undefined {
  return [...world.rooms.values()].find(({ chat }) => chat.type === "private" && `@${chat.username}` === name);
}
