import type { InlineKeyboardButton } from "grammy/types";
import type { Reader } from "../../bot/context.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { callHuman } from "../../bot/threads/buttons.ts";
import type { Html } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { simpleHomeCallback } from "../account/callbacks.ts";

/** Whether the reader wants one thing a screen; a group reads along and is shown the usual ones. */
export const isSimple = ({ person, isPrivate }: Pick<Reader, "person" | "isPrivate">): boolean =>
  isPrivate && person.simpleMode;

/** Buttons of a screen beside the one that calls a person. */
type Actions = readonly [] | readonly [InlineKeyboardButton] | readonly [InlineKeyboardButton, InlineKeyboardButton];

/** A screen of simple mode: at most three buttons, each in a row of its own, the last of which calls a person. */
export const simpleView = (t: Translate, text: Html, actions: Actions = []): View => ({
  text,
  keyboard: [...actions.map((action) => [action]), [callHuman(t)]],
});

export const toHome = (t: Translate): InlineKeyboardButton =>
  button(t("simple.home_button"), simpleHomeCallback.data(null));

/** Leads to the next of several things that are shown one at a time; after the last one, to the beginning. */
export const toNext = (
  t: Translate,
  { index, total }: { index: number; total: number },
  data: (index: number) => string,
): InlineKeyboardButton => (index + 1 < total ? button(t("simple.more"), data(index + 1)) : toHome(t));
