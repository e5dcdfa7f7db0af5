import type { InlineKeyboardButton } from "grammy/types";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import { writeCallback } from "../../bot/threads/callbacks.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";

/** The one button of simple mode that calls a person, wherever it stands. It opens a thread with the staff. */
export const callHuman = (t: Translate): InlineKeyboardButton =>
  button(t("simple.help"), writeCallback.data({ kind: "question" }));
