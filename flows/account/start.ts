import { Composer } from "grammy";
import type { BotContext } from "../../bot/context.ts";
import { unpackId } from "../../bot/doors/telegram/screen/callback.ts";
import { send } from "../../bot/doors/telegram/screen/show.ts";
import { readInvitationPayload } from "../../bot/staff/invitation.ts";
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

/** Opens what a deep link names: o_… a date, e_… an event, k_… a course, g_… a group, c_… a certificate, i_… an invitation; an unknown one, tonight. */
async function follow(ctx: BotContext, payload: string): Promise<void> {
  const { services, reader, me } = ctx;
  const invitation = readInvitationPayload(payload);
  if (invitation !== undefined) return openInvitation(ctx, invitation);
  const [kind, code = ""] = payload.split("_");
  if (kind === "c") return send(ctx, await checkedView(services, reader, code));
  const id = unpackId(code);
  if (kind === "o" && id) {
    return send(ctx, await openedCardView(services, reader, { occurrenceId: id, whole: false, from: "" }, me.username));
  }
  if (kind === "e" && id) return send(ctx, await eventCardView(services, reader, id, me.username));
  if (kind === "k" && id) return send(ctx, await courseView(services, reader, { courseId: id, page: 0 }, me.username));
  if (kind === "g" && id) return send(ctx, await groupView(services, reader, id));
  await open(ctx, { kind: "tonight" });
}
