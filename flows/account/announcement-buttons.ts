import { Composer } from "grammy";
import { setMuted } from "../../bot/announcements/audience/mute-store.ts";
import {
  announcedCourseCallback,
  announcedEventCallback,
  muteAnnouncementsCallback,
  unmuteAnnouncementsCallback,
} from "../../bot/announcements/callbacks.ts";
import type { BotContext } from "../../bot/context.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, send, type View } from "../../bot/doors/telegram/screen/show.ts";
import { html } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { courseView } from "../classes/course.ts";
import { onCallback } from "../kit/on-callback.ts";
import { eventCardView } from "../programme/card.ts";
import { toMenu } from "./menu.ts";

/** The buttons under announcements. What they lead to comes beside the announcement, which stays to be read. */
export const mutedScreen = new Composer<BotContext>();

mutedScreen.command("mute", (ctx) => setAndSay(ctx, true));
onCallback(mutedScreen, muteAnnouncementsCallback, (ctx) => setAndSay(ctx, true));
onCallback(mutedScreen, unmuteAnnouncementsCallback, (ctx) => setAndSay(ctx, false));

onCallback(mutedScreen, announcedEventCallback, async (ctx, eventId) =>
  beside(ctx, await eventCardView(ctx.services, ctx.reader, eventId, ctx.me.username)),
);
onCallback(mutedScreen, announcedCourseCallback, async (ctx, courseId) =>
  beside(ctx, await courseView(ctx.services, ctx.reader, { courseId, page: 0 }, ctx.me.username)),
);

async function setAndSay(ctx: BotContext, isMuted: boolean): Promise<void> {
  const { person, now, t } = ctx.reader;
  await setMuted(ctx.services.database, person.id, isMuted, now);
  await beside(ctx, saidView(isMuted, t));
}

async function beside(ctx: BotContext, view: View): Promise<void> {
  await Promise.all([ctx.callbackQuery ? answerTap(ctx) : undefined, send(ctx, view)]);
}

const saidView = (isMuted: boolean, t: Translate): View => ({
  text: html`${t(isMuted ? "announcement.muted" : "announcement.unmuted")}`,
  keyboard: [
    ...(isMuted ? [[button(t("announcement.unmute"), unmuteAnnouncementsCallback.data(null))]] : []),
    [toMenu(t)],
  ],
});
