import type { MiddlewareFn } from "grammy";
import type { Message } from "grammy/types";
import type { BotContext, Services } from "../context.ts";
import { receive } from "../people/arrival-store.ts";
import { type Language, languages } from "../programme/event.ts";
import { inZone } from "../words/local-time.ts";
import { rememberDialogue } from "./dialogue-store.ts";
import { sayFarewell } from "./farewell.ts";

/**
 * Finds out who speaks, in which words to answer, and whether the update was handled before; all in one statement.
 * An update handled before ends here: Telegram repeats what it got no answer for.
 */
export function arrive(services: Services): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    if (ctx.from === undefined) return;
    const now = services.clock.now();
    const zone = services.city.timeZone;
    const { person, isKnown, seen, dialogue, erasedIn } = await receive(services.database, {
      updateId: ctx.update.update_id,
      userId: ctx.from.id,
      // PostgreSQL takes no NUL: a name with one would shut its owner out for good.
      firstName: ctx.from.first_name.replaceAll("\0", ""),
      language: spoken(ctx.from.language_code, services.city.language),
      now,
      city: { zone, day: inZone(now, zone).toISODate() },
      // Nobody is made known by typing the bot's name somewhere, by a group or by a button: only by writing to it.
      mayIntroduce: ctx.chat?.type === "private" && isSaid(ctx.message),
    });
    if (seen) return;
    if (erasedIn !== null) return sayFarewell(ctx, services.words.for(erasedIn));
    const t = services.words.for(person.language);
    ctx.services = services;
    const isPrivate = ctx.chat?.type === "private";
    ctx.reader = { person, t, zone: person.timeZone ?? zone, now, isKnown, isPrivate };
    rememberDialogue(ctx, dialogue);
    await next();
  };
}

/** What people send; all else that comes as a message (a pin, a timer, another background) is a note of Telegram's own. */
const contents = [
  ...(["text", "photo", "video", "animation", "audio", "voice", "video_note", "document", "sticker"] as const),
  ...(["location", "venue", "contact", "dice", "poll", "game", "story", "paid_media", "checklist"] as const),
];

const isSaid = (message: Message | undefined): boolean =>
  message !== undefined && contents.some((kind) => message[kind] !== undefined);

/** Telegram says "tt" or "en-GB"; a language that we do not speak becomes the city's. */
export function spoken(languageCode: string | undefined, fallback: Language): Language {
  const code = languageCode?.slice(0, 2).toLowerCase();
  return languages.find((language) => language === code) ?? fallback;
}
