import { z } from "zod";
import type { Services } from "../../context.ts";
import { type DeliveryButton, nothing, type Renderer, type Rendering } from "../../delivery/delivery.ts";
import type { TimeReader } from "../../reminders/words.ts";
import { writeToUs } from "../../threads/buttons.ts";
import { cutAtWord } from "../../words/cut.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { acceptCallback, courseCallback, declineCallback, joinLineCallback, ownClassesCallback } from "../callbacks.ts";
import { mapButton } from "../lessons/messages/join-message.ts";
import { findOffer, findPlaceGroup, type Offer, type PlaceGroup } from "./offers/offer-store.ts";
import { formatExpired, formatMoved, formatNewPlace, formatOffer, formatRemoved } from "./words.ts";

const aboutOffer = z.object({ offerId: z.int() });
const changedByHand = z.object({ groupId: z.int(), word: z.string().nullable() });
const aboutGroup = z.object({ groupId: z.int() });

/** Writes what is said about places. Each looks at the offer as it is when it is sent. */
export function renderers({ database }: Pick<Services, "database">): Record<string, Renderer> {
  const about =
    (write: (offerId: number, offer: Offer, group: PlaceGroup, reader: TimeReader) => Rendering): Renderer =>
    async ({ payload, personId }, recipient) => {
      const { offerId } = aboutOffer.parse(payload);
      const offer = await findOffer(database, offerId, personId);
      const group = offer && (await findPlaceGroup(database, offer.groupId, recipient.t.language));
      return group ? write(offerId, offer, group, recipient) : nothing("the group is gone");
    };

  /** News of a place that staff changed by hand. */
  const aboutPlace =
    (write: (group: PlaceGroup, word: string | null, reader: TimeReader) => Rendering): Renderer =>
    async ({ payload }, recipient) => {
      const { groupId, word } = changedByHand.parse(payload);
      const group = await findPlaceGroup(database, groupId, recipient.t.language);
      return group ? write(group, word, recipient) : nothing("the group is gone");
    };

  return {
    offer: about((offerId, offer, group, reader) => {
      if (offer.state !== "open") return nothing(offer.state);
      if (offer.expiresAt <= reader.now) return nothing("expired");
      const { t } = reader;
      return {
        kind: "message",
        text: formatOffer(group, offer, reader),
        keyboard: [
          [{ text: t("offer.accept"), callback_data: acceptCallback.data(offerId) }],
          [{ text: t("offer.decline"), callback_data: declineCallback.data(offerId) }],
        ],
      };
    }),

    "offer-expired": about((_, offer, group, reader) => {
      if (offer.isIn) return nothing("in it again");
      const again = offer.waitsElsewhere ? [] : [[joinButton(offer.groupId, reader.t)]];
      return { kind: "message", text: formatExpired(group, offer, reader), keyboard: again };
    }),

    "group-moved": aboutPlace((group, _, reader) => ({
      kind: "message",
      text: formatMoved(group, reader),
      keyboard: [[{ text: reader.t("classes.own"), callback_data: ownClassesCallback.data(null) }]],
    })),

    "group-removed": aboutPlace((group, word, { t }) => ({
      kind: "message",
      text: formatRemoved(group, word, t),
      keyboard: [
        [{ text: t("group.all"), callback_data: courseCallback.data({ courseId: group.courseId, page: 0 }) }],
        [writeToUs(t)],
      ],
    })),

    async "group-place"({ payload }, { t }) {
      const group = await findPlaceGroup(database, aboutGroup.parse(payload).groupId, t.language);
      if (group === null) return nothing("the group is gone");
      return {
        kind: "message",
        text: formatNewPlace(group, t),
        keyboard: [mapButton(group, t), [{ text: t("classes.own"), callback_data: ownClassesCallback.data(null) }]],
      };
    },

    async "line-closed"({ payload }, { t }) {
      const group = await findPlaceGroup(database, aboutGroup.parse(payload).groupId, t.language);
      if (group === null) return nothing("the group is gone");
      return {
        kind: "message",
        text: t.html("offer.line_closed", { title: cutAtWord(group.title, 160) }),
        // There may be room in another one.
        keyboard: [
          [{ text: t("group.all"), callback_data: courseCallback.data({ courseId: group.courseId, page: 0 }) }],
        ],
      };
    },
  };
}

const joinButton = (groupId: number, t: Translate): DeliveryButton => ({
  text: t("offer.join"),
  callback_data: joinLineCallback.data(groupId),
});
