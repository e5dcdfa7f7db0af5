import type { Dialogue, FlowContext } from "../../../bot/context.ts";

const day = 24 * 3_600_000;

/**
 * Waits for what the person says next. An answer that comes after `patience` milliseconds (default a day) ends the dialogue
 * and goes to flows/kit/expired-dialogue.ts. The plugin's own `maxMilliseconds` would do so by the system's clock; this is by the bot's.
 */
export async function waitAnswer(dialogue: Dialogue, patience = day): Promise<FlowContext> {
  const asked = await dialogue.external(({ reader }) => reader.now.getTime());
  const answer = await dialogue.wait();
  if (answer.reader.now.getTime() - asked >= patience) await dialogue.halt({ next: true });
  return answer;
}
