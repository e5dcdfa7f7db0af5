import type { Location } from "grammy/types";
import type { Conversation } from "../conversation.ts";
import type { Answer } from "../steps/answer.ts";
import { ask, type Question } from "./ask.ts";

const hour = 3_600_000;

/** Asks for a shared location until one comes. */
export const askPlace = (
  conversation: Conversation,
  question: Pick<Question<Location>, "text" | "again">,
): Promise<Answer<Location>> =>
  ask(conversation, { ...question, read: ({ message }) => message?.location, patience: hour });
