import type { Door } from "../people/address.ts";

/** What became of a download. */
export type Downloaded = { kind: "file"; bytes: Uint8Array } | { kind: "too large" } | { kind: "gone" };

/**
 * What a messenger can do, by name. Flows ask for what makes a difference to their words; all else has its counterpart in the
 * door itself, below grammY, and flows need not know (bot/doors/max/wire).
 */
export interface Capabilities {
  /** Buttons that stay below the text field. Without: the same labels under the message, and what is pressed comes as text. */
  replyKeyboard: boolean;
  /** Cards by the bot's name in any chat. Without: the link to share. */
  inlineMode: boolean;
  /** Polls of the messenger's own. Without: the question and its answers as a text. */
  poll: boolean;
  /** Files as one album of several messages. Without: one message that has them all. */
  album: boolean;
  /** A press may be answered without a word. Without: its message changes, or a short word is said. */
  silentAnswer: boolean;
  /** Commands of a chat's own in its menu. Without: one list for everybody, and the others are told in words. */
  chatCommands: boolean;
  /** A photo keeps the id by which it can be fetched later, so that it may be a poster. Without: its address is asked for. */
  keptPhotos: boolean;
}

/** A messenger as flows meet it. */
export interface OpenDoor {
  name: Door;
  can: Capabilities;
  /** Fetches a file that somebody sent. Absent: as Telegram has it, through the bot's own API. */
  download?: (fileId: string) => Promise<Downloaded>;
}
