import type { Html } from "../../../bot/words/html.ts";
import type { Conversation } from "../conversation.ts";
import { type Answer, answered } from "../steps/answer.ts";
import { ask, type Choice } from "./ask.ts";
import { inRows } from "./choose.ts";

export interface SeveralQuestion<T> {
  all: readonly T[];
  /** Values chosen to begin with. Default: none. */
  before?: readonly T[];
  label: (one: T) => string;
  /** The question, by what is chosen so far; what it looks up must come through `dialogue.external`. */
  text: (chosen: readonly T[]) => Html | Promise<Html>;
  /** Said when something else comes. */
  again: Html;
  /** Label of the button that ends it; undefined: so few may not be all. */
  ready: (chosen: readonly T[]) => string | undefined;
  /** Buttons in a row. Default 1. */
  perRow?: number;
  canGoBack?: boolean;
}

/** Asks for any number of a list, each switched on and off by its button; they come back in the list's order. */
export async function askSeveral<T extends string>(
  conversation: Conversation,
  { all, before = [], label, text, again, ready, perRow = 1, canGoBack = false }: SeveralQuestion<T>,
): Promise<Answer<T[]>> {
  const { t } = conversation.ctx.reader;
  for (let chosen = all.filter((one) => before.includes(one)); ; ) {
    const switches = all.map((one): Choice<T | null> => {
      const name = label(one);
      return { label: chosen.includes(one) ? t("button.chosen", { label: name }) : name, value: one };
    });
    const end = ready(chosen);
    const answer: Answer<T | null> = await ask<T | null>(conversation, {
      text: await text(chosen),
      again,
      choices: [...inRows(switches, perRow), ...(end === undefined ? [] : [[{ label: end, value: null }]])],
      canGoBack,
    });
    if (answer.kind !== "answer") return answer;
    const { value } = answer;
    if (value === null) return answered(chosen);
    chosen = all.filter((one) => (one === value) !== chosen.includes(one));
  }
}
