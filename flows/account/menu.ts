import { Keyboard } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import { articlesCallback } from "../../bot/articles/callbacks.ts";
import { collectionsCallback } from "../../bot/collections/callbacks.ts";
import type { Reader } from "../../bot/context.ts";
import { menuCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { ideasCallback } from "../../bot/ideas/callbacks.ts";
import type { Scope } from "../../bot/programme/listing/list-query.ts";
import type { Html } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { classesCallback } from "../classes/callbacks.ts";
import { onCallback } from "../kit/on-callback.ts";
import { Screen } from "../kit/screen.ts";
import { offersCallback } from "../offers/callbacks.ts";
import { planButton } from "../planning/buttons.ts";
import { datesCallback, listCallback, searchAskCallback } from "../programme/callbacks.ts";
import { myCallback } from "../reminders/callbacks.ts";
import { simpleHomeView } from "../simple/home.ts";
import { helpCallback, settingsCallback } from "./callbacks.ts";

/** The menu under a sentence: what every way home leads to. */
export function menuView(t: Translate, said?: Html): View {
  return {
    text: said ?? t.html("start.menu"),
    inSimpleMode: simpleHomeView(t, said),
    keyboard: [
      [toList(t("button.tonight"), { kind: "tonight" }), toList(t("button.live"), { kind: "live" })],
      [toList(t("button.tomorrow"), { kind: "tomorrow" }), toList(t("button.weekend"), { kind: "weekend" })],
      [
        toList(t("button.week"), { kind: "week" }),
        button(t("button.date"), datesCallback.data({ month: null, filters: {}, back: null })),
      ],
      [planButton(t)],
      [toList(t("button.ongoing"), { kind: "ongoing" }), toList(t("button.archive"), { kind: "archive" })],
      [
        button(t("collection.title"), collectionsCallback.data(0)),
        button(t("always.title"), offersCallback.data({ shelf: "all", page: 0 })),
      ],
      [
        button(t("article.title"), articlesCallback.data({ scope: { kind: "all" }, page: 0 })),
        button(t("button.search"), searchAskCallback.data(null)),
      ],
      [button(t("classes.button"), classesCallback.data(null)), button(t("my.title"), myCallback.data(0))],
      [button(t("idea.button.menu"), ideasCallback.data({ shelf: "voices", page: 0 }))],
      [button(t("button.settings"), settingsCallback.data(null)), button(t("button.help"), helpCallback.data(null))],
    ],
  };
}

const toList = (label: string, scope: Scope): InlineKeyboardButton =>
  button(label, listCallback.data({ scope, filters: {}, page: 0 }));

export const toMenu = (t: Translate): InlineKeyboardButton => button(t("button.menu"), menuCallback.data(null));

/**
 * The keyboard that stays below the text field: the main ways in, one tap from anywhere. Two rows, so that a list above
 * it can be read; a search needs no button, because every text is one. In simple mode it leads home and to a person.
 */
export function replyKeyboard({ t, person }: Pick<Reader, "t" | "person">): Keyboard {
  if (person.simpleMode) {
    return new Keyboard().text(t("button.menu")).text(t("simple.help")).resized().persistent();
  }
  return new Keyboard()
    .text(t("key.tonight"))
    .text(t("button.tomorrow"))
    .text(t("button.weekend"))
    .row()
    .requestLocation(t("key.near"))
    .text(t("classes.button"))
    .text(t("button.menu"))
    .resized()
    .persistent();
}

export const menuScreen = new Screen();

onCallback(menuScreen, menuCallback, (ctx) => show(ctx, menuView(ctx.reader.t)));
