import { findOwnClasses } from "../../bot/classes/courses/own-enrolments-store.ts";
import { formatLessonWhen } from "../../bot/classes/lessons/words.ts";
import type { BotContext } from "../../bot/context.ts";
import { botName } from "../../bot/doors/telegram/screen/deep-links.ts";
import { button, type Row, rows, urlButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import { send, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { writeToUs } from "../../bot/threads/buttons.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { textIn } from "../../bot/words/language.ts";
import { classesCallback } from "../classes/callbacks.ts";
import { joinRow, ownClassesRow } from "../classes/own-classes.ts";
import { onCallback } from "../kit/on-callback.ts";
import { onCommand } from "../kit/on-command.ts";
import { Screen } from "../kit/screen.ts";
import { listCallback } from "../programme/callbacks.ts";
import { myCallback } from "../reminders/callbacks.ts";
import { simpleHomeView } from "../simple/home.ts";
import { isSimple } from "../simple/screen.ts";
import { helpCallback } from "./callbacks.ts";
import { toMenu } from "./menu.ts";

/**
 * What one can do from here: the next lesson of whoever has one, with the way in, and the few ways that lead to all else.
 * In simple mode it is the question that everything begins with.
 */
export async function helpView({ services, reader, me, door }: BotContext): Promise<View> {
  const { t, person, offer, now, isPrivate } = reader;
  if (isSimple(reader)) return simpleHomeView(t);
  const classes =
    isPrivate && person.isLearner ? await findOwnClasses(services.database, person.id, t.language, now) : [];
  const own = classes.find(({ state, next }) => state === "enrolled" && next !== null);
  const lesson = own?.next
    ? t("help.lesson", { title: cutAtWord(own.title, 80), when: formatLessonWhen(own.next, reader) })
    : t("help.classes");
  const tonight = listCallback.data({ scope: { kind: "tonight" }, filters: {}, page: 0 });
  const learning: Row =
    own === undefined ? [button(t("classes.button"), classesCallback.data(null))] : ownClassesRow(t);
  return {
    text: joinLines(
      html`<b>${t("help.title")}</b>\n`,
      html`• ${isPrivate ? lesson : t("help.in_group")}`,
      html`• ${t(isPrivate ? "help.search" : "help.private")}`,
      html`• ${t("help.share", { bot: botName(me.username), sharing: door.can.inlineMode ? "inline" : "other" })}`,
      html`• ${t("help.human")}`,
    ),
    keyboard: [
      own === undefined ? [] : joinRow(own, reader),
      [button(t("button.tonight"), tonight), ...(isPrivate ? learning : [])],
      isPrivate ? [button(t("my.title"), myCallback.data(0))] : [],
      ...rows(offer.links.map(({ url, label }) => urlButton(textIn(label, t.language) ?? url, url))),
      isPrivate ? [writeToUs(t), toMenu(t)] : [toMenu(t)],
    ],
  };
}

export const helpScreen = new Screen();

onCommand(helpScreen, "help", async (ctx) => send(ctx, await helpView(ctx)));
onCallback(helpScreen, helpCallback, async (ctx) => show(ctx, await helpView(ctx)));
