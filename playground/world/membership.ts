import type { Chat, ChatMember, User } from "@grammyjs/types";
import { unixTime } from "./clock.ts";
import type { World } from "./world.ts";

type Status = "member" | "kicked" | "left";

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
  return status === "kicked" ? { status, user, until_date: 0 } : { status, user };
}
