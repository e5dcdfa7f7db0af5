import type { Update, User } from "grammy/types";
import { numberOf } from "./names.ts";
import { headOf, privateChat, readMessage, readPost, secondsOf, userOf } from "./read-message.ts";
import type { MaxTold } from "./wire.ts";

/** What MAX told, as the bot understands it. */
export type ReadUpdate =
  /** Several where a message has several files: at Telegram each is a message of its own. */
  | { kind: "updates"; updates: Update[] }
  /** The dialog is silent until then; null: no more. Telegram has nothing of the kind. */
  | { kind: "muted"; userId: number; until: Date | null }
  /** Nobody has to do anything. */
  | { kind: "nothing" };

/** A moment as far ahead as "for ever" is kept. */
const farAhead = new Date("9999-01-01T00:00:00Z");

/**
 * Reads an update into Telegram's shapes, which flows are written for. A dialog has the number of its person, as at Telegram: to
 * people MAX writes by theirs. Chats of several keep their own, which is negative. Where a press is told, the field in which
 * Telegram names the chat (`chat_instance`) carries MAX's name of the message. `token` opens the seals of contacts.
 */
export function readUpdate(told: MaxTold, token: string): ReadUpdate {
  switch (told.update_type) {
    case "message_created": {
      const { message, user_locale } = told;
      const post = message && readPost(message, token);
      if (post) return one(told, message?.body?.mid ?? "", { channel_post: post });
      // A voice message was seen to come without its message.
      if (!message?.sender || message.sender.is_bot) return { kind: "nothing" };
      const parts = readMessage(message, userOf(message.sender, user_locale), token);
      const name = message.body?.mid ?? "";
      const updates = parts.map((part, index) =>
        updateOf(told, index === 0 ? name : `${name} ${index}`, { message: part }),
      );
      return { kind: "updates", updates };
    }
    case "message_edited": {
      const { message } = told;
      const post = message && readPost(message, token);
      // What somebody changes in a dialog was answered as it was.
      return post
        ? one(told, message?.body?.mid ?? "", {
            edited_channel_post: { ...post, edit_date: secondsOf(told.timestamp) },
          })
        : { kind: "nothing" };
    }
    case "bot_added":
    case "bot_removed": {
      // In groups the bot hears those who name it, whoever has brought it there.
      if (!told.is_channel) return { kind: "nothing" };
      return one(told, `${told.chat_id}`, { my_chat_member: readStanding(told) });
    }
    case "message_callback":
      return one(told, told.callback.callback_id, { callback_query: readPress(told) });
    case "bot_started": {
      const from = userOf(told.user, told.user_locale);
      const text = `/start ${told.payload ?? ""}`.trim();
      const message = {
        message_id: numberOf(`start ${told.timestamp} ${from.id}`),
        date: secondsOf(told.timestamp),
        chat: privateChat(from),
        from,
        text,
        entities: [{ type: "bot_command" as const, offset: 0, length: "/start".length }],
      };
      return one(told, `${from.id} ${text}`, { message });
    }
    case "bot_stopped":
    case "dialog_removed": {
      const from = userOf(told.user, told.user_locale);
      const change = {
        chat: privateChat(from),
        from,
        date: secondsOf(told.timestamp),
        old_chat_member: { user: from, status: "member" as const },
        new_chat_member: { user: from, status: "kicked" as const, until_date: 0 },
      };
      return one(told, String(from.id), { my_chat_member: change });
    }
    case "dialog_muted": {
      const until = new Date(told.muted_until ?? farAhead);
      return { kind: "muted", userId: told.user.user_id, until: until < farAhead ? until : farAhead };
    }
    case "dialog_unmuted":
      return { kind: "muted", userId: told.user.user_id, until: null };
  }
}

/** Whether the bot is an administrator of a channel: at MAX it can be nothing else there. */
function readStanding({ update_type, timestamp, chat_id, user }: Extract<MaxTold, { is_channel: boolean }>) {
  const from = userOf(user);
  const bot = { id: 0, is_bot: true, first_name: "" };
  const gone = { user: bot, status: "left" as const };
  const administrator = { user: bot, status: "administrator" as const, ...noRights };
  const isAdded = update_type === "bot_added";
  return {
    // What it is called stands nowhere here.
    chat: { id: chat_id, type: "channel" as const, title: "" },
    from,
    date: secondsOf(timestamp),
    old_chat_member: isAdded ? gone : administrator,
    new_chat_member: isAdded ? administrator : gone,
  };
}

/** Which rights it has is not told. */
const noRights = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: false,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: false,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_send_welcome_messages: false,
};

function readPress({ callback, message, user_locale }: Extract<MaxTold, { update_type: "message_callback" }>) {
  const from: User = userOf(callback.user, user_locale);
  const press = { id: callback.callback_id, from, data: callback.payload ?? "" };
  const mid = message?.body?.mid;
  // A message that is gone is told by nothing but its absence; Telegram dates it 0.
  if (!message || mid === undefined) {
    const gone = { message_id: numberOf(callback.callback_id), date: 0 as const, chat: privateChat(from) };
    return { ...press, chat_instance: "", message: gone };
  }
  const text = message.body?.text ?? "";
  return { ...press, chat_instance: mid, message: { ...headOf(message, from), message_id: numberOf(mid), text } };
}

const one = (told: MaxTold, of: string, parts: Omit<Update, "update_id">): ReadUpdate => ({
  kind: "updates",
  updates: [updateOf(told, of, parts)],
});

/** Nothing numbers an update: what it tells, when and of what is its name, so that a repetition has the same. */
const updateOf = (told: MaxTold, of: string, parts: Omit<Update, "update_id">): Update => ({
  update_id: numberOf(`${told.update_type} ${told.timestamp} ${of}`),
  ...parts,
});
