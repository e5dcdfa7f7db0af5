import { once } from "../../bot/doors/telegram/dialogue/once.ts";
import { zoneAt } from "../../bot/people/zone-at.ts";
import { setTimeZone } from "../../bot/reminders/person-plan-store.ts";
import { html } from "../../bot/words/html.ts";
import { askPlace } from "../kit/ask/ask-place.ts";
import type { Conversation } from "../kit/conversation.ts";
import { defineDialogue } from "../kit/dialogue.ts";
import { say } from "../kit/steps/dialogue-message.ts";
import { zoneLabel } from "./zone-label.ts";

/** Finds the time zone by a shared location, which is not kept. */
export const zoneByPlace = defineDialogue(
  "zone-by-place",
  { version: 1 },
  async (conversation: Conversation): Promise<void> => {
    const { ctx } = conversation;
    const { t, person, now } = ctx.reader;
    const words = { text: html`${t("zone.ask_place")}`, again: html`${t("zone.not_a_place")}` };
    const answer = await askPlace(conversation, words);
    if (answer.kind !== "answer") {
      await say(conversation, { text: html`${t("zone.kept")}` });
      return;
    }
    const zone = zoneAt(answer.value.latitude, answer.value.longitude);
    if (zone === null) {
      await ctx.reply(t("zone.not_found"));
      return;
    }
    await conversation.dialogue.external((outer) =>
      once(outer, "zone", (database) => setTimeZone(database, person.id, zone, outer.reader.now)),
    );
    await ctx.reply(t("zone.set", { zone: zoneLabel({ t, ownZone: zone, now }) }));
  },
);
