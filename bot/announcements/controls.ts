import type { DeliveryButton } from "../delivery/delivery.ts";
import { button } from "../doors/telegram/screen/keyboard.ts";
import type { Translate } from "../words/messages/translator.ts";
import {
  askStopAnnouncementCallback,
  correctAnnouncementCallback,
  deleteAnnouncementCallback,
  lookAnnouncementCallback,
  pauseAnnouncementCallback,
  repeatAnnouncementCallback,
  reportCallback,
  rescheduleAnnouncementCallback,
  resumeAnnouncementCallback,
  rewriteAnnouncementCallback,
} from "./callbacks.ts";
import type { ShownAnnouncement } from "./view-store.ts";

/** What can be done with an announcement that was confirmed, by how it stands. */
export function controls({ announcement, texts, progress }: ShownAnnouncement, t: Translate): DeliveryButton[][] {
  const { id, audience } = announcement;
  const { state, sent } = progress;
  const stop = button(t("announce.button.stop"), askStopAnnouncementCallback.data(id));
  const isCorrection = audience.kind === "recipients";
  // Telegram changes no poll.
  const isFixed = Object.values(texts).some(({ kind }) => kind === "poll");
  const corrections =
    isCorrection || sent === 0
      ? []
      : [
          ...(isFixed ? [] : [button(t("announce.button.correct"), correctAnnouncementCallback.data(id))]),
          button(t("announce.button.delete_all"), deleteAnnouncementCallback.data(id)),
        ];
  switch (state) {
    case "draft":
      return [];
    case "proposed":
    case "scheduled":
      return isCorrection ? [[stop]] : [...rowsBeforeStart(id, t), [stop]];
    case "preparing":
    case "running":
      return [[button(t("announce.button.pause"), pauseAnnouncementCallback.data(id)), stop]];
    case "paused":
      return [[button(t("announce.button.resume"), resumeAnnouncementCallback.data(id)), stop], corrections];
    case "cancelled":
    case "done":
      return [
        corrections,
        [
          ...(announcement.startedAt === null ? [] : [button(t("announce.button.report"), reportCallback.data(id))]),
          ...(isCorrection ? [] : [button(t("announce.button.repeat"), repeatAnnouncementCallback.data(id))]),
        ],
      ];
  }
}

/** What is still to come can be looked at, changed, and put to another time. */
const rowsBeforeStart = (id: number, t: Translate): DeliveryButton[][] => [
  [
    button(t("announce.button.look"), lookAnnouncementCallback.data(id)),
    button(t("announce.button.rewrite"), rewriteAnnouncementCallback.data(id)),
  ],
  [button(t("announce.button.reschedule"), rescheduleAnnouncementCallback.data(id))],
];
