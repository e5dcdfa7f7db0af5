import { chatKeyOf, type Destination, type Door, type ExternalAccount } from "../../people/address.ts";
import type { OpenDoor } from "../door.ts";

/** This messenger's name in the database. */
export const door = "telegram" as const satisfies Door;

export const telegramDoor: OpenDoor = {
  name: door,
  can: {
    inlineMode: true,
    calendarFiles: true,
    ownCommands: true,
    replyKeyboard: true,
  },
};

/*
 * Updates of every messenger are read into Telegram's shapes before they come here, so `at` says whose they are.
 */

/** The account of somebody whom a messenger calls so. */
export const accountOf = ({ id }: { id: number }, at: Door = door): ExternalAccount => ({
  door: at,
  externalId: String(id),
});

/** A chat, as delivery knows it; null where there is none. */
export const placeOf = (chat: { id: number } | undefined, at: Door = door): Destination | null =>
  chat === undefined ? null : { door: at, chatId: String(chat.id) };

/** The name of a chat in the database. */
export const chatKey = ({ id }: { id: number }, at: Door = door): string => chatKeyOf({ door: at, chatId: String(id) });
