import type { InlineKeyboardButton } from "grammy/types";
import {
  absentCallback,
  acceptCallback,
  declineCallback,
  groupMapCallback,
  handoutsCallback,
  joinCallback,
} from "../../bot/classes/callbacks.ts";
import { formatOwnPlace } from "../../bot/classes/courses/group-words.ts";
import type { OwnClass } from "../../bot/classes/courses/own-enrolments-store.ts";
import { canJoin } from "../../bot/classes/courses/own-words.ts";
import { formatMeetingPlace } from "../../bot/classes/courses/place-words.ts";
import { formatLessonWhen } from "../../bot/classes/lessons/words.ts";
import type { Reader } from "../../bot/context.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { capitalise } from "../../bot/words/capitalise.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { type Html, html, joinLines } from "../../bot/words/html.ts";
import { askLeaveCallback, ownCertificateCallback } from "../classes/callbacks.ts";
import { simpleClassCallback } from "./callbacks.ts";
import { simpleView, toNext } from "./screen.ts";

/** A class in two or three short lines: what, when, and how one stands in it where that is not simply "enrolled". */
export function formatSimpleClass(own: OwnClass, reader: Reader): Html {
  const { t, now } = reader;
  const title = cutAtWord(own.title, 100);
  if (own.next === null) return html`<b>${title}</b>\n${t("classes.over")}`;
  if (canJoin(own, now)) return html`${t("simple.open", { title })}`;
  const when = capitalise(formatLessonWhen(own.next, reader));
  if (own.place) return joinLines(html`<b>${title}</b>`, when, formatMeetingPlace(own.place, t));
  if (own.state === "enrolled") return html`${t("simple.next", { title, when })}`;
  return joinLines(html`<b>${title}</b>`, when, formatOwnPlace(own, reader));
}

/** A class of one's own with one of the things that can be done with it, the most urgent one first. */
export function simpleClassView(own: OwnClass, reader: Reader, asked: number): View {
  const { t } = reader;
  const actions = actionsOf(own, reader);
  const index = Math.min(asked, Math.max(0, actions.length - 1));
  const action = actions[index];
  const next = toNext(t, { index, total: actions.length }, (to) =>
    simpleClassCallback.data({ enrolmentId: own.enrolmentId, index: to }),
  );
  return simpleView(t, formatSimpleClass(own, reader), action === undefined ? [next] : [action, next]);
}

function actionsOf(own: OwnClass, { t, now }: Reader): InlineKeyboardButton[] {
  const { enrolmentId, next, offerId, state } = own;
  const actions: InlineKeyboardButton[] = [];
  if (next !== null && canJoin(own, now)) actions.push(button(t("simple.join"), joinCallback.data(next.lessonId)));
  if (offerId !== null) {
    actions.push(button(t("offer.accept"), acceptCallback.data(offerId)));
    actions.push(button(t("offer.decline"), declineCallback.data(offerId)));
  }
  if (state === "enrolled" && next !== null)
    actions.push(button(t("classes.cannot_come"), absentCallback.data(next.lessonId)));
  if (own.place?.latitude != null) actions.push(button(t("button.map"), groupMapCallback.data(own.groupId)));
  if (own.hasHandouts) actions.push(button(t("material.button"), handoutsCallback.data({ enrolmentId, page: 0 })));
  if (own.hasCertificate) actions.push(button(t("certificate.button"), ownCertificateCallback.data(enrolmentId)));
  if (next !== null) {
    const label = t(state === "waiting" ? "classes.leave_line" : "classes.leave");
    actions.push(button(label, askLeaveCallback.data(enrolmentId)));
  }
  return actions;
}
