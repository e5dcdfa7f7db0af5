import type { Poll } from "@grammyjs/types";

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
