import { createHash } from "node:crypto";
import type { User } from "@grammyjs/types";
import type { ChatRoom } from "./chat-room.ts";

/** A person as Telegram knows them: who they are, their private chat with the bot, and whether it may write there. */
export type Account = {
  readonly user: User;
  readonly room: ChatRoom;
  readonly phoneNumber: string;
  /** Until a person has written first, a bot may not. */
  hasStarted: boolean;
  hasBlockedBot: boolean;
  isDeactivated: boolean;
};

export type PersonOptions = {
  /** Default: the next free one. Also the id of the private chat. */
  id?: number;
  lastName?: string;
  username?: string;
  /** Language as their Telegram app tells it, such as "tt". */
  languageCode?: string;
  /** Digits with "+"; default: one made from the id. */
  phoneNumber?: string;
  /** True if the person has already written to the bot, so that it may write first. Default false. */
  hasStarted?: boolean;
};

/**
 * An id for somebody of that name, always the same: roles are granted by id and kept in the bot's database, so that a
 * playground started anew must not give the id of an editor to a stranger.
 */
export function idOf(name: string): number {
  return 1_000_000_000 + (createHash("sha256").update(name).digest().readUInt32BE() % 1_000_000_000);
}
