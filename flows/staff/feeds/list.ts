import type { BotContext } from "../../../bot/context.ts";
import { button, listRows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { feedCallback } from "../../../bot/feeds/scheduled/callbacks.ts";
import { listFeeds } from "../../../bot/feeds/scheduled/feed-store.ts";
import { nameFeed } from "../../../bot/feeds/scheduled/words.ts";
import { reachOf } from "../../../bot/staff/permissions.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { enter } from "../../kit/dialogue.ts";
import { turnRow } from "../../kit/pagination.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, rightsOf } from "../authorize.ts";
import { channelsCallback } from "../channels/callbacks.ts";
import { toStaffMenu } from "../menu.ts";
import { feedsCallback, newFeedCallback } from "./callbacks.ts";
import { houseOf } from "./feed-view.ts";
import { newFeed } from "./new-feed.ts";

const perPage = 8;

/** The feeds that somebody may manage; those in trouble are marked. */
export async function feedsView(ctx: BotContext, page: number, said?: string): Promise<View> {
  const { t } = ctx.reader;
  const all = await listFeeds(ctx.services.database, reachOf(await rightsOf(ctx), "feeds.manage"));
  const shown = all.slice(page * perPage, (page + 1) * perPage);
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<b>${t("feed.title")}</b>`,
      "",
      t(all.length === 0 ? "feed.none" : "feed.about"),
      ...shown.map((feed) => {
        const line = { name: nameFeed(feed, t), house: houseOf(feed, t) };
        return `• ${t(feed.pausedAt !== null ? "feed.line_paused" : feed.toldAt !== null ? "feed.line_trouble" : "feed.line", line)}`;
      }),
    ),
    keyboard: [
      ...listRows(
        shown,
        (feed) => nameFeed(feed, t),
        ({ id }) => feedCallback.data(id),
      ),
      turnRow(t, { page, hasMore: (page + 1) * perPage < all.length }, feedsCallback.data),
      [
        button(t("feed.button.new"), newFeedCallback.data(null)),
        button(t("channel.title"), channelsCallback.data(null)),
      ],
      [toStaffMenu(t)],
    ],
  };
}

export const feedsScreen = new Screen();

onStaffCallback(feedsScreen, feedsCallback, "feeds.manage", async (ctx, page) => show(ctx, await feedsView(ctx, page)));
onStaffCallback(feedsScreen, newFeedCallback, "feeds.manage", (ctx) => enter(ctx, newFeed));
