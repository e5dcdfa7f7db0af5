import type { BotContext } from "../../bot/context.ts";
import type { Row } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { writeToUs } from "../../bot/threads/buttons.ts";
import { html } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { toMenu } from "../account/menu.ts";
import { simpleView, toHome } from "../simple/screen.ts";

/** The way to somebody who is no program. */
export const humanRow = (t: Translate): Row => [writeToUs(t)];

/** A sentence that ends with the way to a human. */
export const besideHuman = (t: Translate, said: string): View => ({
  text: html`${said}`,
  keyboard: [humanRow(t), [toMenu(t)]],
  inSimpleMode: simpleView(t, html`${said}`, [toHome(t)]),
});

/**
 * Asked for a human, a button leads to one, and no question begins by itself: what is written next may be a search again, so
 * it is asked whom that is for.
 */
export const humanView = ({ reader: { t } }: BotContext): View => besideHuman(t, t("understood.human"));
