import type { InlineKeyboardButton } from "grammy/types";
import type { Reader } from "../../bot/context.ts";
import { deepLink } from "../../bot/doors/telegram/screen/deep-links.ts";
import { button, urlButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { Card } from "../../bot/programme/card/card.ts";
import type { LeadTime } from "../../bot/reminders/lead-times.ts";
import { isOffered, offeredLeads, planReminders, type Situation } from "../../bot/reminders/plan.ts";
import { formatPlanned } from "../../bot/reminders/words.ts";
import { leadsCallback, remindCallback } from "./callbacks.ts";

/** The lead times that it is not too late for, by the clock and the quiet hours of the reader. */
export const offeredTo = (date: DateOnly, reader: Reader): LeadTime[] =>
  offeredLeads(situationOf(date, reader), reader.now);

type DateOnly = Omit<Situation, "zone" | "quiet">;

const situationOf = (date: DateOnly, { person, ownZone }: Reader): Situation => ({
  ...date,
  zone: ownZone,
  quiet: person.quiet,
});

/**
 * What a card offers to the one who reads it: to be reminded; in a group, by a link into their own chat. What is set stands in the same place, so that a second tap
 * opens the choice of times and takes nothing away.
 */
export function remindButtons(card: Card, reader: Reader, from: string, username: string): InlineKeyboardButton[] {
  const { t, now, isPrivate } = reader;
  const state = { occurrenceId: card.occurrenceId, from };
  if (!isOffered(situationOf(card, reader), now)) return [];
  // What one person wants to be reminded of is nobody else's business: in a group a link leads where it is set.
  if (!isPrivate) return [urlButton(t("remind.me"), deepLink(username, { kind: "reminder", id: card.occurrenceId }))];
  return card.reminders.length > 0
    ? [button(t("remind.taken"), leadsCallback.data(state))]
    : [button(t("remind.button"), remindCallback.data(state))];
}

/** "Напомню за 1 день, за 1 час": those still to come, as they will come; null where there are none. */
export function reminderLine(date: DateOnly & { reminders: readonly LeadTime[] }, reader: Reader): string | null {
  const planned = planReminders(situationOf(date, reader), date.reminders, reader.now);
  return planned.length === 0 ? null : formatPlanned(planned, date.startsAt, reader);
}
