import type { Chat, ChatMember, User } from "@grammyjs/types";
import { unixTime } from "./clock.ts";
import type { World } from "./world.ts";

type Status = "member" | "kicked" | "left" | "administrator";

/** Tells the bot that `from` changed its own standing in a chat: blocked, unblocked, added, removed. */
export function changeMembership(world: World, chat: Chat, from: User, before: Status, after: Status): Promise<void> {
  world.changes.tell({ kind: "membership", chatId: chat.id });
  return world.updates.add({
    my_chat_member: {
      chat,
      from,
      date: unixTime(world.clock),
      old_chat_member: member(world.bot, before),
      new_chat_member: member(world.bot, after),
    },
  });
}

function member(user: User, status: Status): ChatMember {
  if (status === "kicked") return { status, user, until_date: 0 };
  return status === "administrator" ? { status, user, ...rightsOfReaders } : { status, user };
}

/** An administrator who may do nothing but read. */
const rightsOfReaders = {
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
