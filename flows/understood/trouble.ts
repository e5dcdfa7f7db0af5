import { joinCallback } from "../../bot/classes/callbacks.ts";
import { findOwnClasses } from "../../bot/classes/courses/own-enrolments-store.ts";
import { canJoin, formatOwnClass } from "../../bot/classes/courses/own-words.ts";
import type { BotContext } from "../../bot/context.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { toMenu } from "../account/menu.ts";
import { joinRow, ownClassesRow } from "../classes/own-classes.ts";
import { isSimple, simpleView, toHome } from "../simple/screen.ts";
import { humanRow } from "./human.ts";

/** Lessons that somebody in a hurry looks through. */
const most = 3;

/** The way into one's own lesson first, then three steps for a phone and a computer, and a human. */
export async function troubleView({ services: { database }, reader }: BotContext): Promise<View> {
  const { t, now, person } = reader;
  const classes = await findOwnClasses(database, person.id, t.language, now);
  const open = classes.find((own) => canJoin(own, now));
  if (isSimple(reader)) {
    if (open?.next == null) return simpleView(t, html`${t("simple.trouble_early")}`, [toHome(t)]);
    const join = button(t("simple.join"), joinCallback.data(open.next.lessonId));
    return simpleView(t, html`${t("simple.trouble")}`, [join, toHome(t)]);
  }
  const coming = classes.filter(({ next }) => next !== null).slice(0, most);
  return {
    text: joinLines(
      html`<b>${t("understood.trouble.title")}</b>`,
      "",
      ...(coming.length > 0 ? coming.map((own) => formatOwnClass(own, reader)) : [t("classes.own_empty")]),
      "",
      t("understood.trouble.button"),
      "",
      t.html("understood.trouble.phone"),
      "",
      t.html("understood.trouble.computer"),
      "",
      t("understood.trouble.human"),
    ),
    keyboard: [...coming.map((own) => joinRow(own, reader)), ownClassesRow(t), [...humanRow(t), toMenu(t)]],
  };
}
