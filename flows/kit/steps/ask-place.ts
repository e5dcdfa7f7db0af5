import type { Location } from "grammy/types";
import type { Dialogue, FlowContext } from "../../../bot/context.ts";
import type { Answer } from "./answer.ts";
import { ask, type Question } from "./ask.ts";

const hour = 3_600_000;

/** Asks for a shared location until one comes. */
export const askPlace = (
  dialogue: Dialogue,
  ctx: FlowContext,
  question: Pick<Question<Location>, "text" | "again">,
): Promise<Answer<Location>> =>
  ask(dialogue, ctx, { ...question, read: ({ message }) => message?.location, patience: hour });
