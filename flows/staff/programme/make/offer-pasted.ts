import type { BotContext } from "../../../../bot/context.ts";
import { readForeign } from "../../../../bot/foreign/read-foreign.ts";
import { may } from "../../../../bot/staff/permissions.ts";
import { enter } from "../../../kit/dialogue.ts";
import { privatePartOf, Screen } from "../../../kit/screen.ts";
import { rightsOf } from "../../authorize.ts";
import { pasteEvent } from "./paste-event.ts";
import { type Pasted, pastedIn } from "./read-pasted.ts";

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
  const count = await countEvents(ctx, pasted);
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

/** How many events a text seems to tell of: none where it has no day or no title. */
async function countEvents({ reader, services }: BotContext, pasted: Pasted): Promise<number> {
  const nothing = { places: [], institutions: [] };
  const reading = { now: reader.now, zone: services.city.timeZone };
  const listed = await readForeign("events", pasted, nothing, reading);
  if (listed.kind === "read" && listed.value.length > 1) return listed.value.length;
  const one = await readForeign("event", pasted, nothing, reading);
  return one.kind === "read" && one.value.dates.length > 0 && one.value.title !== null ? 1 : 0;
}
