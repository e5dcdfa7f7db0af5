import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { chatIdOf, show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { feedCallback } from "../../../bot/feeds/scheduled/callbacks.ts";
import { deleteFeed, pauseFeed, resumeFeed } from "../../../bot/feeds/scheduled/feed-store.ts";
import { type FeedRan, runFeed } from "../../../bot/feeds/scheduled/run/run-feed.ts";
import { formatOutcome, nameFeed } from "../../../bot/feeds/scheduled/words.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { enter } from "../../kit/dialogue.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse } from "../authorize.ts";
import {
  askDeleteFeedCallback,
  deleteFeedCallback,
  feedHourCallback,
  forceFeedCallback,
  pauseFeedCallback,
  resumeFeedCallback,
  runFeedCallback,
} from "./callbacks.ts";
import { changeFeedHour } from "./change-hour.ts";
import { feedView, loadFeed, toFeed } from "./feed-view.ts";
import { feedsView } from "./list.ts";

export const feedScreen = new Screen();

async function showFeed(ctx: BotContext, feedId: number, said?: string): Promise<void> {
  const view = await feedView(ctx.services, ctx.reader, feedId, said);
  await (view === null ? refuse(ctx) : show(ctx, view));
}

onStaffCallback(feedScreen, feedCallback, "feeds.manage", (ctx, feedId) => showFeed(ctx, feedId));
onStaffCallback(feedScreen, runFeedCallback, "feeds.manage", (ctx, feedId) => runNow(ctx, feedId, false));
onStaffCallback(feedScreen, forceFeedCallback, "feeds.manage", (ctx, feedId) => runNow(ctx, feedId, true));

/** Reads a feed right now. A long reading goes on behind the chat, and its end is told in a message of its own. */
async function runNow(ctx: BotContext, feedId: number, isForced: boolean): Promise<void> {
  const { services, reader, api } = ctx;
  const { t } = reader;
  const { imports, log } = services;
  const feed = await loadFeed(services, reader, feedId);
  if (feed === null) return refuse(ctx);
  const deps = { ...services, ways: services.feedWays ?? {}, signal: imports.signal };
  const running = runFeed(deps, feedId, { isForced });
  const ran = await imports.orLate(running);
  if (ran !== "late") return showFeed(ctx, feedId, sayRan(ran, t));
  await showFeed(ctx, feedId, t("feed.running"));
  const chatId = chatIdOf(ctx);
  const tell = async (): Promise<void> => {
    const text = joinLines(html`<b>${nameFeed(feed, t)}</b>`, sayRan(await running, t));
    const inline_keyboard = [[toFeed(t, feedId)]];
    await api.sendMessage(chatId, String(text), { parse_mode: "HTML", reply_markup: { inline_keyboard } });
  };
  imports.add(tell().catch((error: unknown) => log.warn({ error, feed: feedId }, "end of a feed's run not told")));
}

function sayRan(ran: FeedRan, t: Translate): string {
  switch (ran.kind) {
    case "ran":
      return formatOutcome(ran.outcome, ran.account, t);
    case "busy":
      return t("feed.busy");
    case "orphaned":
      return t("feed.orphaned");
  }
}

onStaffCallback(feedScreen, pauseFeedCallback, "feeds.manage", (ctx, feedId) =>
  change(ctx, feedId, "feed-pause", pauseFeed),
);
onStaffCallback(feedScreen, resumeFeedCallback, "feeds.manage", (ctx, feedId) =>
  change(ctx, feedId, "feed-resume", resumeFeed),
);

async function change(ctx: BotContext, feedId: number, step: string, write: typeof pauseFeed): Promise<void> {
  const { person, now, t } = ctx.reader;
  const written = await once(ctx, step, (database) => write(database, { by: person.id, now }, feedId));
  await (written.kind === "forbidden" ? refuse(ctx) : showFeed(ctx, feedId, t("programme.done")));
}

onStaffCallback(feedScreen, feedHourCallback, "feeds.manage", async (ctx, feedId) =>
  (await loadFeed(ctx.services, ctx.reader, feedId)) === null ? refuse(ctx) : enter(ctx, changeFeedHour, feedId),
);

async function askDeleteView(ctx: BotContext, feedId: number): Promise<View | null> {
  const { t } = ctx.reader;
  const feed = await loadFeed(ctx.services, ctx.reader, feedId);
  return (
    feed && {
      text: html`${t("feed.ask_delete", { name: nameFeed(feed, t) })}`,
      keyboard: [
        [
          button(t("feed.button.yes_delete"), deleteFeedCallback.data(feedId)),
          button(t("button.back"), feedCallback.data(feedId)),
        ],
      ],
    }
  );
}

onStaffCallback(feedScreen, askDeleteFeedCallback, "feeds.manage", async (ctx, feedId) => {
  const view = await askDeleteView(ctx, feedId);
  await (view === null ? refuse(ctx) : show(ctx, view));
});

onStaffCallback(feedScreen, deleteFeedCallback, "feeds.manage", async (ctx, feedId) => {
  const { person, now, t } = ctx.reader;
  const written = await once(ctx, "feed-delete", (database) => deleteFeed(database, { by: person.id, now }, feedId));
  await (written.kind === "forbidden" ? refuse(ctx) : show(ctx, await feedsView(ctx, 0, t("feed.deleted"))));
});
