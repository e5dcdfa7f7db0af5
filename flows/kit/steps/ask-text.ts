import type { Dialogue, FlowContext } from "../../../bot/context.ts";
import type { Answer } from "./answer.ts";
import { ask, type Question } from "./ask.ts";

/** Asks for a text until `accept` takes it. */
export const askText = (
  dialogue: Dialogue,
  ctx: FlowContext,
  { accept, ...question }: Omit<Question<string>, "read"> & { accept: (text: string) => boolean },
): Promise<Answer<string>> =>
  ask(dialogue, ctx, {
    ...question,
    read: ({ message }) => (message?.text !== undefined && accept(message.text) ? message.text : undefined),
  });
