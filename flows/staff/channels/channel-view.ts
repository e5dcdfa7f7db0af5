import type { Reader, Services } from "../../../bot/context.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import { findChannel, mayManage } from "../../../bot/feeds/channels/channel-store.ts";
import { countPosts } from "../../../bot/feeds/channels/post-store.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { houseOf } from "../feeds/feed-view.ts";
import { toStaffMenu } from "../menu.ts";
import {
  askDisconnectCallback,
  channelsCallback,
  connectChannelCallback,
  disconnectChannelCallback,
  postsCallback,
} from "./callbacks.ts";

/** A channel, what of it waits and whether it is connected; null where this person may not look at it. */
export async function channelView(
  { database }: Pick<Services, "database">,
  { t, person, now }: Pick<Reader, "t" | "person" | "now">,
  channelId: number,
  said?: string,
): Promise<View | null> {
  const channel = await findChannel(database, channelId);
  const staff = await findStaff(database, person.id);
  if (channel === null || !mayManage(staff, channel)) return null;
  const isConnected = channel.connectedAt !== null;
  const count = isConnected ? await countPosts(database, staff, now, channelId) : 0;
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<b>${channel.title}</b>`,
      isConnected ? t("feed.whose", { name: houseOf(channel, t) }) : t("channel.not_connected"),
      channel.leftAt === null ? null : t("channel.left"),
      isConnected ? html`\n${t("channel.waiting", { count })}` : null,
    ),
    keyboard: [
      count > 0 ? [button(t("channel.button.posts"), postsCallback.data(0))] : [],
      isConnected
        ? [
            button(t("channel.button.whose"), connectChannelCallback.data(channelId)),
            button(t("channel.button.disconnect"), askDisconnectCallback.data(channelId)),
          ]
        : [
            button(t("channel.button.connect"), connectChannelCallback.data(channelId)),
            button(t("channel.button.leave"), disconnectChannelCallback.data(channelId)),
          ],
      [button(t("channel.title"), channelsCallback.data(null)), toStaffMenu(t)],
    ],
  };
}
