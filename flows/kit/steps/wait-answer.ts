import type { Update } from "grammy/types";
import type { BotContext, Dialogue, FlowContext } from "../../../bot/context.ts";

const day = 24 * 3_600_000;

/** Updates that answer no question, or came after its patience, which was less than the usual day: they mean what they say. */
const passedOn = new WeakSet<Update>();

/** Whether an update was meant for a dialogue no more, although one waited. */
export const isPassedOn = ({ update }: BotContext): boolean => passedOn.has(update);

/** Notes that an update answers no question and means what it says. */
export const notePassedOn = (update: Update): void => void passedOn.add(update);

/**
 * Waits for what the person says next. An answer that comes after `patience` milliseconds (default a day) ends the dialogue
 * and goes to flows/kit/expired-dialogue.ts; after a shorter patience it goes on to whatever it is. The plugin's own `maxMilliseconds` would do so by the system's clock; this is by the bot's.
 */
export async function waitAnswer(dialogue: Dialogue, patience = day): Promise<FlowContext> {
  const asked = await dialogue.external(({ reader }) => reader.now.getTime());
  const answer = await dialogue.wait();
  if (answer.reader.now.getTime() - asked >= patience) {
    if (patience < day) passedOn.add(answer.update);
    await dialogue.halt({ next: true });
  }
  return answer;
}
