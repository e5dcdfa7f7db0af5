import type { Message, Poll, User } from "@grammyjs/types";
import { badRequest } from "../api/api-failure.ts";
import type { ChatRoom } from "../world/chat-room.ts";
import { hear } from "../world/post.ts";
import type { World } from "../world/world.ts";

/**
 * Votes in the poll of a message; [] retracts. The bot hears how its own polls stand, and who chose what if they are not
 * anonymous. Throws if there is no such poll, or if it does not take such a vote.
 */
export async function votePoll(
  world: World,
  user: User,
  room: ChatRoom,
  messageId: number,
  chosen: readonly number[],
): Promise<void> {
  const message = room.find(messageId);
  const poll = message?.poll;
  if (!poll) throw new Error(`Message ${messageId} is no poll.`);
  checkVote(poll, chosen, world.polls.votesOf(poll.id, user.id));
  hear(world, room, user);
  const counted = world.polls.vote(poll, user.id, chosen);
  changePoll(world, counted);
  const isOwn = message.from?.id === world.bot.id;
  const option_persistent_ids = chosen.map((index) => poll.options[index]?.persistent_id ?? "");
  const poll_answer = { poll_id: poll.id, user, option_ids: [...chosen], option_persistent_ids };
  await Promise.all([
    isOwn ? world.updates.add({ poll: counted }) : undefined,
    isOwn && !poll.is_anonymous ? world.updates.add({ poll_answer }) : undefined,
  ]);
}

/** Ends a poll of the bot's own. Throws 400 if it is none, or over. */
export function closePoll(world: World, message: Message): Poll {
  const { poll } = message;
  if (!poll) throw badRequest("message with poll to stop not found");
  if (poll.is_closed) throw badRequest("poll has already been closed");
  const closed = { ...poll, is_closed: true };
  changePoll(world, closed);
  return closed;
}

function checkVote(poll: Poll, chosen: readonly number[], before: readonly number[]): void {
  if (poll.is_closed) throw new Error("The poll is closed.");
  if (chosen.some((index) => poll.options[index] === undefined)) throw new Error("The poll has no such option.");
  if (chosen.length > 1 && !poll.allows_multiple_answers) throw new Error("The poll takes one answer.");
  if (before.length > 0 && !poll.allows_revoting) throw new Error("The poll takes no second vote.");
}

/** Shows a poll as it now stands wherever it was sent. */
function changePoll(world: World, poll: Poll): void {
  for (const room of world.rooms.values()) {
    for (const message of room.messages.filter((each) => each.poll?.id === poll.id)) {
      const changed = { ...message, poll };
      room.put(changed);
      world.changes.tell({ kind: "edited", chatId: room.chat.id, message: changed });
    }
  }
}
