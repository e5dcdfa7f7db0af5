import type { Door } from "../people/address.ts";

/** What became of a download; a file has its name where the messenger tells it. */
export type Downloaded =
  | { kind: "file"; bytes: Uint8Array; name?: string | undefined }
  | { kind: "too large" }
  | { kind: "gone" };

/**
 * What a messenger can do, by name. Flows ask for what makes a difference to their words; all else has its counterpart in the
 * door itself, below grammY, and flows need not know (bot/doors/max/wire; docs/max.md has the table).
 */
export interface Capabilities {
  /** Cards by the bot's name in any chat. Without: the link to share. */
  inlineMode: boolean;
  /** Takes files for calendars (.ics). Not known: the address of the file is said as well. */
  calendarFiles: boolean;
  /** Commands by role: staff sees /staff among them. Without: a button in the menu of who has a role. */
  ownCommands: boolean;
  /** Has buttons below the text field that stay there. Without: they lie under one message. */
  replyKeyboard: boolean;
}

/** A messenger as flows meet it. */
export interface OpenDoor {
  name: Door;
  can: Capabilities;
  /** Fetches a file that somebody sent. Absent: as Telegram has it, through the bot's own API. */
  download?: (fileId: string) => Promise<Downloaded>;
}
