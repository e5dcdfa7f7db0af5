import { z } from "zod";
import type { Services } from "../context.ts";
import { nothing, type Renderer } from "../delivery/delivery.ts";
import { button } from "../doors/telegram/screen/keyboard.ts";
import { findAddresses } from "../people/address-store.ts";
import { html } from "../words/html.ts";
import { findBelongings, findSingles } from "./belongings-store.ts";
import { doorsCallback, numberCallback, rejectCallback } from "./callbacks.ts";
import { findFollowed } from "./request-store.ts";
import { formatConfirm } from "./words.ts";

const aboutRequest = z.object({ requestId: z.int() });

/** Writes what is said of links where nobody waits for an answer of the bot's. */
export const renderers = ({ database }: Pick<Services, "database">): Record<string, Renderer> => ({
  async "link-followed"({ payload, personId }, { t, now }) {
    const { requestId } = aboutRequest.parse(payload);
    const followed = await findFollowed(database, requestId, { personId, now });
    if (followed === null) return nothing("the link is over");
    const { followerId, numbers } = followed;
    const [both, singles] = await Promise.all([
      findBelongings(database, [personId, followerId], now),
      findSingles(database, personId, followerId),
    ]);
    return {
      kind: "message",
      text: formatConfirm({ ...followed, both, singles }, t),
      keyboard: [
        numbers.map((number) => button(String(number), numberCallback.data({ requestId, number }))),
        [button(t("link.ask.not_me"), rejectCallback.data(requestId))],
      ],
    };
  },

  async linked({ personId }, { t }) {
    const addresses = await findAddresses(database, personId);
    // The one who made the link stays with the address that they prefer.
    const made = addresses.find(({ isPreferred }) => isPreferred);
    if (addresses.length < 2 || made === undefined) return nothing("parted since");
    return {
      kind: "message",
      text: html`${t("link.done_there", { of: t(`door.of.${made.door}`) })}`,
      keyboard: [[button(t("link.button"), doorsCallback.data(null))]],
    };
  },

  parted: async (_, { t }) => ({ kind: "message", text: html`${t("link.part.there")}`, keyboard: [] }),
});
