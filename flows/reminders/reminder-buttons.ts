import { once } from "../../bot/doors/telegram/dialogue/once.ts";
import { cardCallback, muteCallback, rateCallback, snoozeCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show } from "../../bot/doors/telegram/screen/show.ts";
import { watchButton } from "../../bot/programme/card/buttons.ts";
import { findCard } from "../../bot/programme/card/card-store.ts";
import { removeReminders, snooze } from "../../bot/reminders/reminder-store.ts";
import { formatReminder, formatThanks, starButtons } from "../../bot/reminders/words.ts";
import { rate } from "../../bot/voices/rating-store.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { formatAtTime } from "../../bot/words/time/dates.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { Screen } from "../kit/screen.ts";
import { toCard, voiceRow } from "../voices/stars.ts";
import { myCallback, undoCallback } from "./callbacks.ts";

const refusals = {
  "not yet": "feedback.not_yet",
  gone: "card.gone",
} as const;

/** The buttons under what the bot sends by itself: put off, no more of it, how it was. */
export const remindedScreen = new Screen();

onCallback(remindedScreen, snoozeCallback, async (ctx, { occurrenceId, minutes }) => {
  const { services, reader } = ctx;
  const { t, ownZone, now, person } = reader;
  const isPutOff = await snooze(services.database, { personId: person.id, occurrenceId }, minutes, now);
  const until = new Date(now.getTime() + minutes * 60_000);
  const said = isPutOff
    ? t("remind.snoozed", { time: formatAtTime(until, t, ownZone) })
    : t("remind.too_late_to_snooze");
  const open = button(t("remind.open"), cardCallback.data({ occurrenceId, whole: false, from: "" }));
  const card = await findCard(services.database, occurrenceId, now, person.id);
  if (card === null || card.withdrawn) return show(ctx, menuView(t, html`${t("card.gone")}`));
  // What it is and the way to it stay in the message: whoever puts it off wants both later.
  await show(ctx, {
    text: joinLines(formatReminder(card, reader, false), "", said),
    keyboard: [[...watchButton(card, t, services.publicUrl), open], [toMenu(t)]],
  });
});

onCallback(remindedScreen, muteCallback, async (ctx, occurrenceId) => {
  const { t, person, now } = ctx.reader;
  const leads = await once(ctx, "remove", (database) =>
    removeReminders(database, { personId: person.id, occurrenceId }, now),
  );
  const undo = leads.length === 0 ? [] : [button(t("my.undo"), undoCallback.data({ occurrenceId, leads, page: null }))];
  await show(ctx, {
    text: html`${t("remind.muted")}`,
    keyboard: [undo, [button(t("my.title"), myCallback.data(0)), toMenu(t)]],
  });
});

onCallback(remindedScreen, rateCallback, async (ctx, { occurrenceId, stars }) => {
  const { services, reader } = ctx;
  const { t, now, person } = reader;
  const rating = await rate(services.database, { personId: person.id, occurrenceId }, stars, now);
  if (rating.kind !== "rated") return show(ctx, menuView(t, html`${t(refusals[rating.kind])}`));
  const card = await findCard(services.database, occurrenceId, now, person.id);
  if (card === null) return show(ctx, menuView(t, html`${t("card.gone")}`));
  await show(ctx, {
    text: formatThanks(card, stars, t),
    keyboard: [
      starButtons(occurrenceId, t, stars),
      voiceRow({ kind: "event", id: occurrenceId }, t),
      [...toCard({ kind: "event", id: occurrenceId }, t), toMenu(t)],
    ],
  });
});
