import { Composer } from "grammy";
import type { BotContext } from "../../bot/context.ts";
import { send } from "../../bot/doors/telegram/screen/show.ts";
import { findNamedHouse } from "../../bot/programme/listing/named-house-store.ts";
import { parseHouseQuestion } from "../../bot/understanding/house-question.ts";
import { institutionView } from "../programme/institution.ts";

/** «Где кукольный театр?», "is the library open on Sundays?": the page of the house says its address and its hours. */
export const houseAsked = new Composer<BotContext>();

houseAsked.chatType("private").on("message:text", async (ctx, next) => {
  const { text, via_bot, reply_to_message } = ctx.message;
  const names = text.startsWith("/") || via_bot || reply_to_message ? null : parseHouseQuestion(text, ctx.reader);
  const { services, reader, me } = ctx;
  const house = names === null ? null : await findNamedHouse(services.database, names);
  if (house === null) return next();
  return send(ctx, await institutionView(services, reader, { institutionId: house, occurrenceId: null }, me.username));
});
