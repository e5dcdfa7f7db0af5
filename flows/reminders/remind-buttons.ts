import type { InlineKeyboardButton } from "grammy/types";
import type { Reader } from "../../bot/context.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { Card } from "../../bot/programme/card/card.ts";
import type { LeadTime } from "../../bot/reminders/lead-times.ts";
import { isOffered, offeredLeads, type Situation } from "../../bot/reminders/plan.ts";
import { formatLeads } from "../../bot/reminders/words.ts";
import { forgetCallback, leadsCallback, remindCallback } from "./callbacks.ts";

/** The lead times that it is not too late for, by the clock and the quiet hours of the reader. */
export const offeredTo = (date: DateOnly, reader: Reader): LeadTime[] =>
  offeredLeads(situationOf(date, reader), reader.now);

type DateOnly = Omit<Situation, "zone" | "quiet">;

const situationOf = (date: DateOnly, { person, zone }: Reader): Situation => ({ ...date, zone, quiet: person.quiet });

/** What a card offers to the one who reads it: to be reminded, or to change what is set. */
export function remindButtons(card: Card, reader: Reader, from: string): InlineKeyboardButton[] {
  const { t, now, isPrivate } = reader;
  const state = { occurrenceId: card.occurrenceId, from };
  if (!isPrivate) return [];
  const canBe = isOffered(situationOf(card, reader), now);
  const another = canBe ? [button(t("remind.another_time"), leadsCallback.data(state))] : [];
  if (card.reminders.length > 0) return [...another, button(t("remind.forget"), forgetCallback.data(state))];
  return canBe ? [button(t("remind.button"), remindCallback.data(state))] : [];
}

/** "Напомню за 1 день, за 1 час": those still to come; null where there are none. */
export function reminderLine(card: Card, reader: Reader): string | null {
  if (card.reminders.length === 0) return null;
  const offered = offeredTo(card, reader);
  const coming = card.reminders.filter((lead) => offered.includes(lead));
  return coming.length === 0 ? null : reader.t("remind.set", { leads: formatLeads(coming, reader.t) });
}
