import { chatKeyOf, type Destination, type Door, type ExternalAccount } from "../../people/address.ts";

/** This messenger's name in the database. */
export const door = "telegram" satisfies Door;

/** The account of somebody whom Telegram calls so. */
export const accountOf = ({ id }: { id: number }): ExternalAccount => ({ door, externalId: String(id) });

/** A chat, as delivery knows it; null where there is none. */
export const placeOf = (chat: { id: number } | undefined): Destination | null =>
  chat === undefined ? null : { door, chatId: String(chat.id) };

/** The name of a chat in the database. */
export const chatKey = ({ id }: { id: number }): string => chatKeyOf({ door, chatId: String(id) });
