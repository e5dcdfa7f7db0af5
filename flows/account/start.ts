import { Composer } from "grammy";
import type { BotContext } from "../../bot/context.ts";
import { parseDeepLink } from "../../bot/doors/telegram/screen/deep-links.ts";
import { send } from "../../bot/doors/telegram/screen/show.ts";
import { checkedView } from "../classes/certificate.ts";
import { courseView } from "../classes/course.ts";
import { groupView } from "../classes/group.ts";
import { hears } from "../kit/reply-keyboard.ts";
import { eventCardView, openedCardView } from "../programme/card.ts";
import { open } from "../programme/list.ts";
import { openInvitation } from "../staff/people/accept-invitation.ts";
import { menuView, replyKeyboard } from "./menu.ts";

export const startScreen = new Composer<BotContext>();

startScreen.command("start", async (ctx) => {
  const payload = ctx.match.trim();
  // Whoever follows a link to an event wants the event; the greeting is for those who come for the first time.
  if (payload === "" || ctx.reader.person.isNew) await greet(ctx);
  if (payload !== "") await follow(ctx, payload);
});

hears(startScreen, "button.menu", (ctx) => send(ctx, menuView(ctx.reader.t)));

async function greet(ctx: BotContext): Promise<void> {
  const { t, person } = ctx.reader;
  const hello = t("start.hello", { name: person.firstName, city: t("city.place") });
  // Only a private chat may have the keyboard: it asks for a location.
  if (ctx.chat?.type !== "private") return send(ctx, menuView(t));
  await ctx.reply(hello, { reply_markup: replyKeyboard(t) });
}

/** Opens what a deep link names; an unknown one, tonight. */
async function follow(ctx: BotContext, payload: string): Promise<void> {
  const { services, reader, me } = ctx;
  const link = parseDeepLink(payload);
  switch (link?.kind) {
    case "invitation":
      return openInvitation(ctx, link.code);
    case "certificate":
      return send(ctx, await checkedView(services, reader, link.code));
    case "occurrence": {
      const card = { occurrenceId: link.id, whole: false, from: "" };
      return send(ctx, await openedCardView(services, reader, card, me.username));
    }
    case "event":
      return send(ctx, await eventCardView(services, reader, link.id, me.username));
    case "course":
      return send(ctx, await courseView(services, reader, { courseId: link.id, page: 0 }, me.username));
    case "group":
      return send(ctx, await groupView(services, reader, link.id));
    case undefined:
      return open(ctx, { kind: "tonight" });
  }
}
