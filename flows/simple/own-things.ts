import { joinCallback } from "../../bot/classes/callbacks.ts";
import { findOwnClasses, type OwnClass } from "../../bot/classes/courses/own-enrolments-store.ts";
import { canJoin } from "../../bot/classes/courses/own-words.ts";
import type { Reader, Services } from "../../bot/context.ts";
import { cardCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { comingPerPage, findComing } from "../../bot/reminders/coming-store.ts";
import { capitalise } from "../../bot/words/capitalise.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { html } from "../../bot/words/html.ts";
import { formatWhen } from "../../bot/words/time/when.ts";
import { simpleClassCallback, simpleCoursesCallback, simpleOwnCallback } from "./callbacks.ts";
import { formatSimpleClass } from "./own-class.ts";
import { simpleView, toHome, toNext } from "./screen.ts";

type Of = Pick<Services, "database">;

/** Something that somebody has ahead, by its place from 0: their classes by the next lesson, then events with a reminder. */
export async function simpleOwnView({ database }: Of, reader: Reader, index: number): Promise<View> {
  const { t, now, person, zone } = reader;
  const language = t.language;
  const classes = await findOwnClasses(database, person.id, language, now);
  const nth = Math.max(0, index - classes.length);
  const page = Math.floor(nth / comingPerPage);
  const { rows, total } = await findComing(database, person.id, { page, language, now });
  const next = toNext(t, { index, total: classes.length + total }, simpleOwnCallback.data);
  const own = classes[index];
  if (own !== undefined) return simpleView(t, formatSimpleClass(own, reader), [firstStep(own, reader), next]);
  const row = rows[nth % comingPerPage];
  if (row === undefined) {
    return simpleView(t, html`${t("simple.no_lesson")}`, [
      button(t("simple.find"), simpleCoursesCallback.data(0)),
      toHome(t),
    ]);
  }
  const when = capitalise(formatWhen({ ...row, endsAt: row.startsAt, hasEndTime: false }, t, zone, now));
  const from = simpleOwnCallback.data(index);
  return simpleView(t, html`<b>${cutAtWord(row.title, 100)}</b>\n${when}`, [
    button(t("remind.open"), cardCallback.data({ occurrenceId: row.occurrenceId, whole: false, from })),
    next,
  ]);
}

/** The way into a lesson while it is open, or else what can be done with the class. */
const firstStep = (own: OwnClass, { t, now }: Reader) =>
  own.next !== null && canJoin(own, now)
    ? button(t("simple.join"), joinCallback.data(own.next.lessonId))
    : button(t("simple.what_else"), simpleClassCallback.data({ enrolmentId: own.enrolmentId, index: 0 }));
