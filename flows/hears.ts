import type { Composer } from "grammy";
import type { BotContext } from "../bot/context.ts";
import { languages } from "../bot/programme/event.ts";

/** Labels of the reply keyboard that come back as text. */
type Label = `button.${"tonight" | "tomorrow" | "weekend" | "search" | "menu" | "near"}`;

/**
 * Handles a button of the reply keyboard by its label in any language: the keyboard on a phone may be older than the
 * language that the person speaks now.
 */
export function hears(composer: Composer<BotContext>, label: Label, handle: (ctx: BotContext) => Promise<void>): void {
  composer.on("message:text", async (ctx, next) => {
    const text = ctx.message.text.trim().toLowerCase();
    const says = languages.some((language) => ctx.services.words.for(language)(label).toLowerCase() === text);
    return says ? handle(ctx) : next();
  });
}
