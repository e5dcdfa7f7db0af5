import type { Dialogue, FlowContext } from "../../bot/context.ts";
import { type Answer, ask } from "./ask.ts";

const day = 24 * 3_600_000;

/** Asks for a text until `accept` takes it. */
export const askText = (
  dialogue: Dialogue,
  ctx: FlowContext,
  { accept, ...words }: { question: string; again: string; accept: (text: string) => boolean },
): Promise<Answer<string>> => {
  const read = ({ message }: FlowContext) =>
    message?.text !== undefined && accept(message.text) ? message.text : undefined;
  return ask(dialogue, ctx, { ...words, read, patience: day });
};
