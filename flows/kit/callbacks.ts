import { defineCallback, plainCallback } from "../../bot/doors/telegram/screen/callback.ts";
import { page } from "../../bot/doors/telegram/screen/codec.ts";

/** The buttons that all dialogues share: out of it, a question back, and the answers by their number. */

export const cancelCallback = plainCallback("x");
export const backCallback = plainCallback("ab");
export const choiceCallback = defineCallback("a", page);
