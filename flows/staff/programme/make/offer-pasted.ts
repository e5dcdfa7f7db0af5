import type { BotContext } from "../../../../bot/context.ts";
import { findToldEvents } from "../../../../bot/feeds/channels/told-event.ts";
import { may } from "../../../../bot/staff/permissions.ts";
import { enter } from "../../../kit/dialogue.ts";
import { privatePartOf, Screen } from "../../../kit/screen.ts";
import { rightsOf } from "../../authorize.ts";
import { pasteEvent } from "./paste-event.ts";
import { pastedIn, readingAs } from "./read-pasted.ts";

/** Characters of a line by itself from which on it is rather a poster than something to look for. */
const longLine = 80;

/**
 * A poster that is pasted or forwarded outside of any dialogue: whoever may edit the programme is asked whether to make an event
 * of it. For everybody else, and for a text that names no day, it is what it always was.
 */
export const offerPasted = new Screen();

privatePartOf(offerPasted).on(["message:text", "message:caption"], async (ctx, next) => {
  const pasted = looksPasted(ctx) ? pastedIn(ctx) : undefined;
  if (pasted === undefined || !may(await rightsOf(ctx), "programme.edit")) return next();
  const reading = { now: ctx.reader.now, zone: ctx.services.city.timeZone };
  const { length: count } = await findToldEvents(pasted, readingAs(pasted, reading));
  return count === 0 ? next() : enter(ctx, pasteEvent, { pasted, count });
});

/** Whether it may be a poster at all: most messages are a few words, and cost nothing here. */
function looksPasted({ message, me }: BotContext): boolean {
  if (message === undefined || message.reply_to_message || message.via_bot?.id === me.id) return false;
  const text = message.text ?? message.caption ?? "";
  if (text.startsWith("/")) return false;
  const isSent = message.forward_origin !== undefined || message.photo !== undefined;
  return isSent || text.trim().includes("\n") || text.length >= longLine;
}
