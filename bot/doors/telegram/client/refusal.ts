import { GrammyError } from "grammy";

/**
 * Telegram's refusals by their words (tdlib/telegram-bot-api, Client.cpp): it says 400 for nearly all, so the words are all
 * there is to tell them by. They stand here and in outcome.ts, which sorts what became of a delivery, and nowhere else.
 */

/** Whether Telegram answered that the call cannot be done as it is: nothing happened, and repeating it is of no use. */
export const isRefusal = (error: unknown): error is GrammyError =>
  error instanceof GrammyError && error.error_code === 400;

/** A file is not taken, for its kind, its name or its size: MAX says 415 to some. */
export const isFileRefused = (error: unknown): error is GrammyError =>
  error instanceof GrammyError && [400, 413, 415].includes(error.error_code);

const says =
  (words: RegExp) =>
  (error: unknown): error is GrammyError =>
    isRefusal(error) && words.test(error.description);

/** The message is as it was to become. */
export const isNotModified = says(/message is not modified/);

/** The message is not in its chat any more, or never was. */
export const isGone = says(/message to (?:edit|delete) not found|MESSAGE_ID_INVALID/);

/** The message is there and cannot be edited: too old, or another's. */
export const isUneditable = says(/message can't be edited/);

/** The message to be edited is a file, which has a caption and no text. */
export const isWithoutText = says(/no text in the message/);

/** The file is not there any more, or was never this messenger's. */
export const isWrongFile = says(/wrong (?:remote )?file|file reference|invalid file/i);

/** The inline query, or the press, was answered too late: nobody waits for it any more. */
export const isTooLate = says(/query is too old/);

/** The file is larger than the 20 MB that a bot may fetch. */
export const isTooLarge = says(/too big/);

/** A group or a topic lets the bot say nothing (also tdlib's MessagesManager). */
export const isForbidden = says(
  /not enough rights|have no rights|need administrator rights|TOPIC_CLOSED|TOPIC_DELETED|message thread not found|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|CHAT_SEND_\w+_FORBIDDEN|CHAT_ADMIN_REQUIRED|chat not found|group chat was upgraded|PEER_ID_INVALID/,
);

/** The topic of a group is not there any more. */
export const isTopicGone = says(/TOPIC_DELETED|TOPIC_CLOSED|message thread not found/);

/** Objection that Telegram has to a text or file to be passed on, by the description of its refusal. */
export function objectionOf(description: string): "url" | "long" | "file" | "other" {
  if (/url/i.test(description)) return "url";
  if (/too long|MESSAGE_TOO_LONG|too_long/i.test(description)) return "long";
  return /file|media|photo|document|video/i.test(description) ? "file" : "other";
}
