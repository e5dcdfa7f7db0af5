import type { InlineKeyboardButton } from "grammy/types";
import type { Dialogue } from "../../../bot/context.ts";
import { isNotModified, isRefusal } from "../../../bot/doors/telegram/client/refusal.ts";
import type { Row } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { Html } from "../../../bot/words/html.ts";
import type { Conversation } from "../conversation.ts";

/** What a dialogue says: a question, or its last words. */
export interface Saying {
  text: Html;
  keyboard?: readonly Row[];
}

interface Question {
  chatId: number;
  messageId: number;
}

/** The message with the question whose button was pressed last, by the dialogue. */
const pressed = new WeakMap<Dialogue, Question>();

/** Notes that a button answered the question: what is said next takes its place. */
export function notePressed(dialogue: Dialogue, question: Question): void {
  pressed.set(dialogue, question);
}

/**
 * Says something in place of the message whose button was pressed, or else as a new message, so that a dialogue of
 * buttons stays one message. Resolves to the message's id.
 */
export async function say({ dialogue, ctx }: Conversation, { text, keyboard = [] }: Saying): Promise<number> {
  const rows = keyboard.filter((row): row is InlineKeyboardButton[] => row.length > 0);
  const options = {
    parse_mode: "HTML" as const,
    reply_markup: { inline_keyboard: rows },
    link_preview_options: { is_disabled: true },
  };
  const place = pressed.get(dialogue);
  pressed.delete(dialogue);
  const isEdited =
    place !== undefined &&
    (await edits(() => ctx.api.editMessageText(place.chatId, place.messageId, String(text), options)));
  return isEdited ? place.messageId : (await ctx.reply(String(text), options)).message_id;
}

/** Takes the buttons off a question that was answered by a message, or is followed by one: they answer nothing any more. */
export async function retire({ dialogue, ctx }: Conversation, question = pressed.get(dialogue)): Promise<void> {
  pressed.delete(dialogue);
  if (question !== undefined) await edits(() => ctx.api.editMessageReplyMarkup(question.chatId, question.messageId));
}

/** False where the message is too old or was deleted; "not modified" is as it should be. */
async function edits(edit: () => Promise<unknown>): Promise<boolean> {
  try {
    await edit();
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return isNotModified(error);
  }
}
