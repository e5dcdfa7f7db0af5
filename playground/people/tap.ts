import type { InlineKeyboardButton, KeyboardButton, User } from "@grammyjs/types";
import type { Account } from "../world/account.ts";
import type { ChatRoom } from "../world/chat-room.ts";
import { type Content, hear, post } from "../world/post.ts";
import type { CallbackAnswer } from "../world/queries.ts";
import type { World } from "../world/world.ts";
import { buttonLabel, readKeyboard } from "./screen.ts";

/** What came of a tap: the bot's answer to a callback button, or what other buttons do by themselves. */
export type TapOutcome = CallbackAnswer & {
  /** The inline query that a button puts into the input field of this chat or of another. */
  inlineQuery?: string;
  /** The text that a button copies. */
  copied?: string;
};

type Found =
  | { kind: "inline"; messageId: number; button: InlineKeyboardButton }
  | { kind: "reply"; button: KeyboardButton };

/** Presses the button that `label` names best. Throws with a list of the buttons in sight if there is none. */
export async function tapLabel(world: World, account: Account, room: ChatRoom, label: string): Promise<TapOutcome> {
  const found = findButton(room, (text) => text === label) ?? findButton(room, (text) => text.includes(label));
  if (!found) {
    const inSight = describeButtons(room);
    throw new Error(`${account.user.first_name} finds no button "${label}". In sight:\n${inSight || "(no buttons)"}`);
  }
  if (found.kind === "inline") return tapInline(world, account.user, room, found.messageId, found.button);
  await tapReply(world, account, room, found.button);
  return {};
}

/** Presses the callback button of a message, whether it is there or not; resolves when the bot has confirmed. */
export async function tapData(
  world: World,
  from: User,
  room: ChatRoom,
  messageId: number,
  data: string,
): Promise<TapOutcome> {
  hear(world, room, from);
  let outcome: CallbackAnswer = {};
  const id = world.queries.openCallback({ personId: from.id, messageId, data }, (answer) => {
    outcome = answer;
  });
  // A message gone since is told by its id alone, with date 0, as Telegram does.
  const message = room.find(messageId) ?? { chat: room.chat, message_id: messageId, date: 0 as const };
  await world.updates.add({
    callback_query: { id, from, message, chat_instance: `${room.chat.id}`, data },
  });
  world.queries.confirmCallback(id);
  return outcome;
}

function tapInline(
  world: World,
  from: User,
  room: ChatRoom,
  messageId: number,
  button: InlineKeyboardButton,
): TapOutcome | Promise<TapOutcome> {
  if ("callback_data" in button) return tapData(world, from, room, messageId, button.callback_data);
  if ("url" in button) return { url: button.url };
  if ("web_app" in button) return { url: button.web_app.url };
  if ("login_url" in button) return { url: button.login_url.url };
  if ("switch_inline_query" in button) return { inlineQuery: button.switch_inline_query };
  if ("switch_inline_query_current_chat" in button) return { inlineQuery: button.switch_inline_query_current_chat };
  if ("switch_inline_query_chosen_chat" in button) {
    return { inlineQuery: button.switch_inline_query_chosen_chat.query ?? "" };
  }
  if ("copy_text" in button) return { copied: button.copy_text.text };
  return {};
}

function tapReply(world: World, account: Account, room: ChatRoom, button: KeyboardButton): Promise<void> {
  if (room.replyKeyboard?.one_time_keyboard) {
    room.replyKeyboard = undefined;
    world.changes.tell({ kind: "reply keyboard", chatId: room.chat.id });
  }
  return post(world, room, account.user, contentOf(button, account));
}

function contentOf(button: KeyboardButton, account: Account): Content {
  if (typeof button === "string") return { text: button };
  // Without a place told by the test, everybody is at the Kazan Kremlin.
  if ("request_location" in button) return { location: { latitude: 55.7985, longitude: 49.1064 } };
  if ("request_contact" in button) return { contact: contactOf(account) };
  return { text: button.text };
}

/** A person's own contact card. */
export function contactOf({ user, phoneNumber }: Account): NonNullable<Content["contact"]> {
  const { id, first_name, last_name } = user;
  return { phone_number: phoneNumber, first_name, ...(last_name !== undefined && { last_name }), user_id: id };
}

function findButton(room: ChatRoom, matches: (text: string) => boolean): Found | undefined {
  for (const message of room.messages.reverse()) {
    const button = message.reply_markup?.inline_keyboard.flat().find(({ text }) => matches(text));
    if (button) return { kind: "inline", messageId: message.message_id, button };
  }
  const button = room.replyKeyboard?.keyboard.flat().find((candidate) => matches(buttonLabel(candidate)));
  return button === undefined ? undefined : { kind: "reply", button };
}

function describeButtons(room: ChatRoom): string {
  const keyboards = room.messages.map((message) => message.reply_markup?.inline_keyboard ?? []);
  return [...keyboards, room.replyKeyboard?.keyboard ?? []].map(readKeyboard).filter(Boolean).join("\n");
}
