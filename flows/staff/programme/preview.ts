import type { InlineKeyboardButton } from "grammy/types";
import type { BotContext } from "../../../bot/context.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import { findCardOfEvent } from "../../../bot/programme/card/card-store.ts";
import { formatCard } from "../../../bot/programme/card/words.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { posterOf } from "../../kit/poster.ts";
import { cardButtons } from "../../programme/card.ts";
import { toStaffMenu } from "../menu.ts";
import { deadCallback, eventCallback } from "./callbacks.ts";
import { comingDates, type Seen } from "./edit/event-under-edit.ts";
import { dateLine } from "./event-view.ts";

/** Dates beside that of the card. */
const shownDates = 20;

/** An event as residents see it: the card of its next date with its buttons, which do nothing here, and the other dates. */
export async function previewView({ services, reader, me }: BotContext, seen: Seen): Promise<View> {
  const { t, now } = reader;
  const { id } = seen.event;
  const card = await findCardOfEvent(services.database, id, now);
  const back = [button(t("button.back"), eventCallback.data(id)), toStaffMenu(t)];
  if (card === null) return { text: html`${t("programme.no_preview")}`, keyboard: [back] };
  const others = comingDates(seen, now).filter((date) => date.id !== card.occurrenceId);
  const staffReader = { t, now, zone: services.city.timeZone };
  const left = others.length - shownDates;
  const state = { occurrenceId: card.occurrenceId, whole: true, from: "" };
  // Residents see nothing of a draft: its card is shown as it will be.
  const buttons = cardButtons({ ...card, withdrawn: false }, reader, state, me.username);
  return {
    text: joinLines(
      html`<i>${t("programme.as_residents")}</i>\n`,
      formatCard(card, reader, true),
      others.length === 0 ? null : html`\n<i>${t("programme.other_dates", { count: others.length })}</i>`,
      ...others.slice(0, shownDates).map((date) => dateLine(date, seen, staffReader)),
      left > 0 ? t("programme.more_dates", { count: left }) : null,
    ),
    ...posterOf(card.posterUrl, services),
    keyboard: [...buttons.map((row) => row.map((one) => dead(one, id))), back],
  };
}

const dead = ({ text }: InlineKeyboardButton, eventId: number): InlineKeyboardButton =>
  button(text, deadCallback.data(eventId));
