import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button, listRows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { channelCallback } from "../../../bot/feeds/channels/callbacks.ts";
import { disconnectChannel, listChannels } from "../../../bot/feeds/channels/channel-store.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { enter } from "../../kit/dialogue.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse, rightsOf } from "../authorize.ts";
import { feedsCallback } from "../feeds/callbacks.ts";
import { houseOf } from "../feeds/feed-view.ts";
import { toStaffMenu } from "../menu.ts";
import {
  askDisconnectCallback,
  channelsCallback,
  connectChannelCallback,
  disconnectChannelCallback,
} from "./callbacks.ts";
import { channelView } from "./channel-view.ts";
import { connectToHouse } from "./connect-channel.ts";

/** Channels of a list; a city's institutions have one each. */
const most = 30;

export const channelsScreen = new Screen();

/** The channels that somebody may manage, and how one is added. */
async function channelsView(ctx: BotContext, said?: string): Promise<View> {
  const { t } = ctx.reader;
  const channels = (await listChannels(ctx.services.database, await rightsOf(ctx))).slice(0, most);
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<b>${t("channel.title")}</b>`,
      "",
      channels.length === 0 ? null : html`${t("channel.about")}\n`,
      ...channels.map(({ title, connectedAt, leftAt, ...channel }) => {
        if (connectedAt === null) return `• ${t("channel.line_new", { title })}`;
        return `• ${t(leftAt === null ? "channel.line" : "channel.line_left", { title, house: houseOf(channel, t) })}`;
      }),
      channels.length === 0 ? null : "",
      t("channel.how"),
    ),
    keyboard: [
      ...listRows(
        channels,
        ({ title }) => title,
        ({ id }) => channelCallback.data(id),
      ),
      [button(t("feed.title"), feedsCallback.data(0)), toStaffMenu(t)],
    ],
  };
}

async function showChannel(ctx: BotContext, channelId: number): Promise<void> {
  const view = await channelView(ctx.services, ctx.reader, channelId);
  await (view === null ? refuse(ctx) : show(ctx, view));
}

onStaffCallback(channelsScreen, channelsCallback, "feeds.manage", async (ctx) => show(ctx, await channelsView(ctx)));
onStaffCallback(channelsScreen, channelCallback, "feeds.manage", showChannel);

onStaffCallback(channelsScreen, connectChannelCallback, "feeds.manage", async (ctx, channelId) =>
  (await channelView(ctx.services, ctx.reader, channelId)) === null
    ? refuse(ctx)
    : enter(ctx, connectToHouse, channelId),
);

onStaffCallback(channelsScreen, askDisconnectCallback, "feeds.manage", async (ctx, channelId) => {
  const { t } = ctx.reader;
  if ((await channelView(ctx.services, ctx.reader, channelId)) === null) return refuse(ctx);
  await show(ctx, {
    text: html`${t("channel.ask_disconnect")}`,
    keyboard: [
      [
        button(t("channel.button.yes_disconnect"), disconnectChannelCallback.data(channelId)),
        button(t("button.back"), channelCallback.data(channelId)),
      ],
    ],
  });
});

onStaffCallback(channelsScreen, disconnectChannelCallback, "feeds.manage", async (ctx, channelId) => {
  const { person, now, t } = ctx.reader;
  const actor = { by: person.id, now };
  const written = await once(ctx, "disconnect-channel", (database) => disconnectChannel(database, actor, channelId));
  if (written.kind === "forbidden") return refuse(ctx);
  await show(ctx, await channelsView(ctx, t(written.value ? "channel.disconnected" : "channel.left_out")));
});
