import type { BotContext, Reader } from "../../bot/context.ts";
import { once } from "../../bot/doors/telegram/dialogue/once.ts";
import { cardCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import { button, rows } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import type { Card } from "../../bot/programme/card/card.ts";
import { findCard } from "../../bot/programme/card/card-store.ts";
import { titleOf } from "../../bot/programme/card/words.ts";
import { defaultLeads, type LeadTime } from "../../bot/reminders/lead-times.ts";
import { addReminders, dropReminder, removeReminders } from "../../bot/reminders/reminder-store.ts";
import { formatLead } from "../../bot/reminders/words.ts";
import { capitalise } from "../../bot/words/capitalise.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { formatWhen } from "../../bot/words/time/when.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { cardView } from "../programme/card.ts";
import { simpleView } from "../simple/screen.ts";
import {
  dropCallback,
  forgetCallback,
  leadCallback,
  leadsCallback,
  type RemindState,
  remindCallback,
  undoCallback,
} from "./callbacks.ts";
import { offeredTo, reminderLine } from "./remind-buttons.ts";

/** Which reminders there are: those set are ticked, one tap adds another. Taking away is a step further. */
function leadsView(card: Card, reader: Reader, from: string): View {
  const { t, zone, now } = reader;
  const { occurrenceId, reminders } = card;
  const offered = offeredTo(card, reader);
  const line = reminderLine(card, reader);
  const choices = offered.map((lead) => {
    const label = capitalise(formatLead(lead, t));
    const isSet = reminders.includes(lead);
    // Pressed again, what is set stays: a second tap never undoes the first.
    return isSet
      ? button(t("button.chosen", { label }), leadsCallback.data({ occurrenceId, from }))
      : button(label, leadCallback.data({ occurrenceId, lead, on: true, from }));
  });
  const back = button(t("button.back"), cardCallback.data({ occurrenceId, whole: false, from }));
  const forget = button(t("remind.forget"), forgetCallback.data({ occurrenceId, from }));
  return {
    inSimpleMode: simpleView(
      t,
      joinLines(html`<b>${titleOf(card, t.language)}</b>`, line ?? t("remind.dropped_all")),
      reminders.length === 0 ? [back] : [forget, back],
    ),
    text: joinLines(
      html`<b>${titleOf(card, t.language)}</b>`,
      capitalise(formatWhen(card, t, zone, now)),
      "",
      offered.length === 0 ? t("remind.too_late") : t("remind.choose"),
      line === null ? null : html`\n${line}`,
    ),
    keyboard: [
      ...rows(choices),
      reminders.length === 0 ? [] : [button(t("remind.drop"), dropCallback.data({ occurrenceId, from }))],
      [back, toMenu(t)],
    ],
  };
}

/** Which reminder is to be taken away. */
function dropView(card: Card, reader: Reader, from: string): View {
  const { t, zone, now } = reader;
  const { occurrenceId, reminders } = card;
  return {
    text: joinLines(
      html`<b>${titleOf(card, t.language)}</b>`,
      capitalise(formatWhen(card, t, zone, now)),
      "",
      t("remind.drop_which"),
    ),
    keyboard: [
      ...reminders.map((lead) => [
        button(
          t("remind.drop_one", { lead: formatLead(lead, t) }),
          leadCallback.data({ occurrenceId, lead, on: false, from }),
        ),
      ]),
      [button(t("remind.forget"), forgetCallback.data({ occurrenceId, from }))],
      [button(t("button.back"), leadsCallback.data({ occurrenceId, from }))],
    ],
  };
}

/** What was taken away. The way back stands first, where a second tap falls; bringing it back is a row further. */
function droppedView(
  { t }: Reader,
  { occurrenceId, from }: RemindState,
  leads: readonly LeadTime[],
  text: string,
): View {
  const back = button(t("button.back"), cardCallback.data({ occurrenceId, whole: false, from }));
  const undo = button(t("my.undo"), undoCallback.data({ occurrenceId, leads: [...leads], page: null }));
  return {
    inSimpleMode: simpleView(t, html`${text}`, leads.length === 0 ? [back] : [back, undo]),
    text: html`${text}`,
    keyboard: [[back], leads.length === 0 ? [] : [undo]],
  };
}

async function showLeads(ctx: BotContext, { occurrenceId, from }: RemindState): Promise<void> {
  const { services, reader } = ctx;
  const card = await findCard(services.database, occurrenceId, reader.now, reader.person.id);
  if (card === null || card.withdrawn) return show(ctx, menuView(reader.t, html`${reader.t("card.gone")}`));
  await show(ctx, leadsView(card, reader, from));
}

async function showCard(ctx: BotContext, { occurrenceId, from }: RemindState): Promise<void> {
  const { services, reader, me } = ctx;
  await show(ctx, await cardView(services, reader, { occurrenceId, whole: false, from }, me.username));
}

export const remindScreen = new Screen();

// What one person wants to be reminded of is nobody else's business.
const inPrivate = privatePartOf(remindScreen);

onCallback(inPrivate, remindCallback, async (ctx, state) => {
  await remindAsUsual(ctx, state.occurrenceId);
  await showCard(ctx, state);
});

/** Sets the usual reminders of a date. Pressed twice, or on an old card: what is set stays. */
export async function remindAsUsual({ services, reader }: BotContext, occurrenceId: number): Promise<void> {
  const card = await findCard(services.database, occurrenceId, reader.now, reader.person.id);
  const leads = card === null || card.withdrawn ? [] : defaultLeads(card.attendanceMode, offeredTo(card, reader));
  const owner = { personId: reader.person.id, occurrenceId };
  if (leads.length > 0 && card?.reminders.length === 0) await addReminders(services.database, owner, leads, reader.now);
}

onCallback(inPrivate, leadsCallback, showLeads);

onCallback(inPrivate, leadCallback, async (ctx, { occurrenceId, lead, on, from }) => {
  const { services, reader } = ctx;
  const owner = { personId: reader.person.id, occurrenceId };
  if (!on) {
    await dropReminder(services.database, owner, lead, reader.now);
    const said = reader.t("remind.dropped", { lead: formatLead(lead, reader.t) });
    return show(ctx, droppedView(reader, { occurrenceId, from }, [lead], said));
  }
  await addReminders(services.database, owner, [lead], reader.now);
  await showLeads(ctx, { occurrenceId, from });
});

onCallback(inPrivate, dropCallback, async (ctx, { occurrenceId, from }) => {
  const { services, reader } = ctx;
  const card = await findCard(services.database, occurrenceId, reader.now, reader.person.id);
  if (card === null || card.withdrawn) return show(ctx, menuView(reader.t, html`${reader.t("card.gone")}`));
  if (card.reminders.length === 0) return showLeads(ctx, { occurrenceId, from });
  await show(ctx, dropView(card, reader, from));
});

onCallback(inPrivate, forgetCallback, async (ctx, state) => {
  const { reader } = ctx;
  const owner = { personId: reader.person.id, occurrenceId: state.occurrenceId };
  const leads = await once(ctx, "remove", (database) => removeReminders(database, owner, reader.now));
  await show(ctx, droppedView(reader, state, leads, reader.t("remind.dropped_all")));
});
