import type { MiddlewareFn } from "grammy";
import type { Message } from "grammy/types";
import { offerOf } from "../../../city/offer.ts";
import type { BotContext, Services } from "../../../context.ts";
import { readFor } from "../../../database/replica/reading-for.ts";
import { identify } from "../../../people/identify-store.ts";
import { type Language, languages } from "../../../words/language.ts";
import { inZone } from "../../../words/time/local-time.ts";
import { rememberDialogue } from "../dialogue/dialogue-store.ts";
import { accountOf, placeOf } from "../door.ts";
import { sayFarewell } from "../sending/farewell.ts";
import { currentRun } from "./update-run.ts";
import { updateKey } from "./updates.ts";

/** An update was begun so often before, and each time the program died before its end. */
export class BegunBefore extends Error {
  override readonly name = "BegunBefore";
  readonly count: number;

  constructor(count: number) {
    super(`begun ${count} times before`);
    this.count = count;
  }
}

/**
 * Finds out who speaks, in which words to answer, and whether the update was handled before; all in one statement.
 * An update handled before ends here: Telegram repeats what it got no answer for. One begun twice without an end is thrown
 * back to the handler.
 */
export function arrive(services: Services): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    if (ctx.from === undefined) return;
    const now = services.clock.now();
    const zone = services.city.timeZone;
    const offer = offerOf(services.city);
    const run = currentRun();
    const isBeginning = run !== undefined && !run.isNoted;
    const isPrivate = ctx.chat?.type === "private";
    // Before the statement, which may be carried out although its answer is lost: the repetition must not count again.
    if (run) run.isNoted = true;
    const { person, isKnown, hasJustChanged, seen, begun, dialogue, erasedIn } = await identify(services.database, {
      ...accountOf(ctx.from, ctx.door.name),
      key: updateKey(ctx.update.update_id, ctx.door.name),
      isBeginning,
      chatId: isPrivate ? String(ctx.chat.id) : null,
      firstName: ctx.from.first_name,
      language: spoken(ctx.from.language_code, services.city.language, offer.languages),
      quiet: offer.quiet,
      now,
      city: { zone, day: inZone(now, zone).toISODate() },
      // Nobody is made known by typing the bot's name somewhere, by a group or by a button: only by writing to it.
      mayIntroduce: isPrivate && isSaid(ctx.message),
    });
    if (seen) return;
    if (erasedIn !== null) return sayFarewell(ctx, services.words.for(erasedIn));
    if (begun > 1) throw new BegunBefore(begun);
    const t = services.words.for(person.language);
    ctx.services = services;
    const ownZone = person.timeZone ?? zone;
    ctx.reader = {
      person,
      t,
      offer,
      zone,
      ownZone,
      now,
      isKnown,
      isPrivate,
      hasKeyboardBelow: isPrivate && ctx.door.can.replyKeyboard,
      chat: placeOf(ctx.chat, ctx.door.name),
    };
    rememberDialogue(ctx, dialogue);
    const whom = { personId: isKnown ? person.id : undefined, mayBeOld: !hasJustChanged };
    await readFor(whom, next);
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
export function spoken(
  languageCode: string | undefined,
  fallback: Language,
  offered: readonly Language[] = languages,
): Language {
  const code = languageCode?.slice(0, 2).toLowerCase();
  return offered.find((language) => language === code) ?? fallback;
}
