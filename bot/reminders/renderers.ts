import type { Database } from "../database/database.ts";
import type { DeliveryButton, DueDelivery, Recipient, Renderer, Rendering } from "../delivery/delivery.ts";
import {
  muteCallback,
  openCardData,
  openOtherDatesData,
  snoozeCallback,
  snoozes,
} from "../doors/telegram/screen/callbacks.ts";
import { watchButton } from "../programme/card/buttons.ts";
import type { Card } from "../programme/card/card.ts";
import { findCard } from "../programme/card/card-store.ts";
import { hasRated } from "../voices/rating-store.ts";
import type { Translate } from "../words/messages/translator.ts";
import { type DateBefore, findChange } from "./changed.ts";
import { isSpokenFor, type LeadTime, lastDays } from "./lead-times.ts";
import { formatChange, formatLastDays, formatQuestion, formatReminder, starButtons } from "./words.ts";

/** A reminder that comes so much after its minute says that it is late. */
const late = 2 * 60_000;

/** Writes what reminders send. Each looks at the date as it is now: the outbox may be older than the truth. */
export function renderers({
  database,
  publicUrl,
}: {
  database: Database;
  publicUrl?: string | undefined;
}): Record<string, Renderer> {
  const remind = renderReminder(publicUrl);
  /** The card of a date that may still be spoken of to someone who still wants to hear. */
  const about =
    (write: (card: Card, delivery: DueDelivery, recipient: Recipient) => Rendering | Promise<Rendering>): Renderer =>
    async (delivery, recipient) => {
      const { personId, occurrenceId } = delivery;
      const card = occurrenceId === null ? null : await findCard(database, occurrenceId, recipient.now, personId);
      const isFarewell = (delivery.payload as { isLeaving?: true }).isLeaving === true && card?.status === "cancelled";
      if (card === null || (card.withdrawn && !isFarewell)) return nothing("the event is gone");
      if (card.reminders.length === 0) return nothing("not wanted any more");
      return write(card, delivery, recipient);
    };

  return {
    reminder: about(remind),
    snooze: about(remind),
    change: about(renderChange),
    feedback: about(async (card, { personId }, recipient) => {
      if (isOff(card) || card.endsAt > recipient.now) return nothing("it has not taken place");
      if (await hasRated(database, { personId, occurrenceId: card.occurrenceId })) return nothing("rated already");
      return renderFeedback(card, recipient);
    }),
  };
}

const nothing = (reason: string): Rendering => ({ kind: "nothing", reason });

const isOff = ({ status }: Card): boolean => status === "cancelled" || status === "postponed";

const renderReminder =
  (publicUrl: string | undefined) =>
  (card: Card, { payload, dueAt }: DueDelivery, recipient: Recipient): Rendering => {
    const { startsAt, endsAt, lead } = payload as { startsAt: string; endsAt?: string; lead?: LeadTime };
    const { t, now } = recipient;
    if (isOff(card)) return nothing(card.status);
    // One that is put off has no lead time of its own.
    if (lead !== undefined && !card.reminders.includes(lead)) return nothing("not wanted any more");
    if (lead === lastDays) return renderLastDays(card, endsAt, recipient, publicUrl);
    if (card.startsAt.toISOString() !== startsAt) return nothing("moved");
    if (lead !== undefined && isSpokenFor(lead, card.reminders, { startsAt: card.startsAt, now }))
      return nothing("a later one is due as well");
    const hasBegun = card.startsAt <= now;
    const canWait = snoozes.filter((minutes) => now.getTime() + minutes * 60_000 < card.startsAt.getTime());
    return {
      kind: "message",
      text: formatReminder(card, recipient, now.getTime() - dueAt.getTime() > late),
      keyboard: [
        [...watchButton(card, t, publicUrl), openButton(card, t)],
        canWait.map((minutes) => ({
          text: t(`remind.snooze.${minutes}`),
          callback_data: snoozeCallback.data({ occurrenceId: card.occurrenceId, minutes }),
        })),
        // The last one of all needs no end.
        hasBegun ? [] : [muteButton(card, t)],
      ],
    };
  };

/** The last days of what lasts: there is nothing to be put off any more, and nothing else will come. */
function renderLastDays(
  card: Card,
  endsAt: string | undefined,
  recipient: Recipient,
  publicUrl: string | undefined,
): Rendering {
  if (card.endsAt.toISOString() !== endsAt) return nothing("moved");
  return {
    kind: "message",
    text: formatLastDays(card, recipient),
    keyboard: [[...watchButton(card, recipient.t, publicUrl), openButton(card, recipient.t)]],
  };
}

function renderChange(card: Card, { payload }: DueDelivery, recipient: Recipient): Rendering {
  const { t, now } = recipient;
  const before = payload as DateBefore;
  const change = findChange(before, card);
  if (change.kind === "nothing") return nothing("changed back");
  if (card.endsAt <= now) return nothing("over");
  const others: DeliveryButton[] =
    card.otherDates === 0
      ? []
      : [
          {
            text: t("button.other_dates", { count: card.otherDates }),
            callback_data: openOtherDatesData(card.occurrenceId),
          },
        ];
  return {
    kind: "message",
    text: formatChange(card, change, recipient, before.hasStartTime),
    keyboard: [
      [openButton(card, t), ...(change.kind === "cancelled" ? others : [])],
      change.kind === "cancelled" ? [] : [muteButton(card, t)],
    ],
  };
}

const renderFeedback = (card: Card, { t }: Recipient): Rendering => ({
  kind: "message",
  text: formatQuestion(card, t),
  keyboard: [starButtons(card.occurrenceId, t), [openButton(card, t)]],
});

const openButton = ({ occurrenceId }: Card, t: Translate): DeliveryButton => ({
  text: t("remind.open"),
  callback_data: openCardData(occurrenceId),
});

const muteButton = ({ occurrenceId }: Card, t: Translate): DeliveryButton => ({
  text: t("remind.mute"),
  callback_data: muteCallback.data(occurrenceId),
});
