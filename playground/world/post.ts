import type { Chat, Message, Update, User } from "@grammyjs/types";
import { mediaKindOf } from "../files/media.ts";
import { detectCommands } from "../html/detect-entities.ts";
import type { ChatRoom } from "./chat-room.ts";
import { unixTime } from "./clock.ts";
import type { World } from "./world.ts";

/** What a person's message carries: any fields of Message but those that Telegram fills in. */
export type Content = Partial<Omit<Message, "message_id" | "chat" | "from" | "date">>;

type Posted = NonNullable<Update["message"]>;

/** Puts a person's message into a chat and tells the bot of it; resolves when it has confirmed. */
export function post(world: World, room: ChatRoom, from: User, content: Content, replyTo?: number): Promise<void> {
  hear(world, room, from);
  const original = replyTo === undefined ? undefined : room.find(replyTo);
  const message: Posted = {
    message_id: room.nextMessageId(),
    from,
    chat: room.chat,
    date: unixTime(world.clock),
    ...content,
    ...(original && { reply_to_message: quoted(original) }),
  };
  room.put(message);
  world.changes.tell({ kind: "sent", chatId: room.chat.id, message });
  return room.isBotAdministrator || reachesBot(world, message) ? world.updates.add({ message }) : Promise.resolve();
}

/** Changes a person's text, or the caption of their file, and tells the bot. Throws if it is not there or not theirs. */
export function editPost(world: World, room: ChatRoom, from: User, messageId: number, text: string): Promise<void> {
  const earlier = room.find(messageId);
  if (earlier?.from?.id !== from.id) throw new Error(`${from.first_name} has no message ${messageId} to edit.`);
  hear(world, room, from);
  const { entities: _, caption_entities: __, ...rest } = earlier;
  const edit_date = unixTime(world.clock);
  const words = mediaKindOf(earlier) ? { caption: text } : { text, ...detectCommands(text) };
  const message = { ...rest, from, chat: room.chat, ...words, edit_date };
  room.put(message);
  world.changes.tell({ kind: "edited", chatId: room.chat.id, message });
  return reachesBot(world, message) ? world.updates.add({ edited_message: message }) : Promise.resolve();
}

/** Notes that somebody did something in `room`: what follows is a reply, and a bot may write to them from now on. */
export function hear(world: World, room: ChatRoom, from: User): void {
  room.lastHeardAt = world.clock.now().getTime();
  const account = world.accounts.get(from.id);
  if (account && account.room === room) account.hasStarted = true;
}

/** A message as it stands inside the one that replies to it: without the message that it replies to itself. */
export function quoted(message: Message): NonNullable<Message["reply_to_message"]> {
  return Object.assign({}, message, { reply_to_message: undefined });
}

/** Bots in groups see commands not meant for others and replies to themselves (privacy mode, on by default). */
function reachesBot(world: World, message: Message & { chat: Chat }): boolean {
  if (message.chat.type === "private") return true;
  const addressee = /^\/\w+(?:@(\w+))?/.exec(message.text ?? "");
  if (addressee) return addressee[1] === undefined || addressee[1].toLowerCase() === world.bot.username.toLowerCase();
  return message.reply_to_message?.from?.id === world.bot.id || message.via_bot?.id === world.bot.id;
}
