import type { Message, Poll, User } from "@grammyjs/types";
import { badRequest } from "../api/api-failure.ts";
import type { ChatRoom } from "./chat-room.ts";
import { hear } from "./post.ts";
import type { World } from "./world.ts";

/** What one asks: the rest of a Poll follows from it. */
export type Question = Pick<Poll, "question" | "type" | "is_anonymous" | "allows_multiple_answers"> &
  Partial<Pick<Poll, "correct_option_ids" | "explanation" | "explanation_entities" | "allows_revoting">> & {
    options: readonly string[];
  };

/** Who voted for what in which poll. Votes lie here and not in messages: a forwarded poll is the same poll. */
export class Polls {
  readonly #votes = new Map<string, Map<number, readonly number[]>>();

  /** A new poll without votes. */
  open({ options, ...question }: Question): Poll {
    const id = `${5_000_000_001 + this.#votes.size}`;
    this.#votes.set(id, new Map());
    return {
      id,
      allows_revoting: question.type === "regular",
      members_only: false,
      ...question,
      options: options.map((text, index) => ({ persistent_id: `${index}`, text, voter_count: 0 })),
      total_voter_count: 0,
      is_closed: false,
    };
  }

  /** The options that somebody chose, by their index; [] if none. */
  votesOf(pollId: string, userId: number): readonly number[] {
    return this.#votes.get(pollId)?.get(userId) ?? [];
  }

  /** Takes a vote, [] to retract it, and returns the poll as it then stands. */
  vote(poll: Poll, userId: number, chosen: readonly number[]): Poll {
    const votes = this.#votes.get(poll.id) ?? new Map<number, readonly number[]>();
    this.#votes.set(poll.id, votes);
    if (chosen.length > 0) votes.set(userId, chosen);
    else votes.delete(userId);
    const all = [...votes.values()].flat();
    const options = poll.options.map((option, index) => ({
      ...option,
      voter_count: all.filter((chosenIndex) => chosenIndex === index).length,
    }));
    return { ...poll, options, total_voter_count: votes.size };
  }
}

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
