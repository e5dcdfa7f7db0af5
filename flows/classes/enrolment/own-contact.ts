import { joinRecorded } from "../../../bot/classes/by-hand/join-store.ts";
import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { send } from "../../../bot/doors/telegram/screen/show.ts";
import { Html, html, joinLines } from "../../../bot/words/html.ts";
import { askContact } from "../../kit/ask/ask-contact.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue, enter } from "../../kit/dialogue.ts";
import { onCallback } from "../../kit/on-callback.ts";
import { privatePartOf, Screen } from "../../kit/screen.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { findPlacesCallback } from "../callbacks.ts";
import { ownClassesView } from "../own-classes.ts";

/** Finds the places of those who were enrolled by telephone, once they show that the number is theirs. */
const join = ({ services, reader }: BotContext, phone: string, database = services.database) =>
  joinRecorded(database, {
    personId: reader.person.id,
    phone,
    now: reader.now,
    cityZone: services.city.timeZone,
  });

/** Joins by a contact that was just shared in a dialogue; resolves to whether there was anybody. */
export const joinByContact = (outer: BotContext, phone: string): Promise<boolean> =>
  once(outer, "join-recorded", async (database) => (await join(outer, phone, database)) > 0);

/** Asks for one's own number, and shows the places that staff gave to it. */
export const findOwnPlaces = defineDialogue(
  "find-own-places",
  { version: 1 },
  async (conversation: Conversation): Promise<void> => {
    const { t } = conversation.ctx.reader;
    const answer = await askContact(conversation, {
      text: html`${t("by_hand.find.ask")}`,
      again: t("enrol.phone_again"),
      thanks: t("enrol.phone_thanks"),
    });
    if (answer.kind !== "answer" || answer.value === null) return;
    const phone = answer.value;
    const view = await conversation.dialogue.external(async (outer) => {
      const isFound = await joinByContact(outer, phone);
      const { text, keyboard } = await ownClassesView(outer.services, outer.reader);
      return { text: String(joinLines(t(isFound ? "by_hand.find.found" : "by_hand.find.none"), "", text)), keyboard };
    });
    await say(conversation, { text: Html.trusted(view.text), keyboard: view.keyboard });
  },
);

export const ownContactScreen = new Screen();

onCallback(privatePartOf(ownContactScreen), findPlacesCallback, (ctx) => enter(ctx, findOwnPlaces));

// A contact that nobody asked for: whoever was told "send us your number" does just that.
privatePartOf(ownContactScreen).on("message:contact", async (ctx, next) => {
  const { user_id, phone_number } = ctx.message.contact;
  if (user_id === undefined || user_id !== ctx.from.id || !(await joinByContact(ctx, phone_number))) return next();
  const view = await ownClassesView(ctx.services, ctx.reader);
  await send(ctx, { ...view, text: joinLines(ctx.reader.t("by_hand.find.found"), "", view.text) });
});
