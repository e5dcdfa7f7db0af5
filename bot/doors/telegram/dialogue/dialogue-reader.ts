import type { Conversation } from "@grammyjs/conversations";
import type { Middleware } from "grammy";
import type { BotContext, FlowContext, Services } from "../../../context.ts";

/**
 * Gives dialogues what screens have: services, and for whom they speak. The person and the time go through the replay
 * log, so that a replay an hour later says the same words again.
 */
export function dialogueReader(services: Services) {
  return (dialogue: Conversation<BotContext, FlowContext>): Middleware<FlowContext>[] => [
    async (ctx, next) => {
      const { person, now } = await dialogue.external(({ reader }) => ({
        person: reader.person,
        now: reader.now.getTime(),
      }));
      ctx.services = services;
      ctx.reader = {
        person,
        t: services.words.for(person.language),
        zone: person.timeZone ?? services.city.timeZone,
        now: new Date(now),
        isKnown: true,
        // Dialogues run in private chats alone (dialogue-store.ts).
        isPrivate: true,
      };
      await next();
    },
  ];
}
