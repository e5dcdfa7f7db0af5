import type { BotContext } from "../../bot/context.ts";
import { languages } from "../../bot/words/language.ts";
import type { Words } from "../../bot/words/messages/translator.ts";
import { handledBy, type Screen } from "./screen.ts";

/** Labels of the reply keyboard that come back as text, those of older ones with them: a keyboard stays in its chat. */
const labels = [
  "key.tonight",
  "key.near",
  "button.tonight",
  "button.tomorrow",
  "button.weekend",
  "button.near",
  "classes.button",
  "button.search",
  "button.menu",
  "simple.help",
] as const;
type Label = (typeof labels)[number];

/**
 * Handles a button of the reply keyboard by its label in any language: the keyboard on a phone may be older than the
 * language that the person speaks now.
 */
export function hears(composer: Screen, label: Label, handle: (ctx: BotContext) => Promise<void>): void {
  byLabel(composer, label, handle);
}

const byLabel = handledBy(labelOf);

/** Whether a message is one of the buttons of the reply keyboard, or that one. */
export const isMenuButton = (ctx: BotContext, label?: Label): boolean =>
  label === undefined ? labelOf(ctx) !== undefined : labelOf(ctx) === label;

/** What the labels say in every language, made once: each message is looked up here by every button. */
const spoken = new WeakMap<Words, Map<string, Label>>();

function labelOf({ message, services: { words } }: BotContext): Label | undefined {
  if (message?.text === undefined) return undefined;
  const known = spoken.get(words) ?? allLabels(words);
  spoken.set(words, known);
  return known.get(message.text.trim().toLowerCase());
}

const allLabels = (words: Words) =>
  new Map(
    labels.flatMap((label) => languages.map((language) => [words.for(language)(label).toLowerCase(), label] as const)),
  );
