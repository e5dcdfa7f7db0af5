import type { Location } from "grammy/types";
import type { Dialogue, FlowContext } from "../../bot/context.ts";
import { type Answer, ask } from "./ask.ts";

const hour = 3_600_000;

/** Asks for a shared location until one comes. */
export const askPlace = (
  dialogue: Dialogue,
  ctx: FlowContext,
  words: { question: string; again: string },
): Promise<Answer<Location>> =>
  ask(dialogue, ctx, { ...words, read: ({ message }) => message?.location, patience: hour });
