import type { BotContext, Dialogue, FlowContext } from "../../../bot/context.ts";
import { giveUp } from "./give-up.ts";
import { waitAnswer } from "./wait-answer.ts";

/** What came is no answer. */
export type Unfit =
  /** `again` asks anew, and resolves to the message with the question. */
  | { kind: "wrong"; again: () => Promise<number> }
  /** A press on an older question; it was told so. */
  | { kind: "passed over" };

interface Mistakes {
  count: number;
  /** The message that holds the question by now. */
  messageId: number;
}

/** What is remembered of answers that did not fit, while the update of the last one is handled. */
const mistakes = new WeakMap<BotContext, Mistakes>();

/** So many answers may not fit before the dialogue ends by itself: nobody is meant to be asked for ever. */
const mostMistakes = 20;

/**
 * Waits until `take` makes an answer of what comes; the way in which every dialogue waits. What was no answer is taken out of the
 * dialogue's log again, which only notes how many there were: the log is stored whole and replayed from its beginning at each
 * update, so somebody who sends a long wrong answer again and again would make it larger and each of them slower.
 *
 * `messageId` is the message with the question; `take` is told where it is by now. `patience` is in milliseconds, by default a day.
 */
export async function hear<T extends { kind: string }>(
  dialogue: Dialogue,
  { messageId, patience }: { messageId: number; patience?: number | undefined },
  take: (answer: FlowContext, messageId: number) => Promise<T | Unfit>,
): Promise<T> {
  const beforehand = dialogue.checkpoint();
  const known = await dialogue.external((outer) => mistakes.get(outer) ?? { count: 0, messageId });
  const answer = await waitAnswer(dialogue, patience);
  const heard = await take(answer, known.messageId);
  if (!isUnfit(heard)) return heard;
  let now = known;
  if (heard.kind === "wrong") {
    if (known.count + 1 === mostMistakes) return giveUp({ dialogue, ctx: answer });
    now = { count: known.count + 1, messageId: await heard.again() };
  }
  await dialogue.external((outer) => void mistakes.set(outer, now));
  return dialogue.rewind(beforehand);
}

const isUnfit = (heard: { kind: string }): heard is Unfit => heard.kind === "wrong" || heard.kind === "passed over";
