import { type Absence, sayAbsent } from "../../bot/classes/attendance/absence-store.ts";
import { absentCallback, snoozeLessonCallback } from "../../bot/classes/callbacks.ts";
import { findOwnClass, type OwnClass } from "../../bot/classes/courses/own-enrolments-store.ts";
import { chooseLeads, snoozeLesson } from "../../bot/classes/lessons/messages/choice-store.ts";
import { choiceOf, leadChoiceNames } from "../../bot/classes/lessons/messages/lead-choice.ts";
import type { BotContext, Reader } from "../../bot/context.ts";
import { once } from "../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { type Html, html, joinLines } from "../../bot/words/html.ts";
import { formatAtTime } from "../../bot/words/time/dates.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { simpleClassView } from "../simple/own-class.ts";
import { isSimple, simpleView, toHome } from "../simple/screen.ts";
import { chooseLeadsCallback, lessonLeadsCallback, ownClassCallback, ownClassesCallback } from "./callbacks.ts";

/** When a learner is reminded of the lessons of a class: whole choices, so that one pressed twice is still chosen. */
function leadsView({ title, enrolmentId, leads }: OwnClass, { t }: Reader): View {
  const chosen = choiceOf(leads);
  return {
    text: joinLines(html`<b>${title}</b>`, "", t("classes.reminders_choose")),
    keyboard: [
      ...leadChoiceNames.map((choice) => {
        const label = t(`classes.lead.${choice}`);
        const data = chooseLeadsCallback.data({ enrolmentId, choice });
        return [button(choice === chosen ? t("button.chosen", { label }) : label, data)];
      }),
      [button(t("button.back"), ownClassCallback.data(enrolmentId)), toMenu(t)],
    ],
  };
}

async function showLeads(ctx: BotContext, enrolmentId: number): Promise<void> {
  const { services, reader } = ctx;
  const { t, person, now } = reader;
  const own = await findOwnClass(services.database, { enrolmentId, personId: person.id }, t.language, now);
  if (own === null) return show(ctx, goneView(t));
  await show(ctx, isSimple(reader) ? simpleClassView(own, reader, 0) : leadsView(own, reader));
}

const goneView = (t: Reader["t"]): View => menuView(t, html`${t("classes.no_lesson")}`);

/** What is answered to somebody who cannot come. */
function absenceView(absence: Absence, { t }: Reader): View {
  if (absence.kind === "none") return goneView(t);
  const said = absence.kind === "already" ? "absent_already" : absence.isTeacherTold ? "absent_said" : "absent_noted";
  return saidView(html`${t(`classes.${said}`)}`, t);
}

/** A sentence with the way to one's classes. */
function saidView(text: Html, t: Reader["t"]): View {
  const own = button(t("classes.own"), ownClassesCallback.data(null));
  return { text, keyboard: [[own, toMenu(t)]], inSimpleMode: simpleView(t, text, [own, toHome(t)]) };
}

/** Lesson reminders chosen and put off, and a word to the teacher. */
export const lessonRemindersScreen = new Screen();

// What one learns is nobody else's business.
const inPrivate = privatePartOf(lessonRemindersScreen);

onCallback(inPrivate, lessonLeadsCallback, showLeads);

onCallback(inPrivate, chooseLeadsCallback, async (ctx, { enrolmentId, choice }) => {
  const { person, now } = ctx.reader;
  await chooseLeads(ctx.services.database, { enrolmentId, personId: person.id }, choice, now);
  await showLeads(ctx, enrolmentId);
});

onCallback(inPrivate, absentCallback, async (ctx, lessonId) => {
  const { person, now } = ctx.reader;
  const absence = await once(ctx, "absent", (database) => sayAbsent(database, { lessonId, personId: person.id, now }));
  await show(ctx, absenceView(absence, ctx.reader));
});

/** Minutes by which a reminder of a lesson is put off. */
const later = 60;

onCallback(inPrivate, snoozeLessonCallback, async (ctx, lessonId) => {
  const { t, person, now, ownZone } = ctx.reader;
  const isPutOff = await snoozeLesson(ctx.services.database, { lessonId, personId: person.id }, later, now);
  const time = formatAtTime(new Date(now.getTime() + later * 60_000), t, ownZone);
  await show(ctx, saidView(html`${isPutOff ? t("remind.snoozed", { time }) : t("remind.too_late_to_snooze")}`, t));
});
