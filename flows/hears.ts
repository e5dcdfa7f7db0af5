import type { Composer } from "grammy";
import type { BotContext } from "../bot/context.ts";
import { languages } from "../bot/programme/event.ts";

/** Labels of the reply keyboard that come back as text. */
const labels = [
  "button.tonight",
  "button.tomorrow",
  "button.weekend",
  "button.near",
  "classes.button",
  "button.search",
  "button.menu",
] as const;
type Label = (typeof labels)[number];

/**
 * Handles a button of the reply keyboard by its label in any language: the keyboard on a phone may be older than the
 * language that the person speaks now.
 */
export function hears(composer: Composer<BotContext>, label: Label, handle: (ctx: BotContext) => Promise<void>): void {
  composer.on("message:text", (ctx, next) => (says(ctx, label) ? handle(ctx) : next()));
}

/** Whether a message is one of the buttons of the reply keyboard. */
export const isMenuButton = (ctx: BotContext): boolean => labels.some((label) => says(ctx, label));

function says(ctx: BotContext, label: Label): boolean {
  const text = ctx.message?.text?.trim().toLowerCase();
  return languages.some((language) => ctx.services.words.for(language)(label).toLowerCase() === text);
}
