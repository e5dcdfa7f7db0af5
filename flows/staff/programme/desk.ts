import type { Dialogue, FlowContext } from "../../../bot/context.ts";
import { html } from "../../../bot/words/html.ts";
import type { Answer } from "../../kit/steps/answer.ts";
import { ask, type Choice } from "../../kit/steps/ask.ts";

/** What every question about an event works with. */
export interface Desk {
  dialogue: Dialogue;
  ctx: FlowContext;
}

/** Staff speak of the city's hours, wherever they are themselves. */
export const readingOf = ({ ctx }: Desk): { now: Date; zone: string } => ({
  now: ctx.reader.now,
  zone: ctx.services.city.timeZone,
});

/** Asks with buttons alone; `leave` is the label of the way out where "cancel" could be taken for an answer. */
export async function choose<T>(
  { dialogue, ctx }: Desk,
  text: string,
  choices: readonly (readonly Choice<T>[])[],
  canGoBack: boolean,
  leave?: string,
): Promise<Answer<T>> {
  const question = html`${text}`;
  return ask<T>(dialogue, ctx, {
    text: question,
    again: question,
    choices,
    canGoBack,
    ...(leave !== undefined && { leave }),
  });
}

/** Buttons side by side, so many in a row. */
export function inRows<T>(choices: readonly Choice<T>[], most: number): Choice<T>[][] {
  const laid: Choice<T>[][] = [];
  for (const choice of choices) {
    const last = laid.at(-1);
    if (last && last.length < most) last.push(choice);
    else laid.push([choice]);
  }
  return laid;
}

/** Passes a question over while an event is made; where one field is changed, the same button takes away what it holds. */
export const noneLabel = ({ ctx: { reader } }: Desk, canGoBack: boolean): string =>
  reader.t(canGoBack ? "programme.button.skip" : "programme.button.without");

export const typed = ({ message }: FlowContext): string => message?.text?.trim() ?? "";
