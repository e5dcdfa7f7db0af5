import type { Conversation } from "../conversation.ts";
import type { Answer } from "../steps/answer.ts";
import { ask, type Question } from "./ask.ts";

/** Asks for a text until `accept` takes it. */
export const askText = (
  conversation: Conversation,
  { accept, ...question }: Omit<Question<string>, "read"> & { accept: (text: string) => boolean },
): Promise<Answer<string>> =>
  ask(conversation, {
    ...question,
    read: ({ message }) => (message?.text !== undefined && accept(message.text) ? message.text : undefined),
  });
