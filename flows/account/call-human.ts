import type { InlineKeyboardButton } from "grammy/types";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { helpCallback } from "./callbacks.ts";

/** The one button that calls a person, wherever it stands. It leads to the help screen. */
export const callHuman = (t: Translate): InlineKeyboardButton => button(t("simple.help"), helpCallback.data(null));
