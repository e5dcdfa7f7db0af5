import type { BotContext } from "../../bot/context.ts";
import { plainCallback } from "../../bot/doors/telegram/screen/callback.ts";
import { button, type Row } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { html } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { menuView, toMenu } from "../account/menu.ts";

/** Asks for somebody who is no program. */
export const humanCallback = plainCallback("hu");

export const humanRow = (t: Translate): Row => [button(t("understood.call_human"), humanCallback.data(null))];

/** Whom to ask, and that a sentence may do as well. */
export const humanView = ({ reader: { t } }: BotContext): View => menuView(t, t.html("understood.human"));

/** A sentence that ends with the way to a human. */
export const besideHuman = (t: Translate, said: string): View => ({
  text: html`${said}`,
  keyboard: [humanRow(t), [toMenu(t)]],
});
