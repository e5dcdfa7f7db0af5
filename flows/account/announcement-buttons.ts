import { setMuted } from "../../bot/announcements/audience/mute-store.ts";
import {
  announcedCallback,
  announcedCourseCallback,
  announcedEventCallback,
  muteAnnouncementsCallback,
  muteByAnnouncementCallback,
  type Opened,
  unmuteAnnouncementsCallback,
} from "../../bot/announcements/callbacks.ts";
import { countOptOut, countTap } from "../../bot/announcements/progress/tap-store.ts";
import type { BotContext } from "../../bot/context.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, send, type View } from "../../bot/doors/telegram/screen/show.ts";
import { html } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { courseView } from "../classes/course.ts";
import { onCallback } from "../kit/on-callback.ts";
import { onCommand } from "../kit/on-command.ts";
import { Screen } from "../kit/screen.ts";
import { eventCardView } from "../programme/card.ts";
import { toMenu } from "./menu.ts";

/** The buttons under announcements. What they lead to comes beside the announcement, which stays to be read. */
export const mutedScreen = new Screen();

onCommand(mutedScreen, "mute", async (ctx) => void (await setAndSay(ctx, true)));
onCallback(mutedScreen, muteAnnouncementsCallback, async (ctx) => void (await setAndSay(ctx, true)));
onCallback(mutedScreen, unmuteAnnouncementsCallback, async (ctx) => void (await setAndSay(ctx, false)));

onCallback(mutedScreen, announcedEventCallback, (ctx, id) => open(ctx, { kind: "event", id }));
onCallback(mutedScreen, announcedCourseCallback, (ctx, id) => open(ctx, { kind: "course", id }));

onCallback(mutedScreen, announcedCallback, async (ctx, { announcementId, place, opens }) => {
  const { database } = ctx.services;
  await open(ctx, opens);
  await countTap(database, { announcementId, place, personId: ctx.reader.person.id });
});
onCallback(mutedScreen, muteByAnnouncementCallback, async (ctx, announcementId) => {
  const { person } = ctx.reader;
  if (await setAndSay(ctx, true)) await countOptOut(ctx.services.database, announcementId, person.id);
});

async function open(ctx: BotContext, { kind, id }: Opened): Promise<void> {
  const { services, reader, me } = ctx;
  const view =
    kind === "event"
      ? await eventCardView(services, reader, id, me.username)
      : await courseView(services, reader, { courseId: id, page: 0 }, me.username);
  await beside(ctx, view);
}

/** Resolves to whether it was otherwise before. */
async function setAndSay(ctx: BotContext, isMuted: boolean): Promise<boolean> {
  const { person, now, t } = ctx.reader;
  const hasChanged = await setMuted(ctx.services.database, person.id, isMuted, now);
  await beside(ctx, saidView(isMuted, t));
  return hasChanged;
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
