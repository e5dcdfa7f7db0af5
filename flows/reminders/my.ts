import { joinCallback } from "../../bot/classes/callbacks.ts";
import { findOwnClasses } from "../../bot/classes/courses/own-enrolments-store.ts";
import { formatOwnClass } from "../../bot/classes/courses/own-words.ts";
import type { Reader, Services } from "../../bot/context.ts";
import { once } from "../../bot/doors/telegram/dialogue/once.ts";
import { cardCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import { button, type Row, titleButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, send, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { countKeptEvenings } from "../../bot/planning/evening-store.ts";
import { type Coming, comingPerPage, findComing } from "../../bot/reminders/coming-store.ts";
import type { LeadTime } from "../../bot/reminders/lead-times.ts";
import { addReminders, removeReminders } from "../../bot/reminders/reminder-store.ts";
import { formatComing } from "../../bot/reminders/words.ts";
import { ownVoicesCallback } from "../../bot/voices/callbacks.ts";
import { wishesCallback } from "../../bot/wishes/callbacks.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { formatTime } from "../../bot/words/time/dates.ts";
import { toMenu } from "../account/menu.ts";
import { ownClassCallback, ownClassesCallback } from "../classes/callbacks.ts";
import { onCallback } from "../kit/on-callback.ts";
import { onCommand } from "../kit/on-command.ts";
import { turnRow } from "../kit/pagination.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { keptEveningsCallback } from "../planning/callbacks.ts";
import { cardView } from "../programme/card.ts";
import { simpleOwnView } from "../simple/own-things.ts";
import { isSimple } from "../simple/screen.ts";
import { myCallback, removeCallback, undoCallback } from "./callbacks.ts";
import { reminderLine } from "./remind-buttons.ts";

/** A date just taken off the list, and how to bring it back. */
interface Removed {
  occurrenceId: number;
  leads: LeadTime[];
}

/** What a person has ahead: the way into a lesson while it is open, their classes by the next lesson, then the events. */
export async function myView(
  { database }: Pick<Services, "database">,
  reader: Reader,
  page: number,
  removed?: Removed,
): Promise<View> {
  if (isSimple(reader)) return simpleOwnView({ database }, reader, 0);
  const { t, now, person, zone } = reader;
  const [{ rows, total, openLessonIds }, classes, evenings] = await Promise.all([
    findComing(database, person.id, { page, language: t.language, now }),
    page === 0 ? findOwnClasses(database, person.id, t.language, now) : [],
    countKeptEvenings(database, person.id, now),
  ]);
  const coming = classes.filter(({ next }) => next !== null);
  // The list has become shorter than the button remembers.
  if (rows.length === 0 && total > 0) {
    return myView({ database }, reader, Math.floor((total - 1) / comingPerPage), removed);
  }
  const undo = removed && removed.leads.length > 0 ? undoCallback.data({ ...removed, page }) : undefined;
  return {
    text: joinLines(
      html`<b>${t("my.title")}</b>`,
      "",
      undo ? html`${t("my.removed")}\n` : null,
      rows.length === 0 && coming.length === 0 ? t("my.empty") : null,
      ...coming.map((own) => html`${formatOwnClass(own, reader)}\n`),
      ...rows.map(
        (row, index) =>
          html`${index === 0 ? "" : "\n"}${formatComing(row, reminderLine({ ...row, reminders: row.leads }, reader), reader)}`,
      ),
    ),
    keyboard: [
      undo ? [button(t("my.undo"), undo)] : [],
      ...openLessonIds.map((id) => [button(t("classes.join"), joinCallback.data(id))]),
      ...coming.map(({ title, enrolmentId }) => [button(title, ownClassCallback.data(enrolmentId))]),
      ...rows.map((row) => comingRow(row, page, zone)),
      turnRow(t, { page, hasMore: (page + 1) * comingPerPage < total }, myCallback.data),
      [...eveningButton(evenings, t), button(t("voices.title"), ownVoicesCallback.data(0))],
      [
        button(t("classes.own"), ownClassesCallback.data(null)),
        button(t("wish.button.list"), wishesCallback.data(null)),
        toMenu(t),
      ],
    ],
  };
}

const eveningButton = (count: number, t: Translate): Row =>
  count === 0 ? [] : [button(t("evening.own_counted", { count }), keptEveningsCallback.data(null))];

const comingRow = (
  { occurrenceId, title, hasStartTime, spansDays, startsAt }: Coming,
  page: number,
  zone: string,
): Row => [
  titleButton(
    hasStartTime && !spansDays ? formatTime(startsAt, zone) : null,
    title,
    cardCallback.data({ occurrenceId, whole: false, from: myCallback.data(page) }),
  ),
];

export const myScreen = new Screen();

// A group reads along.
const inPrivate = privatePartOf(myScreen);

onCommand(inPrivate, "my", async (ctx) => send(ctx, await myView(ctx.services, ctx.reader, 0)));
onCallback(inPrivate, myCallback, async (ctx, page) => show(ctx, await myView(ctx.services, ctx.reader, page)));

onCallback(inPrivate, removeCallback, async (ctx, { occurrenceId, page }) => {
  const { services, reader } = ctx;
  const leads = await once(ctx, "remove", (database) =>
    removeReminders(database, { personId: reader.person.id, occurrenceId }, reader.now),
  );
  await show(ctx, await myView(services, reader, page, { occurrenceId, leads }));
});

onCallback(inPrivate, undoCallback, async (ctx, { occurrenceId, leads, page }) => {
  const { services, reader, me } = ctx;
  await addReminders(services.database, { personId: reader.person.id, occurrenceId }, leads, reader.now);
  if (page !== null) return show(ctx, await myView(services, reader, page));
  await show(ctx, await cardView(services, reader, { occurrenceId, whole: false, from: "" }, me.username));
});

// In a group: said to the one who tapped, beside the chat.
onCallback(myScreen, myCallback, async (ctx) => {
  await answerTap(ctx, { text: ctx.reader.t("my.only_private"), show_alert: true });
});
