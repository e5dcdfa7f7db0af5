import { Composer } from "grammy";
import type { BotContext, Reader } from "../../bot/context.ts";
import { cardCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import { button, rows } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import type { Card } from "../../bot/programme/card/card.ts";
import { findCard } from "../../bot/programme/card/card-store.ts";
import { titleOf } from "../../bot/programme/card/words.ts";
import { defaultLeads } from "../../bot/reminders/lead-times.ts";
import { addReminders, dropReminder, removeReminders } from "../../bot/reminders/reminder-store.ts";
import { capitalise } from "../../bot/words/capitalise.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { formatWhen } from "../../bot/words/time/when.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { cardView } from "../programme/card.ts";
import { forgetCallback, leadCallback, leadsCallback, type RemindState, remindCallback } from "./callbacks.ts";
import { offeredTo, reminderLine } from "./remind-buttons.ts";

/** Which reminders there are: those set are ticked, one tap changes each. */
function leadsView(card: Card, reader: Reader, from: string): View {
  const { t, zone, now } = reader;
  const { occurrenceId, reminders } = card;
  const offered = offeredTo(card, reader);
  const line = reminderLine(card, reader);
  const choices = offered.map((lead) => {
    const label = capitalise(t(`remind.lead.${lead}`));
    const isSet = reminders.includes(lead);
    return button(
      isSet ? t("button.chosen", { label }) : label,
      leadCallback.data({ occurrenceId, lead, on: !isSet, from }),
    );
  });
  return {
    text: joinLines(
      html`<b>${titleOf(card, t.language)}</b>`,
      capitalise(formatWhen(card, t, zone, now)),
      "",
      offered.length === 0 ? t("remind.too_late") : t("remind.choose"),
      line === null ? null : html`\n${line}`,
    ),
    keyboard: [
      ...rows(choices),
      reminders.length === 0 ? [] : [button(t("remind.forget"), forgetCallback.data({ occurrenceId, from }))],
      [button(t("button.back"), cardCallback.data({ occurrenceId, whole: false, from })), toMenu(t)],
    ],
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

export const remindScreen = new Composer<BotContext>();

// What one person wants to be reminded of is nobody else's business.
const inPrivate = remindScreen.filter((ctx) => ctx.chat?.type === "private");

onCallback(inPrivate, remindCallback, async (ctx, state) => {
  const { services, reader } = ctx;
  const { occurrenceId } = state;
  const card = await findCard(services.database, occurrenceId, reader.now, reader.person.id);
  const leads = card === null || card.withdrawn ? [] : defaultLeads(card.attendanceMode, offeredTo(card, reader));
  const owner = { personId: reader.person.id, occurrenceId };
  // Pressed twice, or on an old card: what is set stays.
  if (leads.length > 0 && card?.reminders.length === 0) await addReminders(services.database, owner, leads, reader.now);
  await showCard(ctx, state);
});

onCallback(inPrivate, leadsCallback, showLeads);

onCallback(inPrivate, leadCallback, async (ctx, { occurrenceId, lead, on, from }) => {
  const { services, reader } = ctx;
  const owner = { personId: reader.person.id, occurrenceId };
  if (on) await addReminders(services.database, owner, [lead], reader.now);
  else await dropReminder(services.database, owner, lead, reader.now);
  await showLeads(ctx, { occurrenceId, from });
});

onCallback(inPrivate, forgetCallback, async (ctx, state) => {
  const owner = { personId: ctx.reader.person.id, occurrenceId: state.occurrenceId };
  await removeReminders(ctx.services.database, owner, ctx.reader.now);
  await showCard(ctx, state);
});
