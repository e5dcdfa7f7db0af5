import type { MiddlewareFn } from "grammy";
import type { BotContext } from "../../../context.ts";
import { findLanguage } from "../../../people/address-store.ts";
import { accountOf } from "../door.ts";
import { spoken } from "./identify.ts";

/**
 * Lets a message in a group stay in the language of whoever asked for it: a press by somebody else would turn it into
 * theirs for all who read along. The asker wrote the message that it answers.
 */
export const askersLanguage: MiddlewareFn<BotContext> = async (ctx, next) => {
  const pressed = ctx.callbackQuery?.message;
  const asker = pressed && "reply_to_message" in pressed ? pressed.reply_to_message?.from : undefined;
  if (ctx.reader.isPrivate || asker === undefined || asker.is_bot || asker.id === ctx.from?.id) return next();
  const { services, reader, door } = ctx;
  const known = await findLanguage(services.database, accountOf(asker, door.name));
  const t = services.words.for(known ?? spoken(asker.language_code, services.city.language));
  ctx.reader = { ...reader, t };
  await next();
};
