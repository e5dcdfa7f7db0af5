import type { Conversation } from "@grammyjs/conversations";
import type { Middleware } from "grammy";
import { offerOf } from "../../../city/offer.ts";
import type { BotContext, FlowContext, FlowServices, Services } from "../../../context.ts";
import type { OpenDoor } from "../../door.ts";
import { placeOf } from "../door.ts";

/** The services that dialogues may use inside of their replay. */
export const flowServices = ({ words, city, publicUrl, hasZoom = false, botUsername }: Services): FlowServices => ({
  words,
  city,
  publicUrl,
  hasZoom,
  botUsername,
});

/**
 * Gives dialogues what they speak with, and for whom they speak. The person and the time go through the replay
 * log, so that a replay an hour later says the same words again.
 */
export function dialogueReader(services: Services, door: OpenDoor) {
  return (dialogue: Conversation<BotContext, FlowContext>): Middleware<FlowContext>[] => [
    async (ctx, next) => {
      const { person, now } = await dialogue.external(({ reader }) => ({
        person: reader.person,
        now: reader.now.getTime(),
      }));
      ctx.services = flowServices(services);
      ctx.door = door;
      ctx.reader = {
        person,
        t: services.words.for(person.language),
        offer: offerOf(services.city),
        zone: services.city.timeZone,
        ownZone: person.timeZone ?? services.city.timeZone,
        now: new Date(now),
        isKnown: true,
        // Dialogues run in private chats alone (dialogue-store.ts).
        isPrivate: true,
        hasKeyboardBelow: door.can.replyKeyboard,
        chat: placeOf(ctx.chat, door.name),
      };
      await next();
    },
  ];
}
