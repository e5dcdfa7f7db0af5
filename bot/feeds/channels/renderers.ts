import { z } from "zod";
import type { Services } from "../../context.ts";
import { nothing, type Renderer } from "../../delivery/delivery.ts";
import { button } from "../../doors/telegram/screen/keyboard.ts";
import { findStaff } from "../../staff/act-store.ts";
import { html } from "../../words/html.ts";
import { channelCallback } from "./callbacks.ts";
import { findChannel, mayManage } from "./channel-store.ts";

const payload = z.object({ channelId: z.int() });

/** Asks whoever made the bot an administrator of a channel whether its posts shall be read. */
export const renderers = ({ database }: Pick<Services, "database">): Record<string, Renderer> => ({
  async "channel-offered"(delivery, { t }) {
    const { channelId } = payload.parse(delivery.payload);
    const channel = await findChannel(database, channelId);
    if (channel === null || channel.connectedAt !== null) return nothing("the channel is connected or gone");
    if (!mayManage(await findStaff(database, delivery.personId), channel)) return nothing("not theirs any more");
    return {
      kind: "message",
      text: html`${t("channel.offered", { title: channel.title })}`,
      keyboard: [[button(t("channel.button.open"), channelCallback.data(channelId))]],
    };
  },
});
