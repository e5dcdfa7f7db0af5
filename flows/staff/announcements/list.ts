import { announcementCallback } from "../../../bot/announcements/callbacks.ts";
import { formatListed, labelsOfListed } from "../../../bot/announcements/progress/report-words.ts";
import { findAnnouncements } from "../../../bot/announcements/view-store.ts";
import type { BotContext } from "../../../bot/context.ts";
import { button, wideButton } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { enter } from "../../kit/dialogue.ts";
import { turnRow } from "../../kit/pagination.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";
import { announce } from "./announce.ts";
import { announcementsCallback, newAnnouncementCallback } from "./callbacks.ts";

/** What is going on, what is to come, one's drafts, what is over; `said` tells what has just happened. */
export async function announcementsView(
  { services, reader }: BotContext,
  page: number,
  said: string | null = null,
): Promise<View> {
  const { t, person } = reader;
  const { rows, hasMore } = await findAnnouncements(services.database, { personId: person.id, page });
  const labels = labelsOfListed(rows, reader);
  return {
    text: joinLines(
      said === null ? null : html`${said}\n`,
      html`<b>${t("announce.title")}</b>`,
      "",
      rows.length === 0 ? t("announce.none") : null,
      ...rows.map((row) => formatListed(row, reader)),
    ),
    keyboard: [
      [button(t("announce.button.new"), newAnnouncementCallback.data(null))],
      ...rows.map(({ id }, index) => [wideButton(labels[index] ?? "", announcementCallback.data(id))]),
      turnRow(t, { page, hasMore }, announcementsCallback.data),
      [toStaffMenu(t)],
    ],
  };
}

export const announcementsScreen = new Screen();

onStaffCallback(announcementsScreen, announcementsCallback, "announcements.send", async (ctx, page) =>
  show(ctx, await announcementsView(ctx, page)),
);
onStaffCallback(announcementsScreen, newAnnouncementCallback, "announcements.send", (ctx) =>
  enter(ctx, announce, null),
);
